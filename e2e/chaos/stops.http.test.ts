import { randomUUID } from "node:crypto";
import { type ClientRequest, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { heard, readFrames } from "#e2e/event-reader.ts";
import { says } from "#e2e/fakes/model-provider-scenario.ts";
import type { ServerProcess } from "#e2e/process.ts";
import type { Visitor } from "#e2e/visitor.ts";
import { harmedBySignal } from "./on-signal.ts";
import { sayLive, type Scene, setScene, shownOf, until } from "./scene.ts";
import { stallingProxy } from "./stalling-proxy.ts";

const words = "I would like to know what you think about it.";
const reply = "I hear you, and I will think about what you have said to me today.";
/** A reply that lasts longer than a stopping process has. */
const endless = says(reply, { paceMs: 2_000 });
const brief = says(reply, { paceMs: 80 });

// Whole processes start and die here, on whatever machine this is.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let scene: Scene;
beforeEach(async () => {
  scene = await setScene();
});
afterEach(async () => expect(await scene.end()).toEqual([]));

test("PK03 SIGTERM ends an idle process within a second", async () => {
  const { server, ada } = await begin();
  await (await ada.get("/")).text();
  expect(await endOf(server, "SIGTERM")).toMatchObject({ code: 0, ms: below(1_000) });
});

test("PK04 SIGTERM with 200 open streams: each viewer is told how the turn ended, all is settled, exit 0 within 9 s", async () => {
  scene.model.default(() => endless);
  const server = await scene.instance();
  const viewers = await Promise.all(Array.from({ length: 8 }, () => fiveTurnsWithFiveViewersEach(server)));
  const streams = viewers.flat();
  expect(streams.length).toBe(200);
  const pages = Promise.all(streams.map((stream) => readFrames(stream)));
  expect(await endOf(server, "SIGTERM")).toMatchObject({ code: 0, ms: below(9_000) });
  for (const frames of await pages)
    expect(heard(frames)).toMatchObject({ partnerStatus: "partial", turn: "partial" });
  const running = await scene.db.execute(sql`select id from runs where status = 'running'`);
  expect(running.length).toBe(0);
});

test("PK05 what reaches a process that is stopping is refused before anything is held back, new connections at once", async () => {
  const { server, ada, room } = await begin();
  const ben = await scene.guest(server);
  const benRoom = await ben.start("the-loan");
  scene.model.default(() => endless);
  await sayLive(ben, benRoom, words);
  // On its way when the signal comes: its head has been read, its body has not.
  const turnId = randomUUID();
  const body = new URLSearchParams({ intent: "speak", turnId, text: words, live: "yes" }).toString();
  const { post, answered } = halfPost(ada, room, body);
  await until(async () => (await fetch(`${server.origin}/ready`)).ok);
  server.child.kill("SIGTERM");
  await until(() => fetch(`${server.origin}/health`).then(notYet, () => true));
  post.end(body);
  expect(await answered).toBe(503);
  expect(await scene.lanes(turnId)).toEqual([]);
  expect(await server.exited).toBe(0);
});

test("PK06 a second signal ends the process at once, and the turn it cut is settled by another", async () => {
  const { server, ada, room } = await begin();
  scene.model.default(() => endless);
  const { turnId } = await sayLive(ada, room, words);
  server.child.kill("SIGTERM");
  await sleep(300);
  expect(await endOf(server, "SIGTERM")).toMatchObject({ code: 1, ms: below(1_000) });
  await settledElsewhere(ada, room, turnId);
});

test("PK07 with a database that hangs a stop ends within 10 s, and another process settles what was stored", async () => {
  const proxy = await stallingProxy(scene.url);
  const { server, ada, room } = await begin({ DATABASE_URL: proxy.url });
  scene.model.default(() => says(reply, { paceMs: 150 }));
  const { turnId } = await sayLive(ada, room, words);
  await until(async () => (await scene.lanes(turnId))[0]?.text !== "");
  proxy.stall();
  expect(await endOf(server, "SIGTERM")).toMatchObject({ ms: below(10_000) });
  await proxy.close();
  await settledElsewhere(ada, room, turnId);
});

describe("PK08", () => {
  test.each(["uncaught exception", "unhandled rejection"] as const)(
    "an %s is logged once without its words; running turns end, viewers are told, exit 1",
    async (harm) => {
      const { server, ada, room } = await begin(harmedBySignal(harm));
      scene.model.default(() => brief);
      const { turnId } = await sayLive(ada, room, words);
      const stream = await ada.get(`${room}/events?turn=${turnId}`);
      const shown = readFrames(stream).then(heard);
      expect(await endOf(server, "SIGWINCH")).toMatchObject({ code: 1, ms: below(9_000) });
      expect(await shown).toMatchObject({ partner: reply, turn: "complete" });
      expect(server.output().split("unexpected failure, stopping").length - 1).toBe(1);
      expect(server.output()).not.toContain("CANARY-WORDS");
    },
  );
});

test("PK12 while one process drains another takes what comes: every turn is complete", async () => {
  const { server: old, ada, room } = await begin();
  scene.model.default(() => brief);
  const fresh = await scene.instance();
  const { turnId } = await sayLive(ada, room, words);
  const stream = await ada.get(`${room}/events?turn=${turnId}`);
  const shown = readFrames(stream).then(heard);
  const ended = endOf(old, "SIGTERM");
  const ben = await scene.guest(fresh);
  const benRoom = await ben.start("the-loan");
  const his = await sayLive(ben, benRoom, words);
  expect(await shown).toMatchObject({ partner: reply, turn: "complete" });
  expect(await shownOf(ben, benRoom, his.turnId)).toMatchObject({ partner: reply, turn: "complete" });
  expect(await ended).toMatchObject({ code: 0 });
  ada.origin = fresh.origin;
  expect(await sayLive(ada, room, words)).toMatchObject({ status: 200 });
  await until(
    async () => (await scene.db.execute(sql`select id from runs where status = 'running'`)).length === 0,
  );
});

async function begin(environment: Record<string, string> = {}) {
  const server = await scene.instance(environment);
  const ada = await scene.guest(server);
  return { server, ada, room: await ada.start("the-promised-raise") };
}

async function endOf(server: ServerProcess, signal: NodeJS.Signals) {
  const began = performance.now();
  server.child.kill(signal);
  return { code: await server.exited, ms: performance.now() - began };
}

function below(ms: number): unknown {
  return { asymmetricMatch: (value: number) => value < ms, toString: () => `below ${ms}` };
}

async function fiveTurnsWithFiveViewersEach(server: ServerProcess): Promise<Response[]> {
  const person = await scene.guest(server);
  const streams: Response[] = [];
  for (let count = 0; count < 5; count++) {
    const room = await person.start("the-loan");
    const { turnId } = await sayLive(person, room, words);
    const opened = Array.from({ length: 5 }, () => person.get(`${room}/events?turn=${turnId}`));
    streams.push(...(await Promise.all(opened)));
  }
  return streams;
}

/** Sends the head of a post, and its body when told to. */
function halfPost(visitor: Visitor, path: string, body: string) {
  const post: ClientRequest = request(visitor.origin + path, {
    method: "POST",
    headers: {
      Origin: visitor.origin,
      Cookie: visitor.cookie ?? "",
      "Content-Type": "application/x-www-form-urlencoded",
      "Content-Length": Buffer.byteLength(body),
    },
  });
  const answered = new Promise<number | undefined>((resolve, reject) => {
    post.once("response", (response) => resolve(response.resume().statusCode));
    post.once("error", reject);
  });
  post.flushHeaders();
  return { post, answered };
}

async function notYet(response: Response): Promise<boolean> {
  await response.arrayBuffer();
  return false;
}

async function settledElsewhere(visitor: Visitor, room: string, turnId: string): Promise<void> {
  await scene.leasesEnd();
  visitor.origin = (await scene.instance()).origin;
  const shown = await shownOf(visitor, room, turnId);
  expect(["partial", "failed"]).toContain(shown.turn);
  expect((await scene.lanes(turnId))[0]).toMatchObject({ text: shown.partner, status: shown.partnerStatus });
}
