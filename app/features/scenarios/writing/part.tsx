import type { ReactNode } from "react";

/** One part of a scenario's form. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="space-y-5 border-t border-line pt-6">
      <h2 className="font-script text-xl font-semibold">{title}</h2>
      {children}
    </section>
  );
}
