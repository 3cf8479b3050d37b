import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import type { LaneView } from "#app/streaming/frames.ts";
import { asked, type Database } from "#db/client.server.ts";
import { asides, conversationSessions, messages, turns } from "#db/schema/conversations.ts";
import { debriefQuestions, debriefs } from "#db/schema/debriefs.ts";
import { runs } from "#db/schema/runs.ts";

export type TurnLanes = {
  partner: LaneView;
  coach: LaneView;
  orphaned: boolean;
  /** It stands beside the turns, where only the coach has a word. */
  aside: boolean;
};

/**
 * How far are both lanes of this turn, by what is stored? An aside, a debrief or a question about one is looked at in the
 * same way. Null when there is none of theirs with this id.
 */
export async function turnLanes(
  db: Database,
  own: OwnConversation,
  turnId: string,
): Promise<TurnLanes | null> {
  const stored = await storedTurn(db, own, turnId);
  return typeof stored === "string" ? null : stored;
}

/** The same, and where there is none, whether the conversation is theirs at all. */
export async function storedTurn(
  db: Database,
  own: OwnConversation,
  turnId: string,
): Promise<TurnLanes | "no-such-turn" | "not-theirs"> {
  const rows = await lanesOf(db).execute({ conversationId: own.id, ownerId: own.ownerId, id: turnId });
  const [first] = rows;
  if (!first) return "not-theirs";
  if (!first.subject) return "no-such-turn";
  const isTurn = first.subject === "turn";
  const ours = first.ours ?? "";
  const lanes: TurnLanes = {
    partner: isTurn ? { ...silentLane, text: ours, status: "complete" } : silentLane,
    coach: isTurn ? silentLane : { ...silentLane, text: ours },
    orphaned: false,
    aside: !isTurn,
  };
  for (const { subject, lane, attempt, status, text, rewritten, orphaned } of rows) {
    if (subject !== first.subject || !lane || attempt === null || !status) continue;
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

const conversationId = sql.placeholder("conversationId");
const id = sql.placeholder("id");

/** A lane that has nothing to say in this turn. */
export const silentLane: LaneView = { attempt: 1, text: "", status: "silent", rewritten: false };

/**
 * One statement for all that an id can name: a stream is mostly opened before its turn is there, and who waits for the
 * first word waits for this. `ours`: words no model was asked for (the author's opener, a hint, the help card).
 */
const lanesOf = asked((db) => {
  const named = unionAll(
    select(
      db,
      turns,
      "turn",
      sql`(select text from ${messages} where conversation_id = ${turns.conversationId}
      and turn_id = ${turns.id} and role = 'partner' and ${turns.ordinal} = 0)`,
    ),
    select(db, asides, "aside", sql`${asides.answer}`),
    select(db, debriefs, "debrief", sql`null`),
    select(db, debriefQuestions, "debrief-question", sql`${debriefQuestions.answer}`),
  ).as("named");
  return db
    .select({
      subject: named.subject,
      ours: named.ours,
      lane: runs.lane,
      attempt: runs.attempt,
      status: runs.status,
      rewritten: runs.rewritten,
      orphaned: sql<boolean>`coalesce(${runs.status} = 'running' and ${runs.leaseUntil} < clock_timestamp(), false)`,
      text: sql<string | null>`coalesce(${runs.text}, ${messages.text})`,
    })
    .from(conversationSessions)
    .leftJoin(named, sql`true`)
    .leftJoin(
      runs,
      and(eq(runs.conversationId, conversationId), eq(runs.subjectId, id), eq(runs.subject, named.subject)),
    )
    .leftJoin(
      messages,
      and(
        eq(runs.subject, "turn"),
        eq(messages.conversationId, runs.conversationId),
        eq(messages.turnId, runs.subjectId),
        eq(messages.role, runs.lane),
        eq(messages.attempt, runs.attempt),
      ),
    )
    .where(
      and(
        eq(conversationSessions.id, conversationId),
        eq(conversationSessions.ownerId, sql.placeholder("ownerId")),
      ),
    )
    .orderBy(asc(named.place), asc(runs.attempt))
    .prepare("lanes_of");
});

const subjects = ["turn", "aside", "debrief", "debrief-question"] as const;
type Subject = (typeof subjects)[number];

/** Where an id of old names two things, the first of them is meant. */
function select(
  db: Database,
  table: typeof turns | typeof asides | typeof debriefs | typeof debriefQuestions,
  subject: Subject,
  ours: SQL,
) {
  return db
    .select({
      subject: sql<Subject>`${sql.raw(`'${subject}'`)}::text`.as("named_as"),
      place: sql<number>`${sql.raw(String(subjects.indexOf(subject)))}::int`.as("place"),
      ours: sql<string | null>`(${ours})::text`.as("ours"),
    })
    .from(table)
    .where(and(eq(table.conversationId, conversationId), eq(table.id, id)));
}
