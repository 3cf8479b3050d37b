import { useId } from "react";
import { Disclosure } from "#app/ui/disclosure.tsx";
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
  /** Set where the empty ones are folded away: what unfolds them. */
  more?: string;
};

const emptyRows = 2;

/** Several things of one kind, each with its parts. Rows that stay empty count as none; no script is needed to add one. */
export function RowsField({ label, hint, error, columns, rows, hidden, most, more }: RowsFieldProps) {
  const id = useId();
  const about = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  const spare = Math.max(0, Math.min(emptyRows, most - rows.length));
  const empty = Array.from({ length: spare }, (): Record<string, string> => ({}));
  const shown = more === undefined ? [...rows, ...empty] : rows;
  return (
    <fieldset className="min-w-0" aria-describedby={about || undefined} data-fault={error ? "" : undefined}>
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
      <Rows rows={shown} from={1} columns={columns} hidden={hidden} />
      {more === undefined || spare === 0 ? null : (
        <div className="mt-2">
          <Disclosure summary={<span className="text-sm">{more}</span>}>
            <Rows rows={empty} from={rows.length + 1} columns={columns} hidden={hidden} />
          </Disclosure>
        </div>
      )}
    </fieldset>
  );
}

/** `from`: the number of the first one. */
function Rows({
  rows,
  from,
  columns,
  hidden,
}: Pick<RowsFieldProps, "rows" | "columns" | "hidden"> & { from: number }) {
  return (
    <ol className="mt-2 space-y-4">
      {rows.map((row, at) => (
        <li key={at} className="border-s-2 border-line ps-4">
          <fieldset className="min-w-0 space-y-2 text-sm">
            <legend className="sr-only">{columnWords.row(from + at)}</legend>
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
  );
}
