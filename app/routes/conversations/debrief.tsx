import { useEffect } from "react";
import { data, isRouteErrorResponse, redirect } from "react-router";
import { DebriefSection } from "#app/features/coaching/debrief/page/debrief-section.tsx";
import { signalsSelfHarm } from "#app/features/coaching/safety/self-harm-signal.ts";
import { dropDraft } from "#app/features/conversations/composer/draft.ts";
import { HelpBeside } from "#app/features/conversations/help-card/help-beside.tsx";
import { regionOfLanguages } from "#app/features/conversations/help-card/help-resources.ts";
import { reviewOf } from "#app/features/conversations/review/queries.server.ts";
import { ReviewPage } from "#app/features/conversations/review/review-page.tsx";
import { reviewWords } from "#app/features/conversations/review/review-words.ts";
import { LinkOffer } from "#app/features/invitations/link-offer.tsx";
import { linkOffer } from "#app/features/invitations/link-offer.server.ts";
import { databaseContext, givesBackContext, practiceContext, siteContext } from "#app/middleware/contexts.ts";
import { offerGoogle } from "#app/middleware/google-form.server.ts";
import { thePerson } from "#app/middleware/require-person.server.ts";
import { typedWords } from "#app/middleware/typed-words.ts";
import { ErrorView } from "#app/routes/error-view.tsx";
import { errorMeta, privateMeta } from "#app/routes/page-meta.ts";
import { postedFields } from "#app/routes/posted-fields.server.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Route } from "./+types/debrief";
import { debriefPageOf } from "./debrief-page.server.ts";
import { useDebrief } from "./live/use-debrief.ts";
import { ownConversation } from "./own-conversation.server.ts";
import { preferencesIn } from "./preferences-cookie.server.ts";
import { answerReview } from "./review-actions.server.ts";

export const meta: Route.MetaFunction = ({ loaderData, error }) =>
  loaderData ? privateMeta(`Review: ${loaderData.review.scenario.title}`) : errorMeta(error);

/** What has not ended yet has no review: it leads to the room, unless words are to be given back. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const conversation = await ownConversation(params.id, context);
  const review = await reviewOf(context.get(databaseContext), conversation);
  if (!review && context.get(givesBackContext)) throw data(null, { status: 409 });
  if (!review) throw redirect(`/conversation/${conversation.id}`, 303);
  const url = `${context.get(siteContext).origin}/conversation/${conversation.id}/debrief`;
  const notesAsked = new URL(request.url).searchParams.get("notes") === "shown";
  const { region } = await preferencesIn(request.headers.get("cookie"));
  const debrief = await debriefPageOf(
    context.get(practiceContext),
    conversation,
    region ?? regionOfLanguages(request.headers.get("accept-language")),
  );
  const helpStays = signalsSelfHarm([review.after.view ?? ""]);
  return {
    review: { ...review, helpStays, url },
    notesAsked,
    debrief,
    offersLink: await offersLink(context),
  };
}

/** Posts of the review's forms: `own-view`, `debrief`, `ask`, `stop`, `prefer`, `tell-ending`, `reopen`, `dismiss-link`. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const fields = await postedFields(request);
  context.set(givesBackContext, typedWords(fields) !== null);
  const preferences = await preferencesIn(request.headers.get("cookie"));
  const region = preferences.region ?? regionOfLanguages(request.headers.get("accept-language"));
  return answerReview(context, request, () => ownConversation(params.id, context, fields), fields, region);
}

export default function Debrief({ loaderData, actionData, params }: Route.ComponentProps) {
  const debrief = useDebrief(loaderData.debrief);
  const { refused, returned, help } = givenBack(actionData);
  // Without JavaScript a debrief that takes longer than its post shows what there is, and this page asks again.
  const refresh = (loaderData.debrief?.growing.length ?? 0) > 0 && !actionData;
  // What was half written when it ended will not be said any more.
  useEffect(() => dropDraft(params.id), [params.id]);
  return (
    <PageShell>
      {refresh ? (
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
      ) : null}
      <ReviewPage
        review={loaderData.review}
        notesAsked={loaderData.notesAsked || refused !== null}
        debrief={debrief ? <DebriefSection debrief={debrief} refused={refused} /> : null}
        returned={returned}
        help={returned && help ? <HelpBeside region={help} /> : null}
        offer={
          loaderData.offersLink ? (
            <LinkOffer why="ended" returnTo={`/conversation/${params.id}/debrief`} />
          ) : null
        }
      />
    </PageShell>
  );
}

/** Where the review cannot be made, or there is none any more, it shows what was typed. */
export function ErrorBoundary({ error, actionData, params }: Route.ErrorBoundaryProps) {
  const { refused, returned, help } = givenBack(actionData);
  const goesOn = isRouteErrorResponse(error) && error.status === 409;
  const told = {
    happened: reviewWords.goesOn,
    kept: reviewWords.toCopy,
    back: { to: `/conversation/${params.id}`, label: reviewWords.toRoom },
  };
  return (
    <PageShell>
      {help ? <HelpBeside region={help} /> : null}
      <ErrorView
        error={error}
        keptText={refused?.question || returned?.view || null}
        {...(goesOn ? told : {})}
      />
    </PageShell>
  );
}

function givenBack(answer: Route.ComponentProps["actionData"] | null) {
  return {
    refused: answer && "refused" in answer ? answer.refused : null,
    returned: answer && "returned" in answer ? answer.returned : null,
    help: answer && "returned" in answer ? answer.help : (answer?.refused?.help ?? null),
  };
}

async function offersLink(context: Route.LoaderArgs["context"]): Promise<boolean> {
  const { id, isGuest } = thePerson(context);
  if (!isGuest) return false;
  const { dismissed } = await linkOffer(context.get(databaseContext), id);
  return !dismissed && offerGoogle(context);
}
