import { type ReactNode, useId } from "react";

export type FieldWords = {
  /** Where something leads to the field; left out, it gets one of its own. */
  id?: string;
  label: string;
  /** What belongs here, under the label. */
  hint?: string;
  /** What is wrong with what was typed, said where it stands. */
  error?: string | null;
};

/** What ties a control to its words, for those who only hear them. */
type Ties = { id: string; "aria-invalid": true | undefined; "aria-describedby": string | undefined };

/** A control with its name over it and what is wrong with it under it. */
export function LabelledField({
  id: given,
  label,
  hint,
  error,
  children,
}: FieldWords & { children: (ties: Ties) => ReactNode }) {
  const own = useId();
  const id = given ?? own;
  const about = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  return (
    <div className="field">
      <div>
        <label htmlFor={id} className="block font-semibold">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-sm text-ink-soft">
            {hint}
          </p>
        ) : null}
      </div>
      {children({ id, "aria-invalid": error ? true : undefined, "aria-describedby": about || undefined })}
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
