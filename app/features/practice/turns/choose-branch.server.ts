import {
  type MovedHead,
  rewindTo,
  showBranch,
} from "#app/features/conversations/branches/move-head.server.ts";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import type { Database } from "#db/client.server.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { settleOrphans } from "#app/features/practice/lanes/settle-orphans.server.ts";

/** Brings back the moment before this message; `busy` while the partner really answers. Costs nothing. */
export async function rewindTurn(
  practice: Practice,
  own: OwnConversation,
  turnId: string,
): Promise<MovedHead> {
  return unlessAnswering(practice, own, (db) => rewindTo(db, own, turnId));
}

/** Brings the branch through this turn into view; `busy` while the partner really answers. Costs nothing. */
export async function chooseBranch(
  practice: Practice,
  own: OwnConversation,
  turnId: string,
): Promise<MovedHead> {
  return unlessAnswering(practice, own, (db) => showBranch(db, own, turnId));
}

/** The one that answers may be an orphan of an instance that died: settle it and look again. */
async function unlessAnswering(
  practice: Practice,
  own: OwnConversation,
  move: (db: Database) => Promise<MovedHead>,
): Promise<MovedHead> {
  const first = await practice.live.inTurn(own.id, () => move(practice.db));
  if (first.ok || first.reason !== "busy" || (await settleOrphans(practice, own.id)) === 0) return first;
  return practice.live.inTurn(own.id, () => move(practice.db));
}
