import { useEffect, useState } from "react";

/** Long enough to be seen and heard, short enough to be pressed again. */
const toldMs = 2_500;

/** Puts a text on the clipboard; `outcome` says for a moment whether it is there. */
export function useCopy(text: string): { outcome: "copied" | "refused" | null; copy(): Promise<void> } {
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), toldMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("copied");
    } catch {
      setOutcome("refused");
    }
  }
  return { outcome, copy };
}
