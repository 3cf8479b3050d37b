import { type RefObject, useEffect } from "react";

/**
 * Sets `--keyboard` to the height that a keyboard covers. Safari on iOS lays it over the page and makes only the visual
 * viewport smaller; elsewhere the page itself gets smaller (`interactive-widget=resizes-content`) and nothing is covered.
 */
export function useKeyboardInset(panes: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    const room = panes.current?.parentElement;
    if (!viewport || !room) return;
    const fit = () => {
      room.style.removeProperty("--keyboard");
      // A room on a very low screen is a document, in which the browser brings the box into view by itself.
      if (getComputedStyle(room).overflowY === "visible") return;
      // Whoever has pinched the page larger sees a part of it, and nothing is covered.
      const covered = viewport.scale > 1 ? 0 : Math.floor(room.offsetHeight - viewport.height);
      if (covered <= 0) return;
      room.style.setProperty("--keyboard", `${covered}px`);
      // Safari has moved the page up to show the box, which now is in view by itself.
      window.scrollTo(0, 0);
    };
    viewport.addEventListener("resize", fit);
    return () => viewport.removeEventListener("resize", fit);
  }, [panes]);
}
