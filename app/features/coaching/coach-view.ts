import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { currentTopic } from "./coach-reading.ts";
import { freshFirst, note } from "./note-writing.ts";

/** Longest position that still fits a note, in words. */
const maxViewWords = 28;

const viewLabels = ["{name}’s side", "The other chair", "Seen from there", "A fair point", "What {name} guards"];

/** The one note of a conversation that says how a reasonable person could hold the partner's view. */
export function viewNotes({ content, path }: { content: ScenarioContent; path: Turn[] }): string[] {
  const topic = currentTopic(path) ?? content.persona.positions[0]?.topic ?? "";
  const view = viewOf(content, topic);
  const effects = view
    ? [`{quote} meets somebody with a point: ${view}. Show that you have seen it before you press yours.`]
    : [
        `{quote} meets somebody with a point: on ${topic}, {name} stands to lose something real. Show that you have seen it before you press yours.`,
      ];
  return freshFirst(viewLabels, path, content).map((label) => note(content, path, label, effects[0] ?? ""));
}

/** Authors may write a position in the partner's own voice; the coach never speaks in it, so such a one is left out. */
function viewOf({ persona }: ScenarioContent, topic: string): string | null {
  const position = persona.positions.find((known) => known.topic === topic)?.position ?? "";
  const plain = position.replace(/\.$/u, "");
  if (plain === "" || /\b(?:I|I['’]\w+|me|my|mine|we|us|our|you|your)\b/u.test(plain) || /[.?!]\s/u.test(plain)) return null;
  if (plain.split(" ").length > maxViewWords) return null;
  return /^(?:[A-Z][a-z]+ (?:[A-Z]|and [A-Z]|is|has|likes)|\d)/u.test(plain) && !/^(?:The|All|Every|It|There|This|That|What|If)/u.test(plain)
    ? plain
    : plain.charAt(0).toLowerCase() + plain.slice(1);
}
