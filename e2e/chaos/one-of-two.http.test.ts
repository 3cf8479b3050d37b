import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeInvitation } from "#app/features/invitations/make-invitation.server.ts";
import type { Database } from "#db/client.server.ts";
import { freePort } from "#e2e/free-port.ts";
import type { ServerProcess } from "#e2e/process.ts";
import { startRoundRobin } from "#e2e/round-robin.ts";
import { countOf, watchBudgets } from "./books.ts";
import { newTurn, type Person, postUntilAnswered, type World } from "./client.ts";
import { countCalls, markOf } from "./counted-model.ts";
import { brokenPromises, told } from "./report.ts";
import { setScene, until } from "./scene.ts";
import { verdictOn } from "./verdict.ts";
import { watch } from "./viewer.ts";

const turnsRunning = 100;
/** Some more rooms than that, so that posts are on their way when the instance dies. */
const learners = 22;
const roomsEach = 5;
/** About what five turns at once hold back after five others, beside what is kept for the debrief: one or the other is refused. Weighted tokens. */
const budget = 28_000;
/** In one of them partner and coach speak at the same time, in the other one after the other. */
const scenarios = ["no-to-the-deadline", "the-promised-raise"];
const visibleEndWithinMs = 60_000;

test("PK16 one of two instances is killed during 100 running turns: each ends visibly, nothing is lost, doubled, overspent or leaked, and the other instance's turns are complete", async () => {
  const scene = await setScene();
  const { db } = scene;
  let paceMs = 0;
  const model = countCalls(scene.model, () => paceMs);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const doomed = await scene.instance({ APP_ORIGIN: origin });
  const steady = await scene.instance({ APP_ORIGIN: origin });
  const proxy = await startRoundRobin(port, [doomed, steady].map(portOf));
  const world: World = {
    fleet: { anyOrigin: () => origin, deaths: [], logged: [] },
    turns: [],
    answers: new Map(),
    untrueStops: 0,
  };
  const budgets = watchBudgets(db);
  const over = new AbortController();
  const rooms = await openRooms(world, db);
  // The coach speaks from the second turn on.
  await Promise.all(rooms.map((room) => speakAndListen(world, room, 1, over.signal)));

  // From here on a word takes so long that nobody is done before the last has begun.
  paceMs = 2_500;
  const spoken = Promise.all(rooms.map((room) => speakAndListen(world, room, 2, over.signal)));
  const running = sql`runs where status = 'running'`;
  await until(async () => (await countOf(db, running)) >= 2 * turnsRunning, 60);
  const killedAt = Date.now();
  doomed.child.kill("SIGKILL");
  world.fleet.deaths.push({ kind: "SIGKILL", at: killedAt, pid: doomed.child.pid ?? 0 });
  paceMs = 100;
  await Promise.race([spoken, sleep(visibleEndWithinMs)]);

  over.abort();
  const found = { db, model, overspent: await budgets.end(), quietTookMs: Date.now() - killedAt };
  const verdict = { ...(await verdictOn(world, found)), oddities: [] };
  const [lost, kept] = await Promise.all([doomed, steady].map((server) => lanesOf(server, db)));
  proxy.close();
  proxy.closeAllConnections();
  await scene.end();

  expect(brokenPromises(verdict), told(verdict)).toEqual([]);
  expect(verdict.turns + verdict.refused, told(verdict)).toBe(2 * rooms.length);
  // It would prove little if one of the two had had nothing to do.
  expect(Math.min(lost?.length ?? 0, kept?.length ?? 0)).toBeGreaterThan(turnsRunning / 2);
  for (const { status } of lost ?? []) expect(["partial", "failed"]).toContain(status);
  for (const lane of kept ?? []) expect(lane).toEqual({ status: "complete", attempt: 1, fence: 1 });
}, 180_000);

type Room = { person: Person; path: string; number: number };

async function openRooms(world: World, db: Database): Promise<Room[]> {
  const quota = { tokens: budget, preset: null };
  const token = await makeInvitation(db, {
    label: "Grace",
    source: "person",
    seats: learners,
    quota,
    days: 1,
  });
  const rooms = Array.from({ length: learners }, async (_, learner) => {
    const person: Person = { cookie: "" };
    await postUntilAnswered(world, person, `/invite/${token}`, {});
    return Promise.all(
      Array.from({ length: roomsEach }, async (_room, index) => {
        const number = learner * roomsEach + index;
        const scenario = scenarios[number % scenarios.length];
        const started = await postUntilAnswered(world, person, `/scenarios/${scenario}`, {});
        return { person, path: started.headers.get("location") ?? "", number };
      }),
    );
  });
  return (await Promise.all(rooms)).flat();
}

async function speakAndListen(world: World, room: Room, ordinal: number, left: AbortSignal): Promise<void> {
  const { person, path, number } = room;
  const mark = markOf(number, ordinal);
  const turn = newTurn(world, { room: path, mark, text: `I need an answer I can keep to. ${mark}` });
  const refused = new AbortController();
  const say = async () => {
    const fields = { intent: "speak", turnId: turn.turnId, text: turn.text, live: "yes" };
    const answer = await postUntilAnswered(world, person, `${path}.data`, fields);
    if (answer.status === 200) turn.acknowledged = true;
    else {
      turn.refused = answer.status;
      refused.abort();
    }
  };
  const listen = () => watch(world, person, turn, AbortSignal.any([left, refused.signal]));
  // Every other post comes before its stream: taking turns, the proxy would send all posts one way and all streams the other.
  await Promise.all(number % 2 === 0 ? [say(), listen()] : [listen(), say()]);
}

/** How the lanes of the second turns went that this process has begun. */
async function lanesOf({ child }: ServerProcess, db: Database) {
  const rows = await db.execute<{ status: string; attempt: number; fence: number }>(sql`
    select r.status, r.attempt, r.fence from runs r
    join turns t on t.conversation_id = r.conversation_id and t.id = r.subject_id
    where t.ordinal = 2 and r.instance like ${`${child.pid}-%`}`);
  return [...rows];
}

function portOf({ origin }: ServerProcess): number {
  return Number(new URL(origin).port);
}
