import type { KeyboardEvent } from "react";
import { touchOnly } from "#app/ui/touch-only.ts";

/** Enter sends, Shift+Enter starts a new line; where only fingers type Enter is a new line too, as in every messenger. */
export function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Enter" || event.shiftKey) return;
  // Enter that picks a word in an input method is not a send; Safari tells only by keyCode 229.
  if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
  const always = event.ctrlKey || event.metaKey;
  if (!always && touchOnly()) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
