import { type ComponentProps, useId } from "react";

type TextFieldProps = Omit<ComponentProps<"input">, "id" | "className"> & {
  label: string;
  /** What belongs here, under the label. */
  hint?: string;
  /** What is wrong with what was typed, said where it stands. */
  error?: string | null;
};

/** A line to write in, with its name over it and what is wrong with it under it. */
export function TextField({ label, hint, error, ...input }: TextFieldProps) {
  const id = useId();
  const about = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  return (
    <div>
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
      <input
        type="text"
        dir="auto"
        {...input}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={about || undefined}
        className={`mt-1 min-h-11 ${fieldLook}`}
      />
      {error ? (
        <p id={`${id}-error`} className="mt-1 text-sm text-alarm">
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** How a box to fill in looks. */
export const fieldLook =
  "block w-full min-w-0 rounded-md border border-control bg-sheet px-3 py-2 text-ink aria-invalid:border-alarm";
