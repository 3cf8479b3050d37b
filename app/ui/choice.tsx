import type { ReactNode } from "react";

type ChoiceProps = {
  name: string;
  value: string;
  title: string;
  defaultChecked?: boolean;
  children?: ReactNode;
};

/** One radio of a group, with what it means in words; the whole card is its label. */
export function Choice({ name, value, title, defaultChecked, children }: ChoiceProps) {
  return (
    <label className="flex min-h-11 gap-3 rounded-md border border-line bg-sheet px-4 py-3 transition-colors hover:border-control has-checked:border-pen has-checked:bg-pen-wash has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-pen">
      <input
        type="radio"
        name={name}
        value={value}
        defaultChecked={defaultChecked}
        className="mt-1 size-5 shrink-0 outline-none"
      />
      <span className="min-w-0">
        <span className="block font-semibold">{title}</span>
        {children ? <span className="mt-0.5 block text-sm text-ink-soft">{children}</span> : null}
      </span>
    </label>
  );
}
