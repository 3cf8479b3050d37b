import { data, type RouterContextProvider } from "react-router";
import { isUuid } from "#app/features/conversations/forms.ts";
import {
  type Conversation,
  conversationFor,
  type OwnConversation,
} from "#app/features/conversations/queries.server.ts";
import type { Look } from "#app/features/conversations/look.server.ts";
import { databaseContext, lookContext } from "#app/middleware/contexts.ts";
import { keptWords } from "#app/middleware/typed-words.ts";
import { thePerson } from "#app/middleware/require-person.server.ts";

/**
 * The conversation of this address if it is theirs who asks; otherwise 404, the same as if it were not there, with what was
 * typed into the form that was posted to it.
 */
export async function ownConversation(
  id: string,
  context: Readonly<RouterContextProvider>,
  posted = new FormData(),
): Promise<Conversation> {
  const own = { id, ownerId: thePerson(context).id };
  const look = lookOf(own, context);
  const conversation = look
    ? await look.conversation
    : isUuid(id)
      ? await conversationFor(context.get(databaseContext), own)
      : null;
  if (!conversation) throw data(keptWords(posted), { status: 404 });
  return conversation;
}

/** What was looked at ahead, if it was for whoever asks. */
export function lookOf(own: OwnConversation, context: Readonly<RouterContextProvider>): Look | null {
  const look = context.get(lookContext);
  return look?.id === own.id && look.ownerId === own.ownerId ? look : null;
}
