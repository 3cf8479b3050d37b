/** The mark: lines of a script, the margin line, and one pencilled note beside them. Decorative; the name stands next to it. */
export function Mark({ className = "size-8" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" className="fill-pen" />
      <g className="stroke-on-pen" strokeWidth="2.6" strokeLinecap="round" fill="none">
        <path d="M7 10h9M7 16h7M7 22h9" />
        <path d="M21 5.5v21" strokeWidth="1.3" opacity="0.6" />
        <path d="M25 16h1.4" />
      </g>
    </svg>
  );
}

/** The name as it stands in the header of every page. `short`: where the page is narrow, the mark alone is seen. */
export function Wordmark({ name, short = false }: { name: string; short?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <Mark className="size-7 shrink-0" />
      <span
        className={`font-script text-lg font-semibold tracking-tight whitespace-nowrap text-ink ${short ? "max-sm:sr-only" : ""}`}
      >
        {name}
      </span>
    </span>
  );
}
