import type { Turn } from "#app/features/conversations/conversation.ts";
import { rehearsedTurns } from "#app/features/conversations/help-card/help-turn.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { frameworks } from "#app/features/coaching/frameworks.ts";
import { copiesPartner, speaksAsPartner } from "#app/features/coaching/note-voice.ts";
import type { Debrief, Said } from "./debrief.ts";
import { debriefText } from "./debrief-text.ts";
import { readDebrief } from "./read-debrief.ts";

export type CheckedDebrief =
  | { ok: true; text: string; dropped: number }
  | { ok: false; reason: "debrief empty" | "debrief in the partner's voice" };

/**
 * Checks a debrief before it is kept: what is not of the form, quotes what nobody said or speaks as the partner is left
 * out. `dropped` counts quotations that are not in the transcript. Nothing to show for it is a failure.
 */
export function checkDebrief(
  raw: string,
  { path, content }: { path: Turn[]; content: ScenarioContent },
): CheckedDebrief {
  const { debrief, dropped } = readDebrief(raw, { framework: content.framework, said: saidIn(path) });
  const inVoice = (words: string) => !speaksAsPartner(words, content) && !copiesPartner(words, path);
  const kept: Debrief = {
    ...debrief,
    strengths: debrief.strengths.filter(({ why }) => inVoice(why)),
    moment: debrief.moment && inVoice(debrief.moment.what) ? debrief.moment : null,
    changes: debrief.changes.filter(({ why }) => inVoice(why)),
  };
  if (isEmpty(debrief)) return { ok: false, reason: "debrief empty" };
  if (isEmpty(kept)) return { ok: false, reason: "debrief in the partner's voice" };
  return { ok: true, text: debriefText(kept, (id) => moveName(content.framework, id)), dropped };
}

/** What the learner said on a branch, without what the help card answered. */
export function saidIn(path: Turn[]): Said[] {
  return rehearsedTurns(path).flatMap(({ id, ordinal, learner }) =>
    learner === null ? [] : [{ turnId: id, ordinal, text: learner }],
  );
}

function isEmpty({ strengths, moment, changes, plan }: Debrief): boolean {
  return strengths.length === 0 && changes.length === 0 && moment === null && plan === null;
}

function moveName(framework: ScenarioContent["framework"], id: string): string {
  return frameworks[framework].moves.find((move) => move.id === id)?.name ?? id;
}
