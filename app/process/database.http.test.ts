import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { makeInvitation } from "#app/features/invitations/make-invitation.server.ts";
import { type Database, openDatabase } from "#db/client.server.ts";
import { messages, turns } from "#db/schema/conversations.ts";
import { runs } from "#db/schema/runs.ts";
import { freshDatabase } from "#db/testing.ts";
import { type ModelProvider, startModelProvider } from "#e2e/fakes/model-provider.ts";
import { says } from "#e2e/fakes/model-provider-scenario.ts";
import { startTcpProxy, type TcpProxy } from "#e2e/fakes/tcp-proxy.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { type ServerProcess, startProcess } from "#e2e/process.ts";
import { Visitor } from "#e2e/visitor.ts";

let db: Database;
let close: () => Promise<void>;
let proxy: TcpProxy;
let provider: ModelProvider;
let server: ServerProcess;
let ada: Visitor;

beforeAll(async () => {
  const { url } = await freshDatabase();
  ({ db, close } = openDatabase(url, { connections: 2 }));
  proxy = await startTcpProxy({ host: "127.0.0.1", port: Number(new URL(url).port) });
  provider = await startModelProvider();
  const through = new URL(url);
  through.port = String(proxy.port);
  proxy.cut();
  server = await startProcess(
    {
      DATABASE_URL: through.href,
      SESSION_KEY: "ab".repeat(32),
      ANTHROPIC_API_KEY: "test-key",
      ANTHROPIC_BASE_URL: provider.url,
    },
    { ready: false },
  );
});
afterAll(async () => {
  proxy.open();
  server.child.kill("SIGTERM");
  expect(await server.exited).toBe(0);
  await close();
  await proxy.close();
  await provider.close();
});
afterEach(async () => expect(await brokenInvariants(db)).toEqual([]));

test("DB01 a database that is down at the start is waited for: healthy, not ready, and said once", async () => {
  await until(async () => (await fetch(`${server.origin}/health`).catch(() => null))?.status === 200);
  expect((await fetch(`${server.origin}/ready`)).status).toBe(503);
  expect((await fetch(server.origin)).headers.get("retry-after")).toBe("2");
  await sleep(1_500);
  expect(server.child.exitCode).toBeNull();
  expect(server.output().match(/waiting for the database/g)).toHaveLength(1);
  proxy.open();
  await until(async () => (await fetch(`${server.origin}/ready`)).status === 200);
  const quota = { tokens: 500_000, preset: null };
  const token = await makeInvitation(db, { label: "Grace", source: "person", seats: 1, quota, days: 1 });
  ada = new Visitor(server.origin);
  expect((await ada.post(`/invite/${token}`, {})).status).toBe(303);
});

describe("a database that goes away", () => {
  test("DB02 in the middle of a reply costs no word: it is stored once the database is back", async () => {
    const { room, turnId } = await ready();
    const words = Array.from({ length: 60 }, (_, index) => `word${index} `);
    provider.next(says(words, { paceMs: 30 }), "partner");
    await ada.say(room, "Tell me.", { turnId, live: "yes" });
    await sleep(400);
    proxy.cut();
    await sleep(1_200);
    proxy.open();
    await until(async () => (await partnerRun(turnId))?.status === "complete");
    expect(await partnerText(turnId)).toBe(words.join(""));
  });

  test("DB03 before a turn begins: 503, no call, nothing charged", async () => {
    const { room, turnId } = await ready();
    const calls = provider.requests.length;
    proxy.cut();
    const said = await ada.say(room, "Are you there?", { turnId });
    expect(said.status).toBe(503);
    expect(await said.text()).toContain("it will not be taken twice");
    proxy.open();
    expect(provider.requests.length).toBe(calls);
    expect(await partnerRun(turnId)).toBeUndefined();
    expect((await ada.say(room, "Are you there?", { turnId })).status).toBe(303);
  });

  test("DB04 at the moment of a commit: sending the same turn again is the same turn", async () => {
    const { room, turnId } = await ready();
    // The one statement that writes the turn is the first that knows its id.
    proxy.cutAfter(turnId);
    const first = await ada.say(room, "Once.", { turnId });
    expect([303, 503]).toContain(first.status);
    proxy.cutAfter("commit");
    const second = await ada.say(room, "Once.", { turnId, live: "yes" });
    expect([200, 303, 503]).toContain(second.status);
    await until(async () =>
      [200, 303].includes((await ada.say(room, "Once.", { turnId, live: "yes" })).status),
    );
    expect(await db.select().from(turns).where(eq(turns.id, turnId))).toHaveLength(1);
    expect(
      await db
        .select()
        .from(runs)
        .where(sql`${runs.subjectId} = ${turnId} and lane = 'partner'`),
    ).toHaveLength(1);
    // Whoever died between commit and answer is settled when its lease is over; nobody waits for that here.
    await db.execute(
      sql`update runs set lease_until = clock_timestamp() - interval '1 second' where subject_id = ${turnId} and status = 'running'`,
    );
    await until(async () => {
      await ada.get(room);
      return (await partnerRun(turnId))?.status !== "running";
    });
  });
});

async function ready(): Promise<{ room: string; turnId: string }> {
  proxy.open();
  await until(async () => (await fetch(`${server.origin}/ready`)).status === 200);
  return { room: await ada.start("the-loan"), turnId: randomUUID() };
}

async function partnerRun(turnId: string) {
  const [run] = await db
    .select()
    .from(runs)
    .where(sql`${runs.subjectId} = ${turnId} and ${runs.lane} = 'partner'`);
  return run;
}

async function partnerText(turnId: string) {
  const [row] = await db
    .select()
    .from(messages)
    .where(sql`${messages.turnId} = ${turnId} and role = 'partner'`);
  return row?.text;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(50);
}
