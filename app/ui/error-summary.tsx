import { type ReactNode, useEffect, useRef } from "react";

type ErrorSummaryProps = {
  /** The answer it belongs to: a new one brings the focus back. Null: it takes none. */
  answer: unknown;
  /** Each leads to its field, by its id. */
  faults: { field: string; words: string }[];
  /** That nothing was done, and why. */
  children: ReactNode;
};

/** Stands over a form that was refused, and takes the focus: what is wrong, each with the way to its field. */
export function ErrorSummary({ answer, faults, children }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer !== null) box.current?.focus();
  }, [answer]);
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-md bg-alarm-wash px-4 py-3 text-sm text-alarm"
    >
      <p>{children}</p>
      {faults.length === 0 ? null : (
        <ul className="mt-1">
          {faults.map(({ field, words }) => (
            <li key={field}>
              <a href={`#${field}`} className="inline-flex min-h-6 items-center text-alarm">
                {words}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
