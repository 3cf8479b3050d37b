type MarkedTurn = { ordinal: number; coachMode: string };

/**
 * Was the coach beside the learner in this attempt? From how the coach was set when each turn was taken; the first message
 * is the learner's alone in every mode. The one place that decides it: what marks a turn as assisted in another way
 * belongs here.
 */
export function isAssisted(turns: MarkedTurn[]): boolean {
  return turns.some(({ ordinal, coachMode }) => ordinal > 1 && coachMode !== "off");
}
