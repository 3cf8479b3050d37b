import type { ComponentProps } from "react";
import { type FieldWords, fieldLook, LabelledField } from "./labelled-field.tsx";

type TextFieldProps = Omit<ComponentProps<"input">, "id" | "className"> & FieldWords;

/** A line to write in. */
export function TextField({ id, label, hint, error, ...input }: TextFieldProps) {
  return (
    <LabelledField id={id} label={label} hint={hint} error={error}>
      {(ties) => (
        <input type="text" dir="auto" {...input} {...ties} className={`mt-1 h-target ${fieldLook}`} />
      )}
    </LabelledField>
  );
}
