import { useId } from "react";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { columnWords } from "./writing-words.ts";

type Column = {
  name: string;
  label: string;
  /** A text of more than a few words. */
  long?: boolean;
};

type RowsFieldProps = {
  label: string;
  hint?: string;
  error: string | null;
  columns: Column[];
  /** Each row's texts by column, and what stands hidden in it. */
  rows: Record<string, string>[];
  hidden?: string;
  /** So many may there be; two empty ones are offered, as far as that goes. */
  most: number;
};

const emptyRows = 2;

/** Several things of one kind, each with its parts. Rows that stay empty count as none; no script is needed to add one. */
export function RowsField({ label, hint, error, columns, rows, hidden, most }: RowsFieldProps) {
  const id = useId();
  const about = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  const shown = [...rows, ...Array.from({ length: emptyRows }, (): Record<string, string> => ({}))];
  return (
    <fieldset className="min-w-0" aria-describedby={about || undefined}>
      <legend className="font-semibold">{label}</legend>
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
      <ol className="mt-2 space-y-4">
        {shown.slice(0, Math.max(most, rows.length)).map((row, at) => (
          <li key={at} className="border-s-2 border-line ps-4">
            <fieldset className="min-w-0 space-y-2 text-sm">
              <legend className="sr-only">{columnWords.row(at + 1)}</legend>
              {hidden ? <input type="hidden" name={hidden} defaultValue={row[hidden] ?? ""} /> : null}
              {columns.map(({ name, label: column, long = false }) =>
                long ? (
                  <TextArea key={name} label={column} name={name} rows={2} defaultValue={row[name] ?? ""} />
                ) : (
                  <TextField key={name} label={column} name={name} defaultValue={row[name] ?? ""} />
                ),
              )}
            </fieldset>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
