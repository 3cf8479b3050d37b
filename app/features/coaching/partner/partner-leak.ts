import type { PartnerState } from "#app/features/conversations/conversation.ts";
import type { Difficulty, ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { wordsIn } from "#app/features/coaching/reading/learner-words.ts";
import { partnerRules } from "#app/features/coaching/prompts/partner-system.ts";

/** As many words in a row are no chance. */
const runLength = 7;

/**
 * Whether a partner's line says, word for word, what it was only told: the rules of its prompt, what sets it off, the
 * condition of a secret, a secret that is not out yet.
 */
export function toldAnyway(
  line: string,
  { content, difficulty, state }: { content: ScenarioContent; difficulty: Difficulty; state: PartnerState },
): boolean {
  const { persona } = content;
  const hidden = [
    ...partnerRules(content.difficulty[difficulty].sentences),
    ...persona.triggers.map(({ what }) => what),
    ...persona.secrets.map(({ condition }) => condition),
    ...persona.secrets.filter(({ id }) => !state.disclosed.includes(id)).map(({ fact }) => fact),
  ];
  return sharedRun(line, hidden, openlySaid(content)) !== null;
}

/** The first run of words that a line has in common with one of the texts and with none of the open ones; null when there is none. */
export function sharedRun(line: string, texts: string[], open: string[] = []): string | null {
  const words = wordsIn(line);
  const [known, free] = [texts.map(asRun), open.map(asRun)];
  for (let at = 0; at + runLength <= words.length; at += 1) {
    const run = ` ${words.slice(at, at + runLength).join(" ")} `;
    if (known.some((text) => text.includes(run)) && !free.some((text) => text.includes(run)))
      return run.trim();
  }
  return null;
}

/** What the person may say at any time, in whatever words. */
function openlySaid({ persona, situation, opener, concessions }: ScenarioContent): string[] {
  return [
    ...persona.positions.map(({ position }) => position),
    ...[...persona.knows, ...persona.interests, ...situation, opener],
    ...concessions.map(({ what }) => what),
  ];
}

function asRun(text: string): string {
  return ` ${wordsIn(text).join(" ")} `;
}
