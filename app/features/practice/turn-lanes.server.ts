import { and, asc, eq, sql } from "drizzle-orm";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import type { LaneView } from "#app/streaming/frames.ts";
import { asked, type Database } from "#db/client.server.ts";
import { conversationSessions, messages, turns } from "#db/schema/conversations.ts";
import { runs } from "#db/schema/runs.ts";
import { asideReply } from "./asides/aside-lanes.server.ts";
import { debriefReply } from "./debrief/debrief-lane.server.ts";

export type TurnLanes = {
  partner: LaneView;
  coach: LaneView;
  orphaned: boolean;
  /** It stands beside the turns, where only the coach has a word. */
  aside: boolean;
};

/**
 * How far are both lanes of this turn, by what is stored? An aside or a debrief is looked at in the same way. Null when there is neither
 * of theirs.
 */
export async function turnLanes(
  db: Database,
  own: OwnConversation,
  turnId: string,
): Promise<TurnLanes | null> {
  const rows = await lanesOfTurn(db).execute({ id: own.id, ownerId: own.ownerId, turnId });
  if (rows.length === 0) {
    const reply = (await asideReply(db, own, turnId)) ?? (await debriefReply(db, own, turnId));
    return reply && { ...reply, partner: silent, aside: true };
  }

  const lanes: TurnLanes = {
    partner: { attempt: 1, text: rows[0]?.opener ?? "", status: "complete", rewritten: false },
    coach: silent,
    orphaned: false,
    aside: false,
  };
  for (const { lane, attempt, status, text, rewritten, orphaned } of rows) {
    if (!lane || attempt === null || !status) continue;
    lanes[lane] = {
      attempt,
      text: text ?? "",
      status: status === "running" ? null : status,
      rewritten: rewritten ?? false,
    };
    lanes.orphaned ||= orphaned;
  }
  return lanes;
}

const silent: LaneView = { attempt: 1, text: "", status: "silent", rewritten: false };

const lanesOfTurn = asked((db) =>
  db
    .select({
      lane: runs.lane,
      attempt: runs.attempt,
      status: runs.status,
      rewritten: runs.rewritten,
      orphaned: sql<boolean>`coalesce(${runs.status} = 'running' and ${runs.leaseUntil} < clock_timestamp(), false)`,
      text: messages.text,
      opener: sql<string | null>`(select text from ${messages} where conversation_id = ${turns.conversationId}
        and turn_id = ${turns.id} and role = 'partner' and ${turns.ordinal} = 0)`,
    })
    .from(turns)
    .innerJoin(conversationSessions, eq(conversationSessions.id, turns.conversationId))
    .leftJoin(
      runs,
      and(
        eq(runs.conversationId, turns.conversationId),
        eq(runs.subjectId, turns.id),
        eq(runs.subject, "turn"),
      ),
    )
    .leftJoin(
      messages,
      and(
        eq(messages.conversationId, turns.conversationId),
        eq(messages.turnId, turns.id),
        eq(messages.role, runs.lane),
        eq(messages.attempt, runs.attempt),
      ),
    )
    .where(
      and(
        eq(turns.conversationId, sql.placeholder("id")),
        eq(turns.id, sql.placeholder("turnId")),
        eq(conversationSessions.ownerId, sql.placeholder("ownerId")),
      ),
    )
    .orderBy(asc(runs.attempt))
    .prepare("lanes_of_turn"),
);
