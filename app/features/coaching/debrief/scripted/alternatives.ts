import type { NoteKind } from "#app/features/coaching/notes/coach-reading.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";

/** Moves that answer best what went wrong, of whatever framework. */
const answers: Partial<Record<NoteKind, string[]>> = {
  ...answeredBy(
    ["insult", "threat", "blame", "sore-spot"],
    "describe behaviour reason name-interests affirm",
  ),
  ...answeredBy(["demand", "repeat"], "trade negotiate offer-options agree-next hold ask-offer"),
  ...answeredBy(["give-in", "evade", "unclear"], "assert anchor name-interests situation open-question"),
  ...answeredBy(["magic-words", "too-late"], "reflect ask-theirs invite stay-mindful hold"),
};

function answeredBy(kinds: NoteKind[], moves: string): Partial<Record<NoteKind, string[]>> {
  return Object.fromEntries(kinds.map((kind) => [kind, moves.split(" ")]));
}

/**
 * What could have been said instead, in this very situation: the author's good example of a move that answers what went
 * wrong, else of one not tried so far. What was `given` already is not given again while there is another.
 */
export function alternativeTo(
  content: ScenarioContent,
  kind: NoteKind,
  unused: { id: string }[],
  given: string[] = [],
): string {
  const moves = [
    ...(answers[kind] ?? []),
    ...unused.map(({ id }) => id),
    ...content.examples.map(({ move }) => move),
  ];
  const lines = moves.flatMap((id) => exampleOf(content, id) ?? []);
  return lines.find((line) => !given.includes(line)) ?? lines[0] ?? "";
}

export function exampleOf({ examples }: ScenarioContent, move: string): string | null {
  return examples.find((example) => example.move === move)?.good ?? null;
}
