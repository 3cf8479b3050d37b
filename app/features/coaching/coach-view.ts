import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { currentTopic } from "./coach-reading.ts";
import type { NoteKind } from "./coach-reading.ts";
import { findAnyKeyword } from "./keywords.ts";
import { fill, freshFirst, note } from "./note-writing.ts";
import { sentencesOf } from "./sentences.ts";

/** Longest position that still fits a note, in words. */
const maxViewWords = 24;

const viewLabels = [
  "{name}’s side",
  "The other chair",
  "Seen from there",
  "A fair point",
  "What {name} guards",
];

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
  const told =
    viewOf(content, topic) ?? interestOf(content, topic) ?? `{name}’s own reasons when it comes to ${topic}`;
  if (kind === "well-done" || kind === "listened" || kind === "agreed") {
    return plain.flatMap((text) => {
      const sentences = sentencesOf(text);
      return sentences.length === 1 ? [`${text} ${fill(`Keep in mind ${told}.`, content)}`] : [];
    });
  }
  const effect = unkind.includes(kind)
    ? `{quote} goes too far, and it steps over ${told}. Take the edge off, and answer that.`
    : timid.includes(kind)
      ? `{quote} gives way, but your wish can stand beside ${told}. Say yours next to it.`
      : `{quote} meets ${told}. Show that you have seen it before you press yours.`;
  return freshFirst(viewLabels, path, content).map((label) => note(content, path, label, effect));
}

const unkind: readonly NoteKind[] = ["insult", "threat", "blame", "sore-spot", "demand"];
const timid: readonly NoteKind[] = ["give-in", "evade", "magic-words", "repeat"];

/** Authors may write a position in the partner's own voice; the coach never speaks in it, so such a one is left out. */
function viewOf({ persona }: ScenarioContent, topic: string): string | null {
  const position = persona.positions.find((known) => known.topic === topic)?.position ?? "";
  const plain = position.replace(/\.$/u, "");
  if (
    plain === "" ||
    /\b(?:I|I['’]\w+|me|my|mine|we|us|our|you|your)\b/iu.test(plain) ||
    /[.?!]\s/u.test(plain)
  )
    return null;
  if (plain.split(" ").length > maxViewWords) return null;
  const startsWithName =
    /^(?:[A-Z][a-z]+ (?:is|has|likes|[A-Z])|\d)/u.test(plain) &&
    !/^(?:The|All|Every|It|There|This|That|What|If|She|He|They)\b/u.test(plain);
  return `{name}’s own reason: ${startsWithName ? plain : plain.charAt(0).toLowerCase() + plain.slice(1)}`;
}

/** What the partner is after underneath, when the position itself cannot be told: the interest nearest to the topic. */
function interestOf({ persona }: ScenarioContent, topic: string): string | null {
  const told = persona.interests.filter((interest) => !/\b(?:I|me|my|you|your)\b/iu.test(interest));
  const keywords = persona.positions.find((known) => known.topic === topic)?.keywords ?? [];
  const near = told.find((interest) => findAnyKeyword(interest.toLowerCase(), keywords) !== null) ?? told[0];
  if (near === undefined) return null;
  return `what {name} is after underneath: ${near.charAt(0).toLowerCase()}${near.slice(1).replace(/\.$/u, "")}`;
}
