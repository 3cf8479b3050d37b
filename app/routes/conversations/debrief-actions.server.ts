import { data, redirect } from "react-router";
import { readMessageText } from "#app/features/conversations/message-text.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import { askForDebrief } from "#app/features/practice/debrief/ask-debrief.server.ts";
import { askAboutDebrief } from "#app/features/practice/debrief/ask-question.server.ts";
import type { DebriefForm } from "#app/features/practice/debrief/forms.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { stopConversation } from "#app/features/practice/stop-turn.server.ts";
import { untilSettled } from "#app/features/practice/until-settled.server.ts";
import { type DebriefRefusal, debriefRefusal } from "./debrief-refusals.ts";

/** What a post about the debrief answers when it is not a redirect: what to tell, and the question that was typed. */
export type DebriefAnswer = { refused: { why: string; question: string } | null };

/** A plain form post waits this long for the words; a slower debrief shows what there is. */
const waitForWordsMs = 20_000;

/** Does what a form about the debrief asks. `live`: a browser that will watch the stream and need not wait. */
export async function answerDebriefForm(
  practice: Practice,
  conversation: Conversation,
  form: DebriefForm,
  live: boolean,
) {
  if (practice.draining && form.intent !== "stop") return refuse("stopping", textOf(form));
  switch (form.intent) {
    case "debrief": {
      const asked = await askForDebrief(practice, conversation, form.attempt);
      if (!asked.ok) return refuse(asked.reason);
      return shown(practice, conversation, asked.debriefId, "debrief", live);
    }
    case "ask": {
      const message = readMessageText(form.text);
      if (!message.ok) return refuse(message.reason, form.text);
      const { questionId, attempt } = form;
      const asked = await askAboutDebrief(practice, conversation, {
        questionId,
        attempt,
        text: message.text,
      });
      if (!asked.ok) return refuse(asked.reason, form.text);
      return shown(practice, conversation, questionId, `question-${questionId}`, live);
    }
    case "stop":
      if (!(await stopConversation(practice, conversation))) return refuse("still-running");
      return live ? data<DebriefAnswer>({ refused: null }) : back(conversation, "debrief");
  }
}

async function shown(
  practice: Practice,
  conversation: Conversation,
  id: string,
  place: string,
  live: boolean,
) {
  if (live) return data<DebriefAnswer>({ refused: null });
  await untilSettled(practice, conversation, id, waitForWordsMs);
  return back(conversation, place);
}

function back({ id }: Conversation, place: string) {
  return redirect(`/conversation/${id}/debrief?notes=shown#${place}`, 303);
}

/** What was typed comes back as it was, except what no page could hold. */
function refuse(reason: DebriefRefusal, typed = "") {
  const { status, why } = debriefRefusal(reason);
  const question = typed.replaceAll("\0", "").toWellFormed();
  return data<DebriefAnswer>({ refused: { why, question } }, { status });
}

function textOf(form: DebriefForm): string {
  return form.intent === "ask" ? form.text : "";
}
