import { maxMessageCharacters } from "#app/features/conversations/conversation.ts";
import { selfHarmSignal } from "./self-harm-signal.ts";

/**
 * Does anything in what somebody typed into a form (its texts, lists and rows) signal self-harm? Each text is read for
 * itself, and of a form that holds more than any of ours may keep only the beginning: it comes back in any case.
 */
export function typedSignals(typed: unknown): boolean {
  let left = mostCharacters;
  return textsIn(typed).some((text) => {
    const part = text.slice(0, Math.min(maxMessageCharacters, left));
    left -= part.length;
    return part !== "" && selfHarmSignal(part) !== null;
  });
}

/** More than the largest scenario within its limits has, every character of it counted twice as UTF-16 does. */
const mostCharacters = 80_000;

function textsIn(typed: unknown): string[] {
  if (typeof typed === "string") return [typed];
  return typeof typed === "object" && typed !== null ? Object.values(typed).flatMap(textsIn) : [];
}
