import { sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { type Frame, heard } from "#e2e/event-reader.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import type { TurnRecord, World } from "./client.ts";
import type { CallCounts } from "./counted-model.ts";
import type { Death, DeathKind } from "./fleet.ts";
import { type Recovery, recoveriesOf } from "./recoveries.ts";

export type Verdict = {
  kills: Record<string, number>;
  turns: number;
  calls: number;
  /** Acknowledged turns without their message, and replies shown as ended that are stored otherwise. */
  lost: string[];
  /** Model calls beyond one for each turn, lane and attempt. */
  doubled: string[];
  /** Looks at which somebody was over their quota. */
  overspent: number;
  /** Books that do not agree, budget held back for nothing among them. */
  leaked: string[];
  /** Runs that still run, turns whose learner never saw an end or an answer, stops that were told too early. */
  stuck: string[];
  recoveries: Recovery[];
  quietTookMs: number;
  refused: number;
  answers: Record<string, number>;
  oddities: string[];
};

export type StoredLane = {
  turn_id: string;
  lane: "partner" | "coach";
  attempt: number;
  status: string;
  instance: string;
  text: string;
  began: number;
  ended: number | null;
};

/** Compares what the learners were shown with what is stored, and what is stored with itself. */
export async function verdictOn(
  world: World,
  found: { db: Database; model: CallCounts; overspent: number; quietTookMs: number },
): Promise<Omit<Verdict, "oddities">> {
  const { db, model, overspent, quietTookMs } = found;
  const said = new Map<string, string>();
  for (const row of await db.execute<{ turn_id: string; text: string }>(
    sql`select turn_id, text from messages where role = 'user'`,
  ))
    said.set(row.turn_id, row.text);
  const lanes = Map.groupBy(await storedLanes(db), ({ turn_id }) => turn_id);
  const of = (turn: TurnRecord) => lanes.get(turn.turnId) ?? [];
  const { turns, fleet } = world;
  const running = [...lanes.values()].flat().filter(({ status }) => status === "running");

  return {
    kills: tally(fleet.deaths.map(({ kind }: Death): DeathKind => kind)),
    turns: turns.filter(({ acknowledged }) => acknowledged).length,
    calls: model.calls(),
    lost: turns.flatMap((turn) => lossesOf(turn, said.get(turn.turnId), of(turn))),
    doubled: turns.flatMap((turn) => doublesOf(turn, of(turn), model)),
    overspent,
    leaked: await brokenInvariants(db),
    stuck: [
      ...running.map(({ turn_id, lane }) => `${lane} of ${turn_id} still runs`),
      ...turns
        .filter((turn) => turn.refused === null && turn.endings.length === 0)
        .map(({ turnId, acknowledged }) => `${turnId} has shown no end (acknowledged: ${acknowledged})`),
      ...Array.from({ length: world.untrueStops }, () => "a stop was told before it was true"),
    ],
    recoveries: recoveriesOf(fleet.deaths, turns, lanes),
    quietTookMs,
    refused: turns.filter(({ refused }) => refused !== null).length,
    answers: {
      ...Object.fromEntries(world.answers),
      ...tally(fleet.logged),
      ...tally(turns.flatMap(({ refused }) => (refused === null ? [] : [`refused ${refused}`]))),
    },
  };
}

async function storedLanes(db: Database): Promise<StoredLane[]> {
  const rows = await db.execute<StoredLane>(sql`
    select r.subject_id turn_id, r.lane, r.attempt, r.status, r.instance, coalesce(m.text, '') as text,
      (extract(epoch from r.created_at) * 1000)::float8 began, (extract(epoch from r.settled_at) * 1000)::float8 ended
    from runs r left join messages m on m.conversation_id = r.conversation_id and m.turn_id = r.subject_id
      and m.role = r.lane and m.attempt = r.attempt
    where r.subject = 'turn' order by r.attempt`);
  return [...rows];
}

function lossesOf(turn: TurnRecord, said: string | undefined, lanes: StoredLane[]): string[] {
  const lost: string[] = [];
  if (turn.acknowledged && said !== turn.text) lost.push(`${turn.turnId}: the learner's words`);
  if (turn.endings.length === 0) return lost;
  const shown = heard(turn.frames.map(emptyWhereAnew));
  for (const lane of ["partner", "coach"] as const) {
    const stored = lanes.findLast((run) => run.lane === lane);
    const status = shown[`${lane}Status`];
    if (stored && (stored.text !== shown[lane] || stored.status !== status))
      lost.push(
        `${turn.turnId}: ${lane} was shown ${status} with ${shown[lane].length} characters, stored ${stored.status} with ${stored.text.length}`,
      );
  }
  return lost;
}

/** An attempt whose first frame is its end has said nothing: what the one before said is no longer shown. */
function emptyWhereAnew(frame: Frame): Frame {
  const { event, id } = frame;
  if (event.channel === "turn" || !("done" in event.data) || event.data.attempt === undefined) return frame;
  return { id, event: { ...event, data: { text: "", ...event.data } } };
}

function doublesOf(turn: TurnRecord, lanes: StoredLane[], model: CallCounts): string[] {
  return (["partner", "coach"] as const).flatMap((lane) => {
    const attempts = lanes.filter((run) => run.lane === lane && run.status !== "silent").length;
    const calls = model.callsFor(turn.mark, lane);
    return calls > attempts ? [`${turn.turnId}: ${calls} calls for ${attempts} attempts of ${lane}`] : [];
  });
}

function tally(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names.toSorted()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
