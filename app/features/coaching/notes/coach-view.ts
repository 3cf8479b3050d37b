import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import type { NoteKind } from "./coach-reading.ts";
import { findAnyKeyword } from "#app/features/coaching/reading/keywords.ts";
import { fittingMove } from "#app/features/coaching/reading/fitting-move.ts";
import { fill, freshFirst, note } from "./note-writing.ts";
import { sentencesOf } from "#app/features/coaching/reading/sentences.ts";

/** Longest position that still fits a note, in words. */
const maxViewWords = 24;

/** A note of more words than this is cut by its own check. */
const maxNoteWords = 60;

const viewLabels = [
  "{name}’s side",
  "The other chair",
  "Seen from there",
  "A fair point",
  "What {name} stands on",
  "Heard from there",
];

/**
 * The one note of a conversation that says how a reasonable person could hold the partner's view: beside the praise of a
 * turn that worked (`plain` holds those notes), or where the learner pressed past it. None when it would not be true.
 */
export function viewNotes(
  { content, path }: { content: ScenarioContent; path: Turn[] },
  kind: NoteKind,
  plain: string[],
): string[] {
  const moves = path.at(-1)?.moves;
  const position = positionToTell(content, path);
  const told = position && viewOf(position);
  if (!moves || !told) return [];
  if (kind === "well-done" || kind === "listened") {
    return plain.flatMap((text) => {
      const sentences = sentencesOf(text);
      const both = `${text} ${fill(`Keep in mind ${told}.`, content)}`;
      return sentences.length === 1 && both.split(" ").length <= maxNoteWords ? [both] : [];
    });
  }
  if (nothingToPress.includes(kind)) return [];
  const turn = path.at(-1);
  // Who has shown that the no was heard is not told to hear it.
  const held = kind === "held" && turn ? fittingMove(content, turn) : null;
  if (held && ["hold", "stay-mindful"].includes(held.id))
    return plain.flatMap((text) => {
      const both = `${sentencesOf(text)[0] ?? ""} ${fill(`Keep in mind ${told}.`, content)}`;
      return both.split(" ").length <= maxNoteWords ? [both] : [];
    });
  // What is said of a quotation must be true of its own words, not only of the message round it.
  const goesThere = findAnyKeyword(moves.phrase.toLowerCase(), position.keywords) !== null;
  const effect = unkind.includes(kind)
    ? `{quote} is too hard to hear, and it ${goesThere ? "goes past" : "does not answer"} ${told}. Take the edge off, and answer that.`
    : `{quote} ${goesThere ? "presses your point past" : "does not answer"} ${told}. Say that you have heard it before you go on.`;
  return freshFirst(viewLabels, path, content).map((label) => note(content, path, label, effect));
}

/** What the message is about, else what the talk was about last, else what the partner would say first; the first that can be retold. */
function positionToTell({ persona }: ScenarioContent, path: Turn[]) {
  const topics = path.toReversed().map(({ moves }) => moves?.topic);
  const inOrder = [
    ...topics.flatMap((topic) => persona.positions.find((position) => position.topic === topic) ?? []),
    ...persona.positions,
  ];
  return inOrder.find((position) => viewOf(position) !== null) ?? null;
}

/** The talk is over, or the note has to say something else first. */
const nothingToPress: readonly NoteKind[] = [
  "agreed",
  "accepted",
  "repaired",
  "too-late",
  "parting",
  "other-language",
  "unclear",
];
const unkind: readonly NoteKind[] = ["insult", "threat", "blame", "sore-spot", "demand"];

/**
 * The stated position as the coach may retell it, or null. Only what the partner says openly: an interest underneath is
 * for the learner to find. Authors may write a position in the partner's own voice; the coach never speaks in it.
 */
function viewOf({ position }: ScenarioContent["persona"]["positions"][number]): string | null {
  const plain = position.replace(/\.$/u, "");
  if (
    plain === "" ||
    /\b(?:I|I['’]\w+|me|my|mine|we|us|our|you|your)\b/iu.test(plain) ||
    /[.?!]\s/u.test(plain)
  )
    return null;
  if (plain.split(" ").length > maxViewWords) return null;
  const startsWithName =
    /^(?:[A-Z][a-z]+ (?:is|has|likes|[A-Z])|[A-Z][a-z]+['’]s |\d)/u.test(plain) &&
    !/^(?:The|All|Every|It|There|This|That|What|If|She|He|They)\b/u.test(plain);
  return `{name}’s own reason: ${startsWithName || !opensPlainly.test(plain) ? plain : plain.charAt(0).toLowerCase() + plain.slice(1)}`;
}

/** Words that may lose their capital in mid-sentence; names keep theirs. */
const opensPlainly =
  /^(?:The|A|An|All|Every|It|There|This|That|What|If|She|He|They|His|Her|Nobody|Everything|Everybody|Another|Children|Friends|Twenty|Forty|Eleven|Fourteen|Sixty|Wait|No|Low)\b/u;
