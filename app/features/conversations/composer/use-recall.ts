import { type KeyboardEvent, useRef } from "react";

/** How many messages back the box stands, and what stood in it before. */
type Place = { back: number; draft: string };

/**
 * ArrowUp in an empty box recalls the last message, and again an older one; ArrowDown comes back to what stood there.
 * Once a recalled message is edited, or the caret has left its end, the arrows are the caret's again.
 */
export function useRecall(ownMessages: string[], put: (text: string) => void) {
  const place = useRef<Place | null>(null);
  return (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const step = steps[event.key];
    if (step === undefined || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.nativeEvent.isComposing) return;
    const { value, selectionStart } = event.currentTarget;
    const { back, draft } = place.current ?? { back: 0, draft: value };
    const recalled = back > 0 && value === ownMessages.at(-back) && selectionStart === value.length;
    if (!recalled && (step < 0 || value.trim() !== "")) return;

    const next = recalled ? back + step : 1;
    event.preventDefault();
    if (next > ownMessages.length) return;
    const before = recalled ? draft : value;
    place.current = next === 0 ? null : { back: next, draft: before };
    put(next === 0 ? before : (ownMessages.at(-next) ?? ""));
  };
}

const steps: Record<string, 1 | -1> = { ArrowUp: 1, ArrowDown: -1 };
