import { type ComponentProps, useId } from "react";
import { fieldLook } from "./labelled-field.tsx";

type SelectFieldProps = Omit<ComponentProps<"select">, "id" | "className" | "children"> & {
  label: string;
  options: { value: string; label: string }[];
};

/** One of several, from a list that the system draws. */
export function SelectField({ label, options, ...select }: SelectFieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      <select {...select} id={id} className={`mt-1 min-h-11 ${fieldLook}`}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
