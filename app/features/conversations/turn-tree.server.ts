import { and, asc, eq, sql } from "drizzle-orm";
import { coachModes } from "#app/features/scenarios/coach-mode.ts";
import { asked, type Database } from "#db/client.server.ts";
import { conversationSessions, messages, turns } from "#db/schema/conversations.ts";
import { runs } from "#db/schema/runs.ts";
import type { CodedMoves, End, LaneReply, LearnerMoves, PartnerState, Turn } from "./conversation.ts";
import { assistance } from "./asides/assistance.server.ts";
import type { OwnConversation } from "./queries.server.ts";

type LaneName = "partner" | "coach";

/** All turns of a conversation by their id, in the order they were taken: a tree by parent, of which a branch is the way to one turn. */
export type TurnTree = Map<string, TurnNode>;

export type TurnNode = {
  parentId: string | null;
  turn: Turn;
  /** What each lane's last attempt was charged, in weighted tokens; null while it runs, or where there was none. */
  charged: Record<LaneName, number | null>;
  /** How the branch had ended that this turn closes, while another one is in view; null where it had not. */
  end: (End & { at: Date }) | null;
};

type Text = { role: LaneName | "user"; attempt: number; text: string };
type Attempt = { lane: LaneName; attempt: number; status: LaneReply["status"]; charged: number | null };

/** Which turns does this conversation have? One statement; empty when it is not theirs. */
export async function turnTree(db: Database, { id, ownerId }: OwnConversation): Promise<TurnTree> {
  const rows = await turnsWithLanes(db).execute({ id, ownerId });
  return new Map(
    rows.map((row) => {
      const { id: turnId, parentId, ordinal, moves, coded, state, texts, attempts, assisted } = row;
      const { ending, endedBy, endedAt } = row;
      const partner = attempts?.findLast(({ lane }) => lane === "partner");
      const coach = attempts?.findLast(({ lane }) => lane === "coach");
      const text = (role: Text["role"], attempt = 1) =>
        texts?.find((one) => one.role === role && one.attempt === attempt)?.text;
      const reply = (lane: LaneName, run: Attempt | undefined, unasked: LaneReply["status"]): LaneReply => ({
        status: run?.status ?? unasked,
        text: text(lane, run?.attempt) ?? "",
        attempt: run?.attempt ?? 1,
      });
      const turn: Turn = {
        id: turnId,
        ordinal,
        learner: text("user") ?? null,
        // Turn 0 has no run: its partner text was written by the scenario's author, and the coach has nothing to say to it.
        partner: reply("partner", partner, "complete"),
        coach: reply("coach", coach, "silent"),
        // Written by code alone, from these very types (`take-turn.server.ts`).
        moves: moves as LearnerMoves | null,
        ...(coded !== null && { coded: coded as CodedMoves }),
        state: state as PartnerState,
        coachMode: coachModes.find((mode) => mode === row.coachMode) ?? "after-each-turn",
        ...(assisted !== null && { assisted }),
      };
      const charged = { partner: partner?.charged ?? null, coach: coach?.charged ?? null };
      const end = ending && endedBy && endedAt ? { ending, by: endedBy, at: endedAt } : null;
      return [turnId, { parentId, turn, charged, end }];
    }),
  );
}

const turnsWithLanes = asked((db) =>
  db
    .select({
      id: turns.id,
      parentId: turns.parentId,
      ordinal: turns.ordinal,
      moves: turns.moves,
      coded: turns.coded,
      coachMode: turns.coachMode,
      state: turns.state,
      ending: turns.ending,
      endedBy: turns.endedBy,
      endedAt: turns.endedAt,
      texts: sql<Text[] | null>`(
        select json_agg(json_build_object('role', role, 'attempt', attempt, 'text', text)) from ${messages}
        where ${messages.conversationId} = ${turns.conversationId} and ${messages.turnId} = ${turns.id})`,
      attempts: sql<Attempt[] | null>`(
        select json_agg(json_build_object('lane', lane, 'attempt', attempt, 'status', status, 'charged', charged)
          order by attempt) from ${runs}
        where ${runs.conversationId} = ${turns.conversationId} and ${runs.subject} = 'turn'
          and ${runs.subjectId} = ${turns.id})`,
      assisted: assistance,
    })
    .from(turns)
    .innerJoin(conversationSessions, eq(conversationSessions.id, turns.conversationId))
    .where(
      and(
        eq(conversationSessions.id, sql.placeholder("id")),
        eq(conversationSessions.ownerId, sql.placeholder("ownerId")),
      ),
    )
    .orderBy(asc(turns.createdAt), asc(turns.ordinal))
    .prepare("turns_with_lanes"),
);

/** The way to this turn, from turn 0 on; empty when it is not in the tree. */
export function branchTo(tree: TurnTree, turnId: string): TurnNode[] {
  const branch: TurnNode[] = [];
  for (let at = tree.get(turnId); at; at = at.parentId === null ? undefined : tree.get(at.parentId))
    branch.unshift(at);
  return branch;
}

/** Which turns lead to this one? From turn 0 on; empty when the turn is not of this conversation. */
export async function branchOf(db: Database, own: OwnConversation, turnId: string): Promise<Turn[]> {
  return branchTo(await turnTree(db, own), turnId).map(({ turn }) => turn);
}
