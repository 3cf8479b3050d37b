import { data, redirect, type RouterContextProvider } from "react-router";
import type { HelpRegion } from "#app/features/conversations/help-card/help-resources.ts";
import { typedText } from "#app/features/conversations/message-text.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import {
  type ReturnedView,
  readOwnView,
  type ReviewForm,
  reviewForm,
} from "#app/features/conversations/review/forms.ts";
import { reopenConversation, tellEnding } from "#app/features/conversations/review/own-ending.server.ts";
import { tellOwnView } from "#app/features/conversations/review/tell-own-view.server.ts";
import { dismissLinkOffer } from "#app/features/invitations/link-offer.server.ts";
import { debriefForm } from "#app/features/practice/debrief/forms.ts";
import { databaseContext, practiceContext, siteContext } from "#app/middleware/contexts.ts";
import { typedWords } from "#app/middleware/typed-words.ts";
import { helpFor } from "#app/routes/help-beside.server.ts";
import type { Database } from "#db/client.server.ts";
import { isDatabaseAway } from "#db/failures.ts";
import { answerDebriefForm, type Posted, refuseDebrief } from "./debrief-actions.server.ts";

/** Does what a form of the review asks; a database that is away costs no typed word. */
export async function answerReview(
  context: Readonly<RouterContextProvider>,
  request: Request,
  theirs: () => Promise<Conversation>,
  fields: FormData,
  region: HelpRegion,
) {
  const intent = fields.get("intent");
  const posted = postedIn(fields, region);
  try {
    const conversation = await theirs();
    const aboutDebrief = debriefForm(fields);
    if (aboutDebrief) {
      return await answerDebriefForm(context.get(practiceContext), conversation, aboutDebrief, posted, {
        live: fields.get("live") === "yes",
        cookies: request.headers.get("cookie"),
        site: context.get(siteContext),
      });
    }
    const form = reviewForm(fields);
    const helpIn = (text: string) => helpFor(context.get(practiceContext), request, fields, [text]);
    if (form) return await doWhatIsAsked(context.get(databaseContext), conversation, form, fields, helpIn);
    return posted.text === null ? data(null, { status: 400 }) : refuseDebrief("out-of-date", posted);
  } catch (error) {
    if (!isDatabaseAway(error) || typedWords(fields) === null) throw error;
    return intent === "own-view"
      ? giveBack({ ...readOwnView(fields).view, why: "away" }, 503)
      : refuseDebrief("away", posted);
  }
}

async function doWhatIsAsked(
  db: Database,
  conversation: Conversation,
  form: ReviewForm,
  fields: FormData,
  helpIn: (text: string) => HelpRegion | null,
) {
  const room = `/conversation/${conversation.id}`;
  switch (form.intent) {
    case "own-view": {
      const { view, tooLong } = readOwnView(fields);
      const help = helpIn(view.view);
      if (tooLong || help) return giveBack({ ...view, why: tooLong ? "too-long" : "help" }, 400, help);
      if (!(await tellOwnView(db, conversation, view))) return giveBack({ ...view, why: "goes-on" }, 409);
      // Who has nothing to say, and says so, has asked for the coach.
      return redirect(`${room}/debrief?notes=shown#debrief`, 303);
    }
    case "tell-ending":
      await tellEnding(db, conversation, form.ending);
      return redirect(`${room}/debrief`, 303);
    case "dismiss-link":
      await dismissLinkOffer(db, conversation.ownerId);
      return redirect(`${room}/debrief`, 303);
    case "reopen":
      // Where the end stands (the partner's, accepted), the review says so.
      return redirect((await reopenConversation(db, conversation)) ? room : `${room}/debrief`, 303);
  }
}

function giveBack(returned: ReturnedView, status: number, help: HelpRegion | null = null) {
  return data({ returned, help }, { status });
}

function postedIn(fields: FormData, region: HelpRegion): Posted {
  const typed = typedText(fields) || (typedWords(fields) ?? "");
  return {
    text: typed === "" && fields.get("intent") !== "ask" ? null : typed,
    questionId: String(fields.get("questionId")),
    region,
  };
}
