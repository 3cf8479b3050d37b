import { useEffect } from "react";
import { data, isRouteErrorResponse, type ShouldRevalidateFunctionArgs } from "react-router";
import { regionOfLanguages } from "#app/features/conversations/help-card/help-resources.ts";
import { typedText } from "#app/features/conversations/message-text.ts";
import { RoomView } from "#app/features/conversations/room-view.tsx";
import { practiceContext, siteContext } from "#app/middleware/contexts.ts";
import { ErrorView } from "#app/routes/error-view.tsx";
import { errorMeta, privateMeta } from "#app/routes/page-meta.ts";
import { headWords } from "#app/routes/page-words.ts";
import { postedFields } from "#app/routes/posted-fields.server.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Route } from "./+types/show";
import { lookOf, ownConversation } from "./own-conversation.server.ts";
import { preferencesCookie, preferencesIn } from "./preferences-cookie.server.ts";
import { refusalWords } from "./refusals.ts";
import { answerForm } from "./room-actions.server.ts";
import type { RoomAnswer } from "./room-answers.server.ts";
import { type Room, roomOf } from "./room.server.ts";
import { roomProps } from "./room-props.ts";
import { usePanes } from "./live/use-panes.ts";
import { useRoom } from "./live/use-room.ts";

export const meta: Route.MetaFunction = ({ loaderData, error }) => {
  if (error) return errorMeta(error);
  return privateMeta(
    loaderData ? `${loaderData.partner.name}: ${loaderData.title}` : headWords.conversation.title,
  );
};

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const conversation = await ownConversation(params.id, context);
  const preferences = await preferencesIn(request.headers.get("cookie"));
  const region = preferences.region ?? regionOfLanguages(request.headers.get("accept-language"));
  const { searchParams } = new URL(request.url);
  const room = await roomOf(
    context.get(practiceContext),
    conversation,
    { ...preferences, region },
    { origin: context.get(siteContext).origin, again: searchParams.get("again") },
  );
  if (!room) throw data(null, { status: 404 });
  if (searchParams.get("view") !== "coach") return data(room);
  // Whoever asks for the coach's pane has read what is in it. In a page that lives, `useReadNotes` sees to that.
  const read = { conversation: room.id, turn: room.turns.at(-1)?.ordinal ?? 0 };
  const kept = await preferencesCookie(context.get(siteContext), { ...preferences, read });
  return data({ ...room, readTo: read.turn }, { headers: { "Set-Cookie": kept } });
}

/** The other pane is already here. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const isOtherPane = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return isOtherPane && !formMethod ? false : defaultShouldRevalidate;
}

/** Posts of every form in the room: `speak`, `check-draft`, `ask`, `hint`, `coach-mode`, `rewind`, `show-branch`, `stop`, `retry`, `end`, `prefer`. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const fields = await postedFields(request);
  const browser = { cookies: request.headers.get("cookie"), site: context.get(siteContext) };
  const theirs = async () => {
    const conversation = await ownConversation(params.id, context, fields);
    return { conversation, tree: lookOf(conversation, context)?.tree ?? null };
  };
  return answerForm(context.get(practiceContext), theirs, fields, browser);
}

/** Looking again while the network is away shows what was there: a page that stands is better than one that says why not. */
export async function clientLoader({ params, serverLoader }: Route.ClientLoaderArgs): Promise<Room> {
  try {
    return await serverLoader();
  } catch (error) {
    if (lastShown?.id === params.id && !(isRouteErrorResponse(error) && error.status < 500)) return lastShown;
    throw error;
  }
}

let lastShown: Room | null = null;

/** A network or a server that is away must not cost a typed word: it is an answer like any other, not an error page. */
export async function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  const fields = await request.clone().formData();
  try {
    return await serverAction();
  } catch (error) {
    const refusal = error instanceof TypeError ? "offline" : "away";
    if (refusal === "away" && !(isRouteErrorResponse(error) && error.status >= 500)) throw error;
    const text = typedText(fields);
    const message = refusalWords(refusal, text);
    const box = fields.get("intent") === "ask" ? "aside" : "message";
    return { ok: false, refusal, message, text, turnId: null, box } satisfies RoomAnswer;
  }
}

export default function Conversation({ loaderData, actionData }: Route.ComponentProps) {
  // Practising again leads from one conversation to the next; nothing of the first may live on in it.
  return <LiveConversation key={loaderData.id} room={loaderData} answer={actionData ?? null} />;
}

function LiveConversation({ room, answer }: { room: Room; answer: RoomAnswer | null }) {
  const live = useRoom(room, answer);
  const panes = usePanes(room, live);
  useEffect(() => {
    lastShown = room;
  }, [room]);
  // Without JavaScript a turn that takes longer than its post shows what there is, and this page asks again. Not while a
  // refused message stands in the box: a reload would lose it.
  const refresh = live.answering && !answer;
  return (
    <>
      {refresh ? (
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
      ) : null}
      <RoomView {...roomProps(room, live)} {...panes} />
    </>
  );
}

export function ErrorBoundary({ error, actionData }: Route.ErrorBoundaryProps) {
  return (
    <PageShell>
      <ErrorView error={error} keptText={actionData && !actionData.ok ? actionData.text : null} />
    </PageShell>
  );
}
