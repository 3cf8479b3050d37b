import { isUuid } from "#app/features/conversations/forms.ts";
import { turnArrives } from "#app/features/practice/viewers/turn-arrives.server.ts";
import { watchTurn } from "#app/features/practice/viewers/watch-turn.server.ts";
import { databaseContext, practiceContext, siteContext } from "#app/middleware/contexts.ts";
import { thePerson } from "#app/middleware/require-person.server.ts";
import { sessionOf } from "#app/middleware/session.server.ts";
import { readCursor, start } from "#app/streaming/cursor.ts";
import { eventStream } from "#app/streaming/event-stream.server.ts";
import { heartbeatFrame, writeFrame } from "#app/streaming/frames.ts";
import type { Route } from "./+types/events";

/**
 * The two channels of one turn as Server-Sent Events: `partner` and `coach` deltas and ends, then `turn`, always last; a
 * stream that ends without it was cut. `Last-Event-ID` (or `?after=`) goes on from a cursor, on any instance. Opened
 * before its turn was posted it waits up to 10 s, then 404. Watching never starts anything.
 */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const practice = context.get(practiceContext);
  const { searchParams } = new URL(request.url);
  // Whether it is theirs is found together with the turn: whoever waits for the first word waits for one question less.
  const own = { id: params.id.toLowerCase(), ownerId: thePerson(context).id };
  const turnId = searchParams.get("turn")?.toLowerCase() ?? "";
  const after = request.headers.get("Last-Event-ID") || searchParams.get("after");
  const cursor = after ? readCursor(after) : start;
  if (!cursor) return told(400, "That is not a place in this stream.");
  if (!isUuid(own.id) || !isUuid(turnId) || !(await turnArrives(practice, own, turnId, request.signal)))
    return told(404, "There is no such turn.");

  const cookies = request.headers.get("Cookie");
  async function mayStay(): Promise<boolean> {
    const now = await sessionOf(cookies, context.get(siteContext), context.get(databaseContext));
    return now?.person.id === own.ownerId;
  }
  return eventStream((signal) =>
    frames(watchTurn(practice, own, turnId, cursor, signal), mayStay, practice.timing.recheckMs),
  );
}

/**
 * What a viewer may still see: a stream was opened by a session that may have ended since. Signs of life come every 15 s,
 * so the question is asked in time on a quiet stream too.
 */
async function* frames(
  glances: ReturnType<typeof watchTurn>,
  mayStay: () => Promise<boolean>,
  everyMs: number,
): AsyncGenerator<string> {
  let asked = performance.now();
  for await (const glance of glances) {
    if (performance.now() - asked >= everyMs) {
      if (!(await mayStay())) return;
      asked = performance.now();
    }
    yield glance.length === 0
      ? heartbeatFrame
      : glance.map(({ event, cursor }) => writeFrame(event, cursor)).join("");
  }
}

function told(status: number, text: string) {
  return new Response(`${text}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
