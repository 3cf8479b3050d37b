import type { ComponentProps } from "react";
import { type FieldWords, fieldLook, LabelledField } from "./labelled-field.tsx";

type TextAreaProps = Omit<ComponentProps<"textarea">, "id" | "className"> & FieldWords;

/** A few lines to write in; grows with them. */
export function TextArea({ id, label, hint, error, ...area }: TextAreaProps) {
  return (
    <LabelledField id={id} label={label} hint={hint} error={error}>
      {(ties) => (
        <textarea
          rows={3}
          dir="auto"
          {...area}
          {...ties}
          className={`mt-1 field-sizing-content ${fieldLook}`}
        />
      )}
    </LabelledField>
  );
}
