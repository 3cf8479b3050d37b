import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { shareLimits, usualPreferences } from "#app/features/conversations/room-preferences.ts";
import { paneWords } from "./pane-words.ts";

type ShareProps = { share: number; onShare: (share: number) => void };

/**
 * The line between the panes, to be moved by pointer or keyboard; a double click puts it back.
 * https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/
 */
export function PaneSeparator({ share, onShare }: ShareProps) {
  const line = useRef<HTMLDivElement>(null);

  /** While it is dragged the width follows the pointer; where it is let go it settles on the nearest step. */
  function follow(event: PointerEvent<HTMLDivElement>) {
    if (!line.current?.hasPointerCapture(event.pointerId)) return;
    line.current.parentElement?.style.setProperty("--share", `${shareAt(line.current, event.clientX)}%`);
  }

  function settle(event: PointerEvent<HTMLDivElement>) {
    const panes = line.current?.parentElement;
    if (!line.current || !panes?.style.getPropertyValue("--share")) return;
    panes.style.removeProperty("--share");
    if (event.type === "pointerup") onShare(nearestStep(shareAt(line.current, event.clientX)));
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const wanted = shareFor(event, share);
    if (wanted === null) return;
    event.preventDefault();
    onShare(wanted);
  }

  return (
    <div
      ref={line}
      role="separator"
      aria-label={paneWords.share}
      aria-orientation="vertical"
      aria-controls="conversation"
      aria-valuenow={share}
      aria-valuemin={shareLimits.least}
      aria-valuemax={shareLimits.most}
      aria-valuetext={paneWords.shareNow(share)}
      tabIndex={0}
      className="pane-separator needs-script"
      onKeyDown={onKeyDown}
      onDoubleClick={() => onShare(usualPreferences.share)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={follow}
      onPointerUp={settle}
      onPointerCancel={settle}
    />
  );
}

/** The same for whoever can neither drag nor type: one step to either side. */
export function ShareButtons({ share, onShare }: ShareProps) {
  const { least, most, step } = shareLimits;
  return (
    <div className="share-buttons needs-script">
      <button
        type="button"
        aria-label={paneWords.narrower}
        title={paneWords.narrower}
        disabled={share <= least}
        onClick={() => onShare(share - step)}
      >
        <ChevronLeft aria-hidden="true" className="along size-4" />
      </button>
      <button
        type="button"
        aria-label={paneWords.wider}
        title={paneWords.wider}
        disabled={share >= most}
        onClick={() => onShare(share + step)}
      >
        <ChevronRight aria-hidden="true" className="along size-4" />
      </button>
    </div>
  );
}

function shareFor({ key, currentTarget }: KeyboardEvent<HTMLElement>, share: number): number | null {
  const { least, most, step } = shareLimits;
  const forward = isRightToLeft(currentTarget) ? "ArrowLeft" : "ArrowRight";
  if (key === "Home") return least;
  if (key === "End") return most;
  if (key === "ArrowLeft" || key === "ArrowRight")
    return Math.min(most, Math.max(least, share + (key === forward ? step : -step)));
  return null;
}

function shareAt(line: HTMLElement, x: number): number {
  const { left, width } = line.parentElement?.getBoundingClientRect() ?? { left: 0, width: 1 };
  const part = ((x - left) / width) * 100;
  return Math.min(shareLimits.most, Math.max(shareLimits.least, isRightToLeft(line) ? 100 - part : part));
}

function nearestStep(share: number): number {
  return Math.round(share / shareLimits.step) * shareLimits.step;
}

function isRightToLeft(element: HTMLElement): boolean {
  return getComputedStyle(element).direction === "rtl";
}
