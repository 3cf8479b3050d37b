import type { ReactNode } from "react";

/**
 * What went wrong, said at once. It stands in the page before it has anything to say: a live region that comes together
 * with its words goes unheard.
 */
export function Alert({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div role="alert">
      {children ? (
        <p
          id={id}
          className="mx-4 mt-3 rounded-md border border-transparent bg-alarm-wash px-3 py-2 text-sm text-alarm sm:mx-8"
        >
          {children}
        </p>
      ) : null}
    </div>
  );
}
