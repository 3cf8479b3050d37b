import type { Database } from "#db/client.server.ts";
import { type Conversation, conversationFor, type OwnConversation } from "./queries.server.ts";
import { type TurnTree, turnTree } from "./turn-tree.server.ts";

/** A conversation and its turns, both asked for at once; either may fail when it is awaited. */
export type Look = OwnConversation & { conversation: Promise<Conversation | null>; tree: Promise<TurnTree> };

/** Asks for a conversation and its turns at once, for whoever may turn out to be its owner. Never throws. */
export function lookAt(db: Database, own: OwnConversation): Look {
  const look = { ...own, conversation: conversationFor(db, own), tree: turnTree(db, own) };
  // Whoever is refused before anybody awaits them must not end the process.
  look.conversation.catch(() => {});
  look.tree.catch(() => {});
  return look;
}
