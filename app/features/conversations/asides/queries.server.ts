import { and, asc, eq, sql } from "drizzle-orm";
import type { LaneReply } from "#app/features/conversations/conversation.ts";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import { asked, type Database } from "#db/client.server.ts";
import { asides, conversationSessions } from "#db/schema/conversations.ts";
import { runs } from "#db/schema/runs.ts";
import type { Aside } from "./aside.ts";

/** `charged`: what the last attempt cost, in weighted tokens; null while it runs, or where no model was asked. */
export type StoredAside = Aside & { charged: number | null };

type Attempt = { attempt: number; status: LaneReply["status"]; text: string; charged: number | null };

/** What was asked of the coach in this conversation, on whatever branch, in its order? Nothing when it is not theirs. */
export async function asidesOf(db: Database, { id, ownerId }: OwnConversation): Promise<StoredAside[]> {
  const rows = await asidesWithReplies(db).execute({ id, ownerId });
  return rows.map(({ last, answer, ...aside }) => {
    const { charged = null, ...reply } = last ?? {};
    const own = {
      status: aside.kind === "hint" ? "complete" : "silent",
      text: answer ?? "",
      attempt: 1,
    } as const;
    return { ...aside, reply: { ...own, ...reply }, charged };
  });
}

const asidesWithReplies = asked((db) =>
  db
    .select({
      id: asides.id,
      turnId: asides.turnId,
      kind: asides.kind,
      text: asides.text,
      rung: asides.rung,
      move: asides.move,
      answer: asides.answer,
      last: sql<Attempt | null>`(
        select json_build_object('attempt', attempt, 'status', status, 'text', coalesce(${runs.text}, ''), 'charged', charged)
        from ${runs} where ${runs.conversationId} = ${asides.conversationId} and ${runs.subject} = 'aside'
          and ${runs.subjectId} = ${asides.id} order by attempt desc limit 1)`,
    })
    .from(asides)
    .innerJoin(conversationSessions, eq(conversationSessions.id, asides.conversationId))
    .where(
      and(
        eq(asides.conversationId, sql.placeholder("id")),
        eq(conversationSessions.ownerId, sql.placeholder("ownerId")),
      ),
    )
    .orderBy(asc(asides.createdAt), asc(asides.id))
    .prepare("asides_with_replies"),
);
