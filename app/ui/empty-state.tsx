import type { ReactNode } from "react";

type EmptyStateProps = {
  title: string;
  /** One link or small form: how the first one comes. */
  action?: ReactNode;
  children?: ReactNode;
};

/** Stands where a list would, while there is nothing to list: why, and how that changes. */
export function EmptyState({ title, action, children }: EmptyStateProps) {
  return (
    <div className="rounded-lg border border-dashed border-control px-6 py-10 text-center">
      <p className="font-script text-lg font-semibold">{title}</p>
      {children ? <p className="mx-auto mt-1 max-w-[46ch] text-ink-soft">{children}</p> : null}
      {action ? <div className="mt-5">{action}</div> : null}
    </div>
  );
}
