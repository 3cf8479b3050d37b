import { data, redirect } from "react-router";
import { uuidv7 } from "uuidv7";
import type { Refused } from "#app/features/coaching/debrief/page/debrief-on-page.ts";
import { selfHarmSignal } from "#app/features/coaching/safety/self-harm-signal.ts";
import { maxMessageCharacters } from "#app/features/conversations/conversation.ts";
import { isUuid } from "#app/features/conversations/forms.ts";
import type { HelpRegion } from "#app/features/conversations/help-card/help-resources.ts";
import { readMessageText } from "#app/features/conversations/message-text.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import { askForDebrief } from "#app/features/practice/debrief/ask-debrief.server.ts";
import { askAboutDebrief } from "#app/features/practice/debrief/ask-question.server.ts";
import type { DebriefForm } from "#app/features/practice/debrief/forms.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { stopConversation } from "#app/features/practice/turns/stop-turn.server.ts";
import { untilSettled } from "#app/features/practice/viewers/until-settled.server.ts";
import { type DebriefRefusal, debriefRefusal } from "./debrief-refusals.ts";
import { preferencesCookie, preferencesIn } from "./preferences-cookie.server.ts";
import type { Browser } from "./room-actions.server.ts";

/** What a post about the debrief answers when it is not a redirect: what to tell, and the question that was typed. */
export type DebriefAnswer = { refused: Refused | null };

/** What was typed (null: no question), under which id, and where whoever typed it may be. */
export type Posted = { text: string | null; questionId: string; region: HelpRegion };

/** A plain form post waits this long for the words; a slower debrief shows what there is. */
const waitForWordsMs = 20_000;

/** Does what a form about the debrief asks. `live`: it will watch the stream and need not wait. */
export async function answerDebriefForm(
  practice: Practice,
  conversation: Conversation,
  form: DebriefForm,
  posted: Posted,
  { live, ...browser }: Browser & { live: boolean },
) {
  const asksModel = form.intent === "debrief" || form.intent === "ask";
  if (practice.draining && asksModel) return refuseDebrief("stopping", posted);
  switch (form.intent) {
    case "debrief": {
      const asked = await askForDebrief(practice, conversation, form.attempt);
      if (!asked.ok) return refuseDebrief(asked.reason, posted);
      return shown(practice, conversation, asked.debriefId, "debrief", live);
    }
    case "ask": {
      const message = readMessageText(form.text);
      if (!message.ok) return refuseDebrief(message.reason, posted);
      const { questionId, attempt } = form;
      const asked = await askAboutDebrief(practice, conversation, {
        questionId,
        attempt,
        text: message.text,
      });
      if (!asked.ok) return refuseDebrief(asked.reason, posted);
      return shown(practice, conversation, questionId, `question-${questionId}`, live);
    }
    case "stop":
      if (!(await stopConversation(practice, conversation))) return refuseDebrief("still-running", posted);
      return live ? data<DebriefAnswer>({ refused: null }) : back(conversation, "debrief");
    case "prefer": {
      const preferences = { ...(await preferencesIn(browser.cookies)), region: form.region };
      const kept = await preferencesCookie(browser.site, preferences);
      return back(conversation, `question-${form.question}`, { "Set-Cookie": kept });
    }
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

function back({ id }: Conversation, place: string, headers: Record<string, string> = {}) {
  return redirect(`/conversation/${id}/debrief?notes=shown#${place}`, { status: 303, headers });
}

/** What was typed comes back as it was, except what no page could hold. Whatever the reason, nobody in need is left without help. */
export function refuseDebrief(reason: DebriefRefusal, { text, questionId, region }: Posted) {
  const { status, why } = debriefRefusal(reason);
  const question = text === null ? null : text.replaceAll("\0", "").toWellFormed();
  const signals = selfHarmSignal((question ?? "").slice(0, 2 * maxMessageCharacters)) !== null;
  const help = signals ? region : null;
  return data<DebriefAnswer>(
    { refused: { why, question, questionId: againAs(reason, questionId), help } },
    { status },
  );
}

/** A page that lives keeps its own id after a refusal. */
function againAs(reason: DebriefRefusal, questionId: string): string | null {
  if (reason === "other-text") return uuidv7();
  return reason === "away" && isUuid(questionId) ? questionId : null;
}
