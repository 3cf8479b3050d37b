import type { LaneReply } from "#app/features/conversations/conversation.ts";

type WithPartner = { partner: Pick<LaneReply, "status" | "text"> };

/**
 * In this turn our own code answered with the help card in the partner's place, and no model was asked. A partner is
 * never silent otherwise, so that this is all that marks it (`docs/decisions/0014-the-help-card-is-a-silent-turn.md`).
 */
export function isHelpTurn({ partner }: WithPartner): boolean {
  return partner.status === "silent" && partner.text !== "";
}

/**
 * The turns that belong to the rehearsal: what a prompt, the rules, a debrief or a count of skills may look at. Whoever
 * was shown the card is not held to those words, and no model ever reads them.
 */
export function rehearsedTurns<Turn extends WithPartner>(path: Turn[]): Turn[] {
  return path.filter((turn) => !isHelpTurn(turn));
}
