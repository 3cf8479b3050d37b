import type { ReactNode } from "react";

type PageSheetProps = {
  title: string;
  /** Said over the title: who sent it, what it belongs to. */
  over?: string;
  children: ReactNode;
};

/** A page that is one sheet of paper: a short matter, its title, and what to do. Parts keep their distance by themselves. */
export function PageSheet({ title, over, children }: PageSheetProps) {
  return (
    <div className="mx-auto max-w-2xl rounded-lg border border-line bg-sheet p-6 shadow-sheet sm:mt-6 sm:p-10">
      {over ? (
        <p className="text-sm text-ink-soft" dir="auto">
          {over}
        </p>
      ) : null}
      <h1 className="mt-1 font-script text-2xl font-semibold">{title}</h1>
      <div className="mt-4 space-y-5">{children}</div>
    </div>
  );
}
