import type { Turn } from "#app/features/conversations/conversation.ts";
import { rehearsedTurns } from "#app/features/conversations/help-card/help-turn.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { frameworks } from "#app/features/coaching/frameworks.ts";
import { copiesPartner, speaksAsPartner } from "#app/features/coaching/notes/note-voice.ts";
import { tellsState } from "#app/features/coaching/notes/state-told.ts";
import type { Debrief, Said } from "./debrief.ts";
import { debriefText } from "./debrief-text.ts";
import { readDebrief } from "./read-debrief.ts";

export type CheckedDebrief =
  | { ok: true; text: string; dropped: number }
  | { ok: false; reason: "debrief empty" | "debrief in the partner's voice" | "debrief state-told" };

/**
 * Checks a debrief before it is kept: what is not of the form, quotes what nobody said, speaks as the partner or tells a
 * number of their hidden state is left out. `dropped` counts quotations that are not in the transcript. Nothing to show for it is a failure.
 */
export function checkDebrief(
  raw: string,
  { path, content }: { path: Turn[]; content: ScenarioContent },
): CheckedDebrief {
  const { debrief, dropped } = readDebrief(raw, { framework: content.framework, said: saidIn(path) });
  if (isEmpty(debrief)) return { ok: false, reason: "debrief empty" };
  const spoken = keeping(debrief, {
    told: (words) => !speaksAsPartner(words, content) && !copiesPartner(words, path),
    // What is proposed to the learner is in the first person: theirs.
    proposed: () => true,
  });
  if (isEmpty(spoken)) return { ok: false, reason: "debrief in the partner's voice" };
  const isUntold = (words: string) => !tellsState(words);
  const kept = keeping(spoken, { told: isUntold, proposed: isUntold });
  if (isEmpty(kept)) return { ok: false, reason: "debrief state-told" };
  return { ok: true, text: debriefText(kept, (id) => moveName(content.framework, id)), dropped };
}

type Fits = { told(words: string): boolean; proposed(words: string): boolean };

/** The pieces in which both what is told and what is proposed fit. */
function keeping({ strengths, moment, changes, plan, skills }: Debrief, { told, proposed }: Fits): Debrief {
  return {
    strengths: strengths.filter(({ why }) => told(why)),
    moment: moment && told(moment.what) && proposed(moment.instead ?? "") ? moment : null,
    changes: changes.filter(({ why, instead }) => told(why) && proposed(instead)),
    plan: plan !== null && proposed(plan) ? plan : null,
    skills,
  };
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
