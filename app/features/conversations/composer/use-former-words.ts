import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import { touchOnly } from "#app/ui/touch-only.ts";

/**
 * Whoever goes back to a moment finds the words they had said then in the box, ready to be changed. Whoever leaves that
 * moment without having changed them need not clear them away.
 */
export function useFormerWords(
  formerWords: string | null,
  box: RefObject<HTMLTextAreaElement | null>,
  put: (words: string) => void,
): void {
  const given = useRef(formerWords);
  const change = useEffectEvent(() => {
    const element = box.current;
    if (!element || given.current === formerWords) return;
    if (element.value === given.current) put("");
    given.current = formerWords;
    if (formerWords === null) return;
    put(withReturned(formerWords, element));
    // The message that was pressed is gone from the page, and the focus with it.
    if (!touchOnly()) element.focus({ preventScroll: true });
  });
  useEffect(() => change(), [formerWords]);
}

/** What comes back goes before what has been written since; neither is worth less. */
export function withReturned(returned: string, element: HTMLTextAreaElement): string {
  const written = element.value;
  if (returned !== "" && !written.includes(returned)) {
    element.value = written.trim() === "" ? returned : `${returned}\n\n${written}`;
  }
  return element.value;
}
