import { useCallback, useEffect, useLayoutEffect, useState } from "react";
import { type ScrollElements, useStickToBottom } from "use-stick-to-bottom";
import { useMedia } from "#app/ui/use-media.ts";

/** The way back to the end is offered from this far on, and no longer from this near. Two limits, so that it never flickers. */
const far = { showPx: 200, hidePx: 60 };

/** Air over a turn that stands at the top of its pane. */
const overStartPx = 16;

/**
 * Keeps a pane at its end while words come in, as long as its reader is there; whoever scrolls up by a hair is left in
 * peace. It opens at its end, and `sent`, which changes with each message of their own, brings them back to it.
 */
export function usePinned({
  anchors,
  sent,
  arriving,
}: {
  anchors: string;
  sent: string | null;
  arriving: boolean;
}) {
  const still = useMedia("(prefers-reduced-motion: reduce)");
  const { scrollRef, contentRef, scrollToBottom, state } = useStickToBottom({
    initial: namesPlaceIn(anchors) ? false : "instant",
    // Words glide in. Whatever else changes the height (a window, a font, a keyboard) must not move the page before one's eyes.
    resize: still || !arriving ? "instant" : "smooth",
    targetScrollTop: endToShow,
  });
  const [isFar, setFar] = useState(false);

  const look = useCallback(() => {
    const pane = scrollRef.current;
    if (!pane) return;
    const left = pane.scrollHeight - pane.clientHeight - pane.scrollTop;
    setFar((was) => !state.isAtBottom && left > (was ? far.hidePx : far.showPx));
  }, [scrollRef, state]);
  // The library renders anew when the reader leaves the end or comes back to it.
  useEffect(look);

  useLayoutEffect(() => {
    const pane = scrollRef.current;
    const content = contentRef.current;
    if (!pane || !content) return;
    // The library watches what is in the pane; a pane that itself grows or shrinks (a turned phone, a keyboard, a longer
    // message in the box) must keep its end in view too.
    const stay = () => {
      if (state.isAtBottom) state.scrollTop = Math.max(state.scrollTop, state.calculatedTargetScrollTop);
    };
    const resized = new ResizeObserver(([entry]) => {
      if (entry?.target === pane) stay();
      look();
    });
    stay();
    resized.observe(pane);
    resized.observe(content);
    pane.addEventListener("scroll", look, { passive: true });
    return () => {
      resized.disconnect();
      pane.removeEventListener("scroll", look);
    };
  }, [scrollRef, contentRef, state, look]);

  useLayoutEffect(() => {
    if (sent) void scrollToBottom(still ? "instant" : "smooth");
    // Only a message brings the reader back, not a change of mind about motion.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [sent]);

  function toEnd() {
    void scrollToBottom(still ? "instant" : "smooth");
    // The button is about to go; the focus stays with what it led to.
    scrollRef.current?.focus({ preventScroll: true });
  }

  return { paneRef: scrollRef, contentRef, isFar, toEnd };
}

/** What is to be read from its beginning, as the help card is, stays there; its end would hide whom to call. */
function endToShow(end: number, { scrollElement: pane, contentElement }: ScrollElements): number {
  const turn = contentElement.querySelector("[data-from-start]");
  if (!turn) return end;
  const start = pane.scrollTop + turn.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  return Math.min(end, start - overStartPx);
}

function namesPlaceIn(anchors: string): boolean {
  return typeof location !== "undefined" && location.hash.startsWith(`#${anchors}`);
}
