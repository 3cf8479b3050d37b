import { and, desc, eq, sql } from "drizzle-orm";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import type { LaneView } from "#app/streaming/frames.ts";
import { asked, type Database } from "#db/client.server.ts";
import { asides, conversationSessions } from "#db/schema/conversations.ts";
import { runs } from "#db/schema/runs.ts";

/** How far is the coach with this aside, by what is stored? Null when there is no such aside of theirs. */
export async function asideReply(
  db: Database,
  own: OwnConversation,
  asideId: string,
): Promise<{ coach: LaneView; orphaned: boolean } | null> {
  const [row] = await replyToAside(db).execute({ id: own.id, ownerId: own.ownerId, asideId });
  if (!row) return null;
  const { status, attempt, text, answer, rewritten, orphaned } = row;
  // Without a run our own code has answered.
  if (status === null)
    return {
      coach: { attempt: 1, text: answer ?? "", status: "silent", rewritten: false },
      orphaned: false,
    };
  return {
    coach: {
      attempt: attempt ?? 1,
      text: text ?? "",
      status: status === "running" ? null : status,
      rewritten: rewritten ?? false,
    },
    orphaned,
  };
}

const replyToAside = asked((db) =>
  db
    .select({
      answer: asides.answer,
      attempt: runs.attempt,
      status: runs.status,
      text: runs.text,
      rewritten: runs.rewritten,
      orphaned: sql<boolean>`coalesce(${runs.status} = 'running' and ${runs.leaseUntil} < clock_timestamp(), false)`,
    })
    .from(asides)
    .innerJoin(conversationSessions, eq(conversationSessions.id, asides.conversationId))
    .leftJoin(
      runs,
      and(
        eq(runs.conversationId, asides.conversationId),
        eq(runs.subjectId, asides.id),
        eq(runs.subject, "aside"),
      ),
    )
    .where(
      and(
        eq(asides.conversationId, sql.placeholder("id")),
        eq(asides.id, sql.placeholder("asideId")),
        eq(conversationSessions.ownerId, sql.placeholder("ownerId")),
      ),
    )
    .orderBy(desc(runs.attempt))
    .limit(1)
    .prepare("reply_to_aside"),
);
