import type { ReactNode } from "react";

type SpecimenProps = {
  of: { name: string } | string;
  about?: string;
  /** A function where both themes must not share a name. */
  children: ReactNode | ((theme: string) => ReactNode);
};

/** One part, named, in both themes side by side. */
export function Specimen({ of, about, children }: SpecimenProps) {
  const name = typeof of === "string" ? of : of.name;
  return (
    <section className="mt-10" aria-label={name}>
      <h3 data-part={name} className="font-script text-lg font-semibold">
        {name} {about ? <span className="text-sm font-normal text-ink-soft">{about}</span> : null}
      </h3>
      <div className="mt-3 grid gap-4 lg:grid-cols-2">
        {(["light", "dark"] as const).map((theme) => (
          // Contained, so that what is fixed to the screen stays in its box.
          <div
            key={theme}
            data-theme={theme}
            className="min-w-0 space-y-4 rounded-md border border-line bg-paper p-5 text-ink contain-layout"
          >
            {typeof children === "function" ? children(theme) : children}
          </div>
        ))}
      </div>
    </section>
  );
}

export function Shelf({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-chapter border-t border-line pt-8" aria-label={title}>
      <h2 className="font-script text-2xl font-semibold">{title}</h2>
      {children}
    </section>
  );
}

/** A word or two beside what it names. */
export function Named({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <p className="w-28 shrink-0 text-xs text-ink-soft">{name}</p>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
