import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { messages } from "#db/schema/conversations.ts";
import { says } from "#e2e/fakes/model-provider-scenario.ts";
import { laneOf } from "#e2e/fakes/model-provider-voice.ts";
import type { ServerProcess } from "#e2e/process.ts";
import type { Visitor } from "#e2e/visitor.ts";
import { harmedBySignal } from "./on-signal.ts";
import { sayLive, type Scene, setScene, shownOf, until } from "./scene.ts";

const reply = "I hear you, and I will think about what you have said to me today.";
const note = 'Ask plainly — "I would like" leaves them guessing. Name it in one sentence.';
const words = "I would like to know what you think about it.";

// Whole processes start and die here, on whatever machine this is.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let scene: Scene;
/** Stays alive through every test. */
let steady: ServerProcess;
let ada: Visitor;
let room: string;

beforeEach(async () => {
  scene = await setScene();
  // Slow enough that some of it is stored before its end, and the coach has something to say from the second turn on.
  scene.model.default((body) => says(laneOf(body) === "partner" ? reply : note, { paceMs: 50 }));
  steady = await scene.instance();
  ada = await scene.guest(steady);
  room = await ada.start("the-promised-raise");
  await ada.say(room, "Last April you told me that my pay would be looked at.");
  scene.model.requests.length = 0;
});
afterEach(async () => expect(await scene.end()).toEqual([]));

describe("kill -9 at", () => {
  test.each([
    { point: "after-commit", told: false, calls: 0, status: "failed" },
    // The first word comes late enough for the post to be answered first, on however slow a machine.
    { point: "before-first-word", told: true, calls: 1, status: "failed", paceMs: 1_000 },
    { point: "before-settle", told: true, calls: 1, status: "partial" },
    { point: "inside-settle", told: true, calls: 1, status: "partial" },
    { point: "after-settle", told: true, calls: 1, status: "complete" },
  ])(
    "PK02 $point: the words are kept, the reply is $status, paid once, and Retry answers it",
    async (row) => {
      const doomed = await scene.instance({ FAIL_AT: `${row.point}:1` });
      const turnId = randomUUID();
      ada.origin = doomed.origin;
      if (row.paceMs) scene.model.next(says(reply, { paceMs: row.paceMs }), "partner");
      const told = await sayLive(ada, room, words, turnId).then(
        ({ status }) => status === 200,
        () => false,
      );
      expect(told).toBe(row.told);
      expect(await doomed.exited).toBe("SIGKILL");

      await scene.leasesEnd();
      ada.origin = steady.origin;
      // The browser sends again what it was not told about: it is the same turn, and nothing is asked or paid again.
      expect(await sayLive(ada, room, words, turnId)).toMatchObject({ status: 200 });
      const shown = await shownOf(ada, room, turnId);
      const [partner, coach] = await scene.lanes(turnId);
      expect(shown).toMatchObject({ partnerStatus: row.status, turn: row.status, coachStatus: "failed" });
      expect(partner).toMatchObject({ attempt: 1, status: row.status, text: shown.partner });
      expect(coach).toMatchObject({ attempt: 1, status: "failed", charged: 0 });
      expect(await spokenIn(turnId)).toEqual([words]);
      expect(scene.model.requests.length).toBe(row.calls);
      if (row.status === "complete") expect(shown.partner).toBe(reply);
      if (row.status === "failed") expect(partner).toMatchObject({ text: "", charged: 0 });
      if (row.status === "partial") {
        expect(partner?.charged).toBeGreaterThan(0);
        expect(shown.partner.length).toBeGreaterThan(0);
        expect(reply.startsWith(shown.partner)).toBe(true);
      }
      if (row.status === "complete") return;

      const again = await ada.post(room, { intent: "retry", turnId, lane: "partner" });
      expect(again.status).toBe(303);
      expect(await shownOf(ada, room, turnId)).toMatchObject({ partner: reply, partnerStatus: "complete" });
    },
  );
});

describe("a writer that was taken for dead", () => {
  test.each([
    { row: "PK10", name: "by a blocked event loop", environment: harmedBySignal("blocked event loop") },
    { row: "PK11", name: "by SIGSTOP", environment: {} },
  ])("$row $name writes and charges nothing when it wakes up", async ({ row, environment }) => {
    const sleeper = await scene.instance(environment);
    ada.origin = sleeper.origin;
    const { turnId } = await sayLive(ada, room, words);
    await until(async () => (await scene.lanes(turnId))[0]?.text !== "");
    sleeper.child.kill(row === "PK10" ? "SIGWINCH" : "SIGSTOP");
    await until(async () => (await quiet(turnId)) > 600);

    await scene.leasesEnd();
    ada.origin = steady.origin;
    const shown = await shownOf(ada, room, turnId);
    expect(shown).toMatchObject({ partnerStatus: "partial", coachStatus: "failed" });
    const settled = await scene.lanes(turnId);
    sleeper.child.kill("SIGCONT");
    // It is awake again once it answers, and by then it has tried to write.
    await until(() => sleeper.output().includes("taken over") || isAwake(sleeper.origin));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await scene.lanes(turnId)).toEqual(settled);
    expect(scene.model.requests.filter(({ lane }) => lane === "partner").length).toBe(1);
  });
});

test("PK09 a process that runs out of memory loses nothing it has acknowledged", async () => {
  const doomed = await scene.instance(harmedBySignal("out of memory"));
  ada.origin = doomed.origin;
  const rooms = await Promise.all(Array.from({ length: 6 }, () => ada.start("the-loan")));
  const say = async (path: string) => {
    const turn = await sayLive(ada, path, words).catch(() => null);
    return turn?.status === 200 ? [{ path, turnId: turn.turnId }] : [];
  };
  const before = await Promise.all(rooms.slice(0, 3).map(say));
  doomed.child.kill("SIGWINCH");
  const meanwhile = await Promise.all(rooms.slice(3).map(say));
  expect(await doomed.exited).toBe("SIGABRT");
  expect(doomed.output()).toContain("heap");
  await scene.leasesEnd();
  ada.origin = steady.origin;
  expect(before.flat()).toHaveLength(3);
  for (const { path, turnId } of [...before, ...meanwhile].flat()) {
    const shown = await shownOf(ada, path, turnId);
    expect(await spokenIn(turnId)).toEqual([words]);
    expect((await scene.lanes(turnId))[0]).toMatchObject({
      text: shown.partner,
      status: shown.partnerStatus,
    });
  }
});

describe("what a dead process has left behind", () => {
  async function orphan(): Promise<string> {
    const doomed = await scene.instance();
    ada.origin = doomed.origin;
    const { turnId } = await sayLive(ada, room, words);
    doomed.child.kill("SIGKILL");
    await doomed.exited;
    await scene.leasesEnd();
    return turnId;
  }

  test("PK15 is settled when somebody looks", async () => {
    const turnId = await orphan();
    steady.child.kill("SIGKILL");
    const fresh = await scene.instance();
    ada.origin = fresh.origin;
    expect(await shownOf(ada, room, turnId)).toMatchObject({ coachStatus: "failed" });
  });

  test("PK15 is settled within a minute when nobody looks", async () => {
    const turnId = await orphan();
    steady.child.kill("SIGKILL");
    await scene.instance();
    await until(async () => (await scene.lanes(turnId)).every(({ status }) => status !== "running"), 60);
  });
});

async function spokenIn(turnId: string): Promise<string[]> {
  const rows = await scene.db
    .select({ text: messages.text })
    .from(messages)
    .where(sql`${messages.turnId} = ${turnId} and ${messages.role} = 'user'`);
  return rows.map(({ text }) => text);
}

/** How many milliseconds the turn's writer has given no sign of life: a lease is renewed every second, and lasts 20. */
async function quiet(turnId: string): Promise<number> {
  const [row] = await scene.db.execute<{ ms: number }>(sql`
    select (20000 - extract(epoch from min(lease_until) - clock_timestamp()) * 1000)::float8 ms
    from runs where subject_id = ${turnId} and status = 'running'`);
  return row?.ms ?? 0;
}

function isAwake(origin: string): Promise<boolean> {
  return fetch(`${origin}/health`, { signal: AbortSignal.timeout(500) }).then(
    ({ ok }) => ok,
    () => false,
  );
}
