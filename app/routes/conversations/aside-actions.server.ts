import { data } from "react-router";
import type { RoomForm } from "#app/features/conversations/forms.ts";
import { readMessageText } from "#app/features/conversations/message-text.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import { askCoach } from "#app/features/practice/asides/ask-coach.server.ts";
import { retryAside } from "#app/features/practice/asides/retry-aside.server.ts";
import { takeHint } from "#app/features/practice/asides/take-hint.server.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { untilSettled } from "#app/features/practice/viewers/until-settled.server.ts";
import { back, refuse, type RoomAnswer, waitForRepliesMs } from "./room-answers.server.ts";

/** A question is answered in the coach's pane, a draft over the box that still holds it. */
export async function ask(
  practice: Practice,
  conversation: Conversation,
  form: Extract<RoomForm, { intent: "ask" | "check-draft" }>,
  live: boolean,
) {
  const kind = form.intent === "ask" ? "question" : "draft";
  const box = kind === "question" ? "aside" : "message";
  const message = readMessageText(form.text);
  if (!message.ok)
    return refuse(message.reason, conversation, form.text, { characters: message.characters, box });
  const { asideId } = form;
  const asked = await askCoach(practice, conversation, { asideId, kind, text: message.text });
  if (!asked.ok) return refuse(asked.reason, conversation, form.text, { box });
  return answered(practice, conversation, { asideId, kind }, live);
}

/** Asks the coach the same again. */
export async function retryAnswer(
  practice: Practice,
  conversation: Conversation,
  asideId: string,
  live: boolean,
) {
  const retried = await retryAside(practice, conversation, asideId);
  if (!retried.ok) return refuse(retried.reason, conversation, "", { box: "aside" });
  return answered(practice, conversation, { asideId, kind: retried.kind }, live);
}

async function answered(
  practice: Practice,
  conversation: Conversation,
  { asideId, kind }: { asideId: string; kind: "question" | "draft" },
  live: boolean,
) {
  if (live) return data<RoomAnswer>({ ok: true });
  await untilSettled(practice, conversation, asideId, waitForRepliesMs);
  return back(conversation, kind === "draft" ? "#draft-review" : `?view=coach#aside-${asideId}`);
}

/** One rung further up the ladder of hints. */
export async function hint(practice: Practice, conversation: Conversation, rung: number, live: boolean) {
  const taken = await takeHint(practice, conversation, rung);
  if (!taken.ok) return refuse(taken.reason, conversation, "", { box: "aside" });
  return live ? data<RoomAnswer>({ ok: true }) : back(conversation, `?view=coach#aside-${taken.asideId}`);
}
