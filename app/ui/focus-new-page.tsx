import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

/**
 * Gives the focus that went away with the last page to the heading of the new one, as a page load would begin at its top
 * and the router does not: otherwise a screen reader stays silent on a link that is gone. A page that has put the focus
 * somewhere itself keeps it there, and whoever only moves within a page keeps theirs. Rendered once, after every page.
 */
export function FocusNewPage() {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    if (document.activeElement !== document.body) return;
    const heading = document.querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    // Where the page is scrolled to is the router's to say.
    heading?.focus({ preventScroll: true });
  }, [pathname]);
  return null;
}
