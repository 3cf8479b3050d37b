import type { LucideIcon } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";

type HeaderPanelProps = { label: string; icon: LucideIcon; group: string; children: ReactNode };

/** A button in a header that drops a panel. `group` names panels of which only one is open at a time; Escape closes it. */
export function HeaderPanel({ label, icon: Icon, group, children }: HeaderPanelProps) {
  const panel = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const element = panel.current;
    element?.addEventListener("keydown", closeOnEscape);
    return () => element?.removeEventListener("keydown", closeOnEscape);
  }, []);
  return (
    <details ref={panel} name={group}>
      <summary className="inline-flex min-h-11 items-center gap-2 rounded-md px-2 text-sm font-semibold text-ink hover:bg-pen-wash hover:text-pen sm:px-3">
        <Icon aria-hidden="true" className="size-4 shrink-0 max-sm:hidden" />
        <span>{label}</span>
      </summary>
      {/* It scrolls on a small screen, so the keyboard must reach it. */}
      <div
        role="group"
        aria-label={label}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- axe: scrollable-region-focusable
        tabIndex={0}
        className="absolute start-3 end-3 top-full z-30 mt-2 max-h-[75dvh] overflow-y-auto rounded-lg border border-line bg-sheet p-5 shadow-panel sm:start-auto sm:end-6 sm:w-[30rem] sm:p-6"
      >
        {children}
      </div>
    </details>
  );
}

function closeOnEscape(this: HTMLDetailsElement, event: KeyboardEvent) {
  if (event.key !== "Escape" || !this.open) return;
  // One Escape does one thing: what listens further out (stopping a reply) must not hear it.
  event.stopPropagation();
  this.open = false;
  this.querySelector("summary")?.focus();
}
