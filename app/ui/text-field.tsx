import { type ComponentProps, type ReactNode, useId } from "react";

type FieldProps = {
  label: string;
  /** What is expected, in a sentence. */
  hint?: string;
  /** What was wrong with it, and how it is right. */
  error?: string | undefined;
};

type TextFieldProps = FieldProps & ComponentProps<"input">;

/** A line to write in, under its label; what was wrong with it stands between the two. */
export function TextField({ label, hint, error, className = "", ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(described) => (
        <input {...rest} {...described} dir={rest.type === "number" ? undefined : "auto"} className={box} />
      )}
    </Field>
  );
}

type TextAreaProps = FieldProps & ComponentProps<"textarea">;

/** The same with room for a few lines. */
export function TextArea({ label, hint, error, className = "", ...rest }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(described) => (
        <textarea rows={3} dir="auto" {...rest} {...described} className={`${box} field-sizing-content`} />
      )}
    </Field>
  );
}

type SelectFieldProps = FieldProps & ComponentProps<"select">;

/** One of several, from a list that is too long to lie open. */
export function SelectField({ label, hint, error, className = "", children, ...rest }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(described) => (
        <select {...rest} {...described} className={box}>
          {children}
        </select>
      )}
    </Field>
  );
}

type Described = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

type AroundProps = {
  label: string;
  hint: string | undefined;
  error: string | undefined;
  className: string;
  children(described: Described): ReactNode;
};

function Field({ label, hint, error, className, children }: AroundProps) {
  const id = useId();
  const told = [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter((name) => name !== null);
  return (
    <div className={className}>
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="mt-1 text-sm text-alarm">
          {error}
        </p>
      ) : null}
      {children({
        id,
        ...(told.length > 0 ? { "aria-describedby": told.join(" ") } : {}),
        ...(error ? { "aria-invalid": true as const } : {}),
      })}
    </div>
  );
}

const box =
  "mt-1.5 block min-h-target w-full rounded-md border border-control bg-sheet px-3.5 py-2 text-base text-ink aria-invalid:border-alarm focus-visible:outline-2 focus-visible:outline-offset-0";
