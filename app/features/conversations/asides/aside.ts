import type { LaneReply } from "#app/features/conversations/conversation.ts";

export const askedKinds = ["question", "draft"] as const;

/** A private exchange between learner and coach; no partner ever reads one. */
export type Aside = {
  id: string;
  /** The turn the conversation had come to. */
  turnId: string;
  kind: (typeof askedKinds)[number] | "hint";
  /** What the learner asked, or the draft; empty for a hint. */
  text: string;
  /** Of a hint: how far up the ladder, from 1, and the move it leads to. */
  rung: number | null;
  move: string | null;
  /** The coach's. Silent with words where our own help card answered instead, as in a turn. */
  reply: LaneReply;
};

/** Our own help card answered; no model was asked, and none ever reads it. */
export function isHelpAside({
  kind,
  reply,
}: Pick<Aside, "kind"> & { reply: Pick<LaneReply, "status" | "text"> }): boolean {
  return kind !== "hint" && reply.status === "silent" && reply.text !== "";
}

/** The rung that the next hint at this turn would be on; null once the ladder has been climbed. */
export function nextRung(asides: Aside[], turnId: string): number | null {
  const climbed = asides.filter((aside) => aside.kind === "hint" && aside.turnId === turnId).length;
  return climbed < rungs ? climbed + 1 : null;
}

/** Question, name of the move, beginning of a sentence, whole example. Source: product.md, rules for the coach 4. */
export const rungs = 4;
