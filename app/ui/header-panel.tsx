import type { LucideIcon } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";

type HeaderPanelProps = { label: string; icon: LucideIcon; group: string; children: ReactNode };

/** A button in a header that drops a panel. `group` names panels of which only one is open at a time. */
export function HeaderPanel({ label, icon: Icon, group, children }: HeaderPanelProps) {
  return (
    <details name={group} className="header-panel" onKeyDown={closeOnEscape}>
      <summary className="inline-flex min-h-11 items-center gap-2 rounded-md px-2 text-sm sm:px-3 font-semibold text-ink hover:bg-pen-wash hover:text-pen">
        <Icon aria-hidden="true" className="size-4 shrink-0 max-sm:hidden" />
        <span>{label}</span>
      </summary>
      <div className="absolute start-3 end-3 top-full z-30 mt-2 max-h-[75dvh] overflow-y-auto rounded-lg border border-line bg-sheet p-5 shadow-panel sm:start-auto sm:end-6 sm:w-[30rem] sm:p-6">
        {children}
      </div>
    </details>
  );
}

function closeOnEscape(event: KeyboardEvent<HTMLDetailsElement>) {
  const panel = event.currentTarget;
  if (event.key !== "Escape" || !panel.open) return;
  event.stopPropagation();
  panel.open = false;
  panel.querySelector("summary")?.focus();
}
