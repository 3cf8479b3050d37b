import type { PartnerState, Turn } from "#app/features/conversations/conversation.ts";
import { rehearsedTurns } from "#app/features/conversations/help-card/help-turn.ts";

/** A step given or a secret told shows more than a number that moves by one. */
const weightOfGiving = 2;

export type Pivotal = { turnId: string; ordinal: number; direction: "towards" | "away" };

/**
 * The learner's turn in which the partner's state changed most; where two changed it alike, the one that lost ground, for
 * that is the one to try again, else the earlier one. Null when nothing ever moved.
 */
export function pivotalTurn(path: Turn[]): Pivotal | null {
  const turns = rehearsedTurns(path);
  let best: (Pivotal & { by: number }) | null = null;
  for (const [at, turn] of turns.entries()) {
    const before = turns[at - 1];
    if (!before || turn.learner === null) continue;
    const { by, gained } = change(before.state, turn.state);
    if (by === 0) continue;
    const direction = gained >= 0 ? "towards" : "away";
    const wins =
      best === null ||
      by > best.by ||
      (by === best.by && direction === "away" && best.direction === "towards");
    if (wins) best = { turnId: turn.id, ordinal: turn.ordinal, direction, by };
  }
  return best && { turnId: best.turnId, ordinal: best.ordinal, direction: best.direction };
}

function change(before: PartnerState, after: PartnerState): { by: number; gained: number } {
  const guard = before.resistance - after.resistance;
  const trust = after.trust - before.trust;
  const patience = after.patience - before.patience;
  const given = after.concessions - before.concessions + (after.disclosed.length - before.disclosed.length);
  return {
    by: Math.abs(guard) + Math.abs(trust) + Math.abs(patience) + weightOfGiving * Math.abs(given),
    gained: guard + trust + patience + weightOfGiving * given,
  };
}
