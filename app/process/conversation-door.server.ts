import { conversationFor, type OwnConversation } from "#app/features/conversations/queries.server.ts";
import { readMessageText } from "#app/features/conversations/message-text.ts";
import { latestTurn } from "#app/features/practice/turns/latest-turn.server.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { stopConversation } from "#app/features/practice/turns/stop-turn.server.ts";
import { takeTurn } from "#app/features/practice/turns/take-turn.server.ts";
import { watchTurn } from "#app/features/practice/viewers/watch-turn.server.ts";
import { originsOf } from "#app/middleware/same-origin.ts";
import { sessionOf } from "#app/middleware/session.server.ts";
import { start } from "#app/streaming/cursor.ts";
import type { ErrorCode } from "#app/voice/protocol.ts";
import type { Door, Visit } from "#app/voice/visit.ts";
import { isDatabaseAway } from "#db/failures.ts";
import type { App } from "./boot.server.ts";

/** Who may open a socket, and what it may do then: the same deeds as of the form and the events, under the same names. */
export function conversationDoor({ site, db, practice }: App): Door {
  return {
    origins: originsOf(site.origin),
    async enter(cookies, conversationId) {
      const known = await sessionOf(cookies, site, db);
      if (!known) return 401;
      const own = { id: conversationId.toLowerCase(), ownerId: known.person.id };
      if (!(await conversationFor(db, own))) return 404;
      return visitOf(practice, own, async () => {
        // The cookie may have run out, its session been ended, or the person's access.
        const now = await sessionOf(cookies, site, db);
        return now?.person.id === own.ownerId;
      });
    },
  };
}

function visitOf(practice: Practice, own: OwnConversation, mayStay: () => Promise<boolean>): Visit {
  return {
    personId: own.ownerId,
    mayStay,
    latestTurn: () => latestTurn(practice.db, own),
    say: (turnId, text) => say(practice, own, turnId, text),
    stop: () => stopConversation(practice, own),
    async *watch(turnId, signal) {
      // An empty glance is a sign of life; the socket has pings of its own.
      for await (const glance of watchTurn(practice, own, turnId, start, signal))
        for (const { event } of glance) yield event;
    },
  };
}

async function say(
  practice: Practice,
  own: OwnConversation,
  turnId: string,
  typed: string,
): Promise<ErrorCode | null> {
  if (practice.draining) return "stopping";
  const message = readMessageText(typed);
  if (!message.ok) return message.reason;
  try {
    const taken = await takeTurn(practice, own, { turnId, parentId: null, text: message.text });
    return taken.ok ? null : taken.reason;
  } catch (error) {
    if (isDatabaseAway(error)) return "away";
    throw error;
  }
}
