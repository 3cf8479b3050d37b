import { useEffect, useEffectEvent } from "react";

/** Escape anywhere on the page, unless it has something of its own to close or an input method listens to it. */
export function useEscape(wanted: boolean, act: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing || event.repeat) return;
    if (document.querySelector(openOverThePage)) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    if (!wanted) return;
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [wanted]);
}

/** Dialogs, popovers, and panels that drop from the header (`HeaderPanel`): disclosures of which one is open at a time. */
const openOverThePage = "dialog[open], [popover]:popover-open, details[name][open]";
