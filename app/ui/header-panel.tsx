import type { LucideIcon } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";

type HeaderPanelProps = {
  label: ReactNode;
  /** What the panel is called, in words. */
  name: string;
  icon: LucideIcon;
  /** Panels of one group: only one is open at a time. */
  group: string;
  children: ReactNode;
};

/** A button in a header that drops a panel. Escape closes it, and so does a press anywhere else. */
export function HeaderPanel({ label, name, icon: Icon, group, children }: HeaderPanelProps) {
  const panel = useRef<HTMLDetailsElement>(null);
  useEffect(() => (panel.current ? closeFromOutside(panel.current) : undefined), []);
  return (
    <details ref={panel} name={group}>
      <summary className={headerButton}>
        <Icon aria-hidden="true" className="size-4 shrink-0 small:hidden" />
        <span>{label}</span>
      </summary>
      {/* It scrolls on a small screen, so the keyboard must reach it. */}
      <div
        role="group"
        aria-label={name}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- axe: scrollable-region-focusable
        tabIndex={0}
        className="absolute start-3 end-3 top-full z-30 mt-2 max-h-[max(12rem,calc(100dvh-15rem))] overflow-y-auto rounded-lg border border-line bg-sheet p-5 shadow-panel sm:start-auto sm:end-6 sm:max-h-[max(12rem,calc(100dvh-5.5rem))] sm:w-[30rem] sm:p-6"
      >
        {children}
      </div>
    </details>
  );
}

/** How what can be pressed in a header looks. */
export const headerButton =
  "inline-flex min-h-11 items-center gap-2 rounded-md px-2 text-sm font-semibold whitespace-nowrap text-ink no-underline hover:bg-pen-wash hover:text-pen hover:no-underline sm:px-3 low:px-2";

/** Listens on the whole page, since the panel stays open while somebody writes on. Returns how to stop. */
function closeFromOutside(panel: HTMLDetailsElement): () => void {
  function close(event: KeyboardEvent) {
    if (event.key !== "Escape" || !panel.open) return;
    // One Escape does one thing: what else listens (stopping a reply) must not hear it. Hence in the capture phase.
    event.stopPropagation();
    const hadFocus = panel.contains(document.activeElement);
    panel.open = false;
    if (hadFocus) panel.querySelector("summary")?.focus();
  }
  function closeElsewhere(event: PointerEvent) {
    if (event.target instanceof Node && !panel.contains(event.target)) panel.open = false;
  }
  document.addEventListener("keydown", close, { capture: true });
  document.addEventListener("pointerdown", closeElsewhere);
  return () => {
    document.removeEventListener("keydown", close, { capture: true });
    document.removeEventListener("pointerdown", closeElsewhere);
  };
}
