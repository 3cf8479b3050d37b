import { useCallback, useEffect, useState } from "react";

/** How long a text stands in its live region: long enough for every screen reader to have taken it. */
const heldMs = 1_000;
/** The silence after it, so that even the same words twice are a change. */
const silentMs = 200;

/**
 * Texts for a live region, which shows one at a time: what comes while another stands there waits for its turn instead
 * of taking its place unheard.
 */
export function useOneByOne(): { shown: string; say: (texts: string[]) => void } {
  const [line, setLine] = useState<string[]>([]);
  const [shown = ""] = line;
  const say = useCallback((texts: string[]) => {
    if (texts.length > 0) setLine((waiting) => [...waiting, ...texts.flatMap((text) => [text, ""])]);
  }, []);
  useEffect(() => {
    if (line.length === 0) return;
    // A line that has grown meanwhile has a timer of its own.
    const drop = () => setLine((now) => (now === line ? now.slice(1) : now));
    const timer = setTimeout(drop, line[0] === "" ? silentMs : heldMs);
    return () => clearTimeout(timer);
  }, [line]);
  return { shown, say };
}
