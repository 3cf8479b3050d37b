import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { currentTopic } from "./coach-reading.ts";
import type { NoteKind } from "./coach-reading.ts";
import { fill, freshFirst, note } from "./note-writing.ts";
import { sentencesOf } from "./sentences.ts";

/** Longest position that still fits a note, in words. */
const maxViewWords = 24;

const viewLabels = ["{name}’s side", "The other chair", "Seen from there", "A fair point", "What {name} guards"];

/**
 * The one note of a conversation that says how a reasonable person could hold the partner's view: beside the praise of a
 * turn that worked (`plain` holds those notes), against a hard word, or as what a timid learner need not be silenced by.
 */
export function viewNotes(
  { content, path }: { content: ScenarioContent; path: Turn[] },
  kind: NoteKind,
  plain: string[],
): string[] {
  const topic = currentTopic(path) ?? content.persona.positions[0]?.topic ?? "";
  const view = viewOf(content, topic) ?? `when it comes to ${topic}, something real is at stake for {object}`;
  if (kind === "well-done" || kind === "listened" || kind === "agreed") {
    return plain.flatMap((text) => {
      const sentences = sentencesOf(text);
      return sentences.length === 1 ? [`${text} ${fill(`Seen from {possessive} chair: ${view}.`, content)}`] : [];
    });
  }
  const effect = unkind.includes(kind)
    ? `{quote} goes too far, and it steps over a fair point of {name}’s: ${view}. Take the edge off, and answer that.`
    : timid.includes(kind)
      ? `{quote} gives way, though {name}’s reason and yours can stand side by side: ${view}. Say yours next to it.`
      : `{quote} meets somebody with a point: ${view}. Show that you have seen it before you press yours.`;
  return freshFirst(viewLabels, path, content).map((label) => note(content, path, label, effect));
}

const unkind: readonly NoteKind[] = ["insult", "threat", "blame", "demand"];
const timid: readonly NoteKind[] = ["give-in", "evade", "magic-words", "repeat"];

/** Authors may write a position in the partner's own voice; the coach never speaks in it, so such a one is left out. */
function viewOf({ persona }: ScenarioContent, topic: string): string | null {
  const position = persona.positions.find((known) => known.topic === topic)?.position ?? "";
  const plain = position.replace(/\.$/u, "");
  if (plain === "" || /\b(?:I|I['’]\w+|me|my|mine|we|us|our|you|your)\b/iu.test(plain) || /[.?!]\s/u.test(plain)) return null;
  if (plain.split(" ").length > maxViewWords) return null;
  const startsWithName = /^(?:[A-Z][a-z]+ (?:is|has|likes|[A-Z])|\d)/u.test(plain) && !/^(?:The|All|Every|It|There|This|That|What|If|She|He|They)\b/u.test(plain);
  return startsWithName ? plain : plain.charAt(0).toLowerCase() + plain.slice(1);
}
