import type { ComponentProps } from "react";
import { type FieldWords, fieldLook, LabelledField } from "./labelled-field.tsx";

type SelectFieldProps = Omit<ComponentProps<"select">, "id" | "className" | "children"> &
  FieldWords & { options: { value: string; label: string }[] };

/** One of several, from a list that the system draws. */
export function SelectField({ id, label, hint, error, options, ...select }: SelectFieldProps) {
  return (
    <LabelledField id={id} label={label} hint={hint} error={error}>
      {(ties) => (
        <select {...select} {...ties} className={`mt-1 h-target ${fieldLook}`}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </LabelledField>
  );
}
