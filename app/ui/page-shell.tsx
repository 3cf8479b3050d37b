import type { ReactNode } from "react";
import { Link } from "react-router";
import { OfflineNotice } from "./offline-notice.tsx";
import { ThemeChoice } from "./theme-choice.tsx";
import { shellWords } from "./ui-words.ts";
import { VisitorLinks } from "./visitor-links.tsx";
import { useVisitor } from "./visitor.ts";
import { Wordmark } from "./wordmark.tsx";

type PageShellProps = {
  /** Links or one small form at the end of the header. Leave out what the visitor cannot use. */
  actions?: ReactNode;
  /** Where the name leads; "/" unless told. */
  home?: string;
  children: ReactNode;
};

/** Header, main and footer of every page except the room, which brings its own. */
export function PageShell({ actions, home = "/", children }: PageShellProps) {
  const visitor = useVisitor();
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink to="#main">{shellWords.skip}</SkipLink>
      <header className="no-print border-b border-line">
        <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center justify-between gap-x-2 px-4 py-2 sm:gap-x-6 sm:px-8">
          <Link to={home} className="inline-flex min-h-11 items-center no-underline hover:no-underline">
            {/* Whoever has come in has ways in the header, which need its width. */}
            <Wordmark name={shellWords.name} short={visitor !== null} />
          </Link>
          <OfflineNotice />
          <div className="flex flex-wrap items-center gap-x-4 text-sm">
            {actions}
            <nav aria-label={shellWords.visitor} className="-me-2 flex flex-wrap items-center sm:-me-3">
              <VisitorLinks visitor={visitor} />
            </nav>
          </div>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-6xl flex-1 px-4 py-8 outline-none sm:px-8 sm:py-12"
      >
        {children}
      </main>
      <footer className="no-print border-t border-line">
        <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center justify-between gap-x-10 gap-y-4 px-4 py-6 text-sm text-ink-soft sm:px-8">
          <div>
            <p className="font-semibold text-ink">{shellWords.nature}</p>
            <p>{shellWords.programs}</p>
          </div>
          <ThemeChoice />
        </div>
      </footer>
    </div>
  );
}

type SkipLinkProps = { to: string; className?: string; children: ReactNode };

/** The first stop of the Tab key; shows itself only when it has the focus. */
export function SkipLink({ to, className = "", children }: SkipLinkProps) {
  return (
    <a
      href={to}
      className={`sr-only focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-50 focus:rounded-md focus:bg-sheet focus:px-4 focus:py-3 focus:shadow-panel ${className}`}
    >
      {children}
    </a>
  );
}
