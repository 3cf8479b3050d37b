import { type ComponentProps, useId } from "react";
import { fieldLook } from "./text-field.tsx";

type TextAreaProps = Omit<ComponentProps<"textarea">, "id" | "className"> & {
  label: string;
  /** What belongs here, under the label. */
  hint?: string;
  /** What is wrong with what was typed, said where it stands. */
  error?: string | null;
};

/** A few lines to write in; grows with them. */
export function TextArea({ label, hint, error, ...area }: TextAreaProps) {
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
      <textarea
        rows={3}
        dir="auto"
        {...area}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={about || undefined}
        className={`mt-1 field-sizing-content ${fieldLook}`}
      />
      {error ? (
        <p id={`${id}-error`} className="mt-1 text-sm text-alarm">
          {error}
        </p>
      ) : null}
    </div>
  );
}
