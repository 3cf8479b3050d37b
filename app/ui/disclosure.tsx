import type { ReactNode } from "react";
import ChevronDown from "lucide-react/icons/chevron-down";

type DisclosureProps = {
  summary: ReactNode;
  open?: boolean;
  /** On paper it is open; `content`: there what opens it says nothing, and is left out. */
  printed?: "all" | "content";
  children: ReactNode;
};

/** A part that opens in place; works without JavaScript. */
export function Disclosure({ summary, open, printed = "all", children }: DisclosureProps) {
  return (
    <details open={open} className="border-t border-line last:border-b">
      <summary
        className={`flex min-h-11 items-center justify-between gap-3 py-2.5 font-semibold hover:text-pen ${printed === "content" ? "no-print" : ""}`}
      >
        <span className="min-w-0">{summary}</span>
        <ChevronDown aria-hidden="true" className="chevron size-5 shrink-0 text-ink-soft" />
      </summary>
      <div className="pb-4">{children}</div>
    </details>
  );
}
