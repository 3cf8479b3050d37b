import ArrowDown from "lucide-react/icons/arrow-down";
import type { ReactNode } from "react";
import { usePinned } from "./use-pinned.ts";

type ScrollPaneProps = {
  id: string;
  role: "log" | "group";
  label: string;
  /** Words on the button that leads back to the end. */
  latest: string;
  /** How the ids in it begin: an address that names one of them opens the pane there, not at its end. */
  anchors: string;
  sent: string | null;
  arriving: boolean;
  children: ReactNode;
};

/**
 * A pane that scrolls by itself and stays at its end while words come in, for as long as its reader is there. A log does not
 * speak by itself (`aria-live="off"`): replies are announced once, whole, by the room's own status region.
 */
export function ScrollPane({ id, role, label, latest, anchors, sent, arriving, children }: ScrollPaneProps) {
  const { paneRef, contentRef, isFar, toEnd } = usePinned({ anchors, sent, arriving });
  return (
    <div className="pane-window">
      <div
        ref={paneRef}
        id={id}
        role={role}
        aria-live={role === "log" ? "off" : undefined}
        aria-label={label}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It scrolls, so the keyboard must reach it.
        tabIndex={0}
        className="pane-scroll"
      >
        <div ref={contentRef}>
          {children}
          <div className="pane-end" />
        </div>
      </div>
      {isFar ? (
        <button type="button" onClick={toEnd} className="jump-button">
          <ArrowDown aria-hidden="true" className="size-4" />
          {latest}
        </button>
      ) : null}
    </div>
  );
}
