import { data, redirect } from "react-router";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import { calledName } from "#app/features/scenarios/scenario-words.ts";
import { type Refusal, refusalWords, statusOf } from "./refusals.ts";

/** What a post to the room answers when it is not a redirect. */
export type RoomAnswer =
  /** Taken: the replies come over the event stream. */
  | { ok: true }
  /** Not done: what to tell, and what was typed. `turnId`: send it again under the same id, it may have been taken. */
  | {
      ok: false;
      refusal: Refusal;
      message: string;
      text: string;
      turnId: string | null;
      /** Which box the text belongs to. */
      box: "message" | "aside";
    };

/** A plain form post waits this long for the replies; a slower turn shows what there is. */
export const waitForRepliesMs = 20_000;

/** To the room, at this place of it. */
export function back(conversation: Conversation, hash = "") {
  return redirect(`/conversation/${conversation.id}${hash}`, 303);
}

/** The same page, with why it was not done and what was typed. */
export function refuse(
  refusal: Refusal,
  conversation: Conversation | null,
  text: string,
  {
    characters = 0,
    turnId = null,
    box = "message",
  }: { characters?: number; turnId?: string | null; box?: "message" | "aside" } = {},
) {
  const about = conversation && { partner: calledName(conversation.content.persona.name) };
  const message = refusalWords(refusal, text, { ...about, characters });
  // What was typed comes back as it was, except what no page could hold.
  return data<RoomAnswer>(
    { ok: false, refusal, message, text: text.replaceAll("\0", "").toWellFormed(), turnId, box },
    { status: statusOf(refusal) },
  );
}

/** Which box the words of this post were typed into. */
export function boxOf(fields: FormData): "message" | "aside" {
  return fields.get("intent") === "ask" ? "aside" : "message";
}
