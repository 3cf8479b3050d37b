import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import type { LaneView } from "#app/streaming/frames.ts";
import { asked, type Database } from "#db/client.server.ts";
import { conversationSessions } from "#db/schema/conversations.ts";
import { runs } from "#db/schema/runs.ts";

/** How far is the coach with this debrief, or with this answer about one? Null when there is none of theirs. */
export async function debriefReply(
  db: Database,
  own: OwnConversation,
  id: string,
): Promise<{ coach: LaneView; orphaned: boolean } | null> {
  const [run] = await latestRunOf(db).execute({ conversationId: own.id, ownerId: own.ownerId, id });
  if (!run) return null;
  const { attempt, status, text, rewritten, orphaned } = run;
  return {
    coach: { attempt, text: text ?? "", status: status === "running" ? null : status, rewritten },
    orphaned,
  };
}

const latestRunOf = asked((db) =>
  db
    .select({
      attempt: runs.attempt,
      status: runs.status,
      text: runs.text,
      rewritten: runs.rewritten,
      orphaned: sql<boolean>`${runs.status} = 'running' and ${runs.leaseUntil} < clock_timestamp()`,
    })
    .from(runs)
    .innerJoin(conversationSessions, eq(conversationSessions.id, runs.conversationId))
    .where(
      and(
        eq(runs.conversationId, sql.placeholder("conversationId")),
        eq(runs.subjectId, sql.placeholder("id")),
        inArray(runs.subject, ["debrief", "debrief-question"]),
        eq(conversationSessions.ownerId, sql.placeholder("ownerId")),
      ),
    )
    .orderBy(desc(runs.attempt))
    .limit(1)
    .prepare("latest_run_of_debrief"),
);
