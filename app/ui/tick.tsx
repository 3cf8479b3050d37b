import { type ReactNode, useId } from "react";

type TickProps = {
  name: string;
  value: string;
  title: string;
  defaultChecked?: boolean;
  /** What is wrong with leaving it open. */
  error?: string | null;
  children?: ReactNode;
};

/** Something to be confirmed; the whole card is its label. */
export function Tick({ name, value, title, defaultChecked, error, children }: TickProps) {
  const id = useId();
  return (
    <div>
      <label className="flex min-h-11 gap-3 rounded-md border border-line bg-sheet px-4 py-3 transition-colors hover:border-control has-checked:border-pen has-checked:bg-pen-wash has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-pen">
        <input
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          className="mt-1 size-5 shrink-0 outline-none"
        />
        <span className="min-w-0">
          <span className="block font-semibold">{title}</span>
          {children ? <span className="mt-0.5 block text-sm text-ink-soft">{children}</span> : null}
        </span>
      </label>
      {error ? (
        <p id={`${id}-error`} className="mt-1 text-sm text-alarm">
          {error}
        </p>
      ) : null}
    </div>
  );
}
