import { useEffect } from "react";
import { data, Link, redirect } from "react-router";
import { DebriefSection } from "#app/features/coaching/debrief/page/debrief-section.tsx";
import { dropDraft } from "#app/features/conversations/composer/draft.ts";
import { HelpBeside } from "#app/features/conversations/help-card/help-beside.tsx";
import { listWords } from "#app/features/conversations/list/list-words.ts";
import { readOwnView, reviewForm } from "#app/features/conversations/review/forms.ts";
import { reopenConversation, tellEnding } from "#app/features/conversations/review/own-ending.server.ts";
import { reviewOf } from "#app/features/conversations/review/queries.server.ts";
import { tellOwnView } from "#app/features/conversations/review/tell-own-view.server.ts";
import { ReviewPage } from "#app/features/conversations/review/review-page.tsx";
import { LinkOffer } from "#app/features/invitations/link-offer.tsx";
import { dismissLinkOffer, linkOffer } from "#app/features/invitations/link-offer.server.ts";
import { databaseContext, practiceContext, siteContext } from "#app/middleware/contexts.ts";
import { debriefForm } from "#app/features/practice/debrief/forms.ts";
import { offerGoogle } from "#app/middleware/google-form.server.ts";
import { thePerson } from "#app/middleware/require-person.server.ts";
import { helpFor } from "#app/routes/help-beside.server.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { postedFields } from "#app/routes/posted-fields.server.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Route } from "./+types/debrief";
import { answerDebriefForm } from "./debrief-actions.server.ts";
import { debriefPageOf } from "./debrief-page.server.ts";
import { useDebrief } from "./live/use-debrief.ts";
import { ownConversation } from "./own-conversation.server.ts";

export const meta: Route.MetaFunction = ({ loaderData }) =>
  privateMeta(loaderData ? `Review: ${loaderData.review.scenario.title}` : "Review");

/** What has not ended yet has no review: it leads to the room. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const conversation = await ownConversation(params.id, context);
  const review = await reviewOf(context.get(databaseContext), conversation);
  if (!review) throw redirect(`/conversation/${conversation.id}`, 303);
  const url = `${context.get(siteContext).origin}/conversation/${conversation.id}/debrief`;
  const notesAsked = new URL(request.url).searchParams.get("notes") === "shown";
  const debrief = await debriefPageOf(context.get(practiceContext), conversation);
  return { review: { ...review, url }, notesAsked, debrief, offersLink: await offersLink(context) };
}

/** Posts of the review's forms: `own-view`, `debrief`, `ask`, `stop`, `tell-ending`, `reopen`, `dismiss-link`. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const db = context.get(databaseContext);
  const conversation = await ownConversation(params.id, context);
  const fields = await postedFields(request);
  const aboutDebrief = debriefForm(fields);
  if (aboutDebrief)
    return answerDebriefForm(
      context.get(practiceContext),
      conversation,
      aboutDebrief,
      fields.get("live") === "yes",
    );
  const form = reviewForm(fields);
  // Nothing here was typed, so that there is nothing to give back but the page.
  if (!form) return data(null, { status: 400 });
  const room = `/conversation/${conversation.id}`;
  switch (form.intent) {
    case "own-view": {
      const { view, tooLong } = readOwnView(fields);
      const help = helpFor(context.get(practiceContext), request, fields, [view.view]);
      if (tooLong || help) return data({ returned: { ...view, tooLong }, help }, { status: 400 });
      await tellOwnView(db, conversation, view);
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

export default function Debrief({ loaderData, actionData, params }: Route.ComponentProps) {
  const debrief = useDebrief(loaderData.debrief);
  const returned = actionData && "returned" in actionData ? actionData : null;
  const refused = actionData && "refused" in actionData ? actionData.refused : null;
  // Without JavaScript a debrief that takes longer than its post shows what there is, and this page asks again.
  const refresh = (loaderData.debrief?.growing.length ?? 0) > 0 && !actionData;
  // What was half written when it ended will not be said any more.
  useEffect(() => dropDraft(params.id), [params.id]);
  return (
    <PageShell
      actions={
        <Link to="/conversations" className="inline-flex min-h-11 items-center font-semibold">
          {listWords.title}
        </Link>
      }
    >
      {refresh ? (
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
      ) : null}
      <ReviewPage
        review={loaderData.review}
        notesAsked={loaderData.notesAsked}
        debrief={debrief ? <DebriefSection debrief={debrief} refused={refused} /> : null}
        returned={returned?.returned ?? null}
        help={returned?.help ? <HelpBeside region={returned.help} /> : null}
        offer={
          loaderData.offersLink ? (
            <LinkOffer why="ended" returnTo={`/conversation/${params.id}/debrief`} />
          ) : null
        }
      />
    </PageShell>
  );
}

async function offersLink(context: Route.LoaderArgs["context"]): Promise<boolean> {
  const { id, isGuest } = thePerson(context);
  if (!isGuest) return false;
  const { dismissed } = await linkOffer(context.get(databaseContext), id);
  return !dismissed && offerGoogle(context);
}
