import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import { type Cursor, readCursor, start, writeCursor } from "#app/streaming/cursor.ts";
import { silenceMs } from "#app/streaming/follow-turn.ts";
import { messages } from "#db/schema/conversations.ts";
import { type Frame, heard } from "#e2e/event-reader.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { defaultTiming, type Practice } from "#app/features/practice/practice.ts";
import { saying, setStage, type Stage } from "#app/features/practice/practice-testing.ts";
import { takeTurn } from "#app/features/practice/turns/take-turn.server.ts";
import { watchTurn } from "./watch-turn.server.ts";

const words = Array.from({ length: 60 }, (_, index) =>
  index % 7 === 0 ? `\u{1F642}${index} ` : `wörd${index} `,
);

let stage: Stage;
let ada: string;

beforeAll(async () => {
  stage = await setStage();
  ada = await stage.person(5_000_000);
});
afterAll(() => stage.close());
afterEach(async () => expect(await brokenInvariants(stage.db)).toEqual([]));

describe("ST01 ST22 a viewer cut at any moment and resumed", () => {
  test("joins the stored text, 500 times at random, on the writer's instance and on another", async () => {
    const writer = stage.instance(saying(words, { paceMs: 2 }));
    const other = stage.instance(saying([]), { pollMs: 15 });
    let cuts = 0;
    for (let turn = 0; cuts < 500; turn++) {
      // Alongside or after: the lanes come mixed or one after the other.
      const { own, turnId } = await speak(
        writer,
        turn % 2 === 0 ? "no-to-the-deadline" : "the-promised-raise",
      );
      const pages = Array.from({ length: 10 }, async () => {
        const frames: Frame[] = [];
        while (frames.at(-1)?.event.channel !== "turn") {
          const at = readCursor(frames.at(-1)?.id ?? "") ?? start;
          frames.push(
            ...(await glance(
              Math.random() < 0.5 ? writer : other,
              own,
              turnId,
              at,
              1 + Math.floor(Math.random() * 6),
            )),
          );
          cuts++;
        }
        return heard(frames);
      });
      const text = await untilStored(turnId);
      for (const page of await Promise.all(pages)) expect(page).toMatchObject({ ...text, turn: "complete" });
    }
  }, 60_000);
});

test("ST07 a viewer on another instance is shown each word within two seconds of its being spoken", async () => {
  const usual = { flushMs: defaultTiming.flushMs, pollMs: defaultTiming.pollMs };
  const writer = stage.instance(saying(words, { paceMs: 30 }), usual);
  const other = stage.instance(saying([]), usual);
  const { own, turnId } = await speak(writer);
  const lane = writer.live.find(own.id, turnId, "partner");
  const spoken: { at: number; length: number }[] = [];
  const unwatch = writer.live.watch(own.id, turnId, () =>
    spoken.push({ at: performance.now(), length: lane?.text.length ?? 0 }),
  );
  let shown = 0;
  let looks = 0;
  for await (const seen of watchTurn(other, own, turnId, start, new AbortController().signal)) {
    const said = seen.flatMap(({ event: { channel, data } }) =>
      channel === "partner" && "delta" in data ? [data.delta] : [],
    );
    if (said.length === 0) continue;
    looks++;
    shown += said.join("").length;
    const old = spoken.findLast(({ at }) => at < performance.now() - 2_000);
    expect(shown).toBeGreaterThanOrEqual(old?.length ?? 0);
  }
  unwatch();
  expect(looks, "the words came while they were spoken").toBeGreaterThan(2);
  expect(shown).toBe(words.join("").length);
});

test("whoever waits where a turn is taken is shown its first word without a question to the database", async () => {
  const writer = stage.instance(saying(words, { paceMs: 2 }));
  const db = new Proxy(stage.db, {
    get() {
      throw new Error("the database was asked");
    },
  });
  const own = await stage.conversation(writer, ada);
  // The coach says nothing on the first turn, and speaks from the second on.
  for (const said of ["Hello.", "Shall we talk about the raise?"]) {
    const turnId = randomUUID();
    await takeTurn(writer, own, { turnId, parentId: null, text: said });
    let heardAWord = false;
    for await (const seen of watchTurn({ ...writer, db }, own, turnId, start, new AbortController().signal)) {
      heardAWord = seen.some(({ event }) => "delta" in event.data);
      if (heardAWord) break;
    }
    expect(heardAWord).toBe(true);
    await writer.live.drain(60_000);
  }
});

test("ST10 two viewers see the same", async () => {
  const writer = stage.instance(saying(words, { paceMs: 2 }));
  const { own, turnId } = await speak(writer);
  const [one, two] = await Promise.all([
    glance(writer, own, turnId, start),
    glance(writer, own, turnId, start),
  ]);
  expect(heard(one)).toEqual(heard(two));
});

test("ST19 a viewer who leaves leaves nothing behind, and the turn goes on", async () => {
  const writer = stage.instance(saying(words, { paceMs: 2 }));
  const { own, turnId } = await speak(writer);
  const watched = spy(writer);
  await Promise.all(Array.from({ length: 50 }, () => glance(writer, own, turnId, start, 2)));
  expect(watched()).toBe(0);
  await writer.live.drain(5_000);
  expect((await untilStored(turnId)).partner).toBe(words.join(""));
});

test("ST21 a quiet stream shows signs of life", async () => {
  const writer = stage.instance(saying(["At ", "last."], { paceMs: 150 }), { heartbeatMs: 20 });
  const { own, turnId } = await speak(writer);
  let beats = 0;
  for await (const seen of watchTurn(writer, own, turnId, start, new AbortController().signal)) {
    if (seen.length === 0) beats++;
  }
  expect(beats).toBeGreaterThan(3);
});

test("ST21 a sign of life is counted from the last word on, and comes before a browser loses patience", async () => {
  const writer = stage.instance(saying(["Well."], { paceMs: 3_000 }), { heartbeatMs: 1_000 });
  const own = await stage.conversation(writer, ada);
  const turnId = randomUUID();
  await takeTurn(writer, own, { turnId, parentId: null, text: "Hello." });
  setTimeout(() => writer.live.find(own.id, turnId, "partner")?.append("Hm. "), 300);
  let lastWord = Infinity;
  for await (const seen of watchTurn(writer, own, turnId, start, new AbortController().signal)) {
    if (seen.length === 0) break;
    lastWord = performance.now();
  }
  expect(performance.now() - lastWord).toBeLessThan(1_500);
  expect(defaultTiming.heartbeatMs).toBeLessThan(silenceMs);
  await writer.live.drain(0);
});

test("ST26 a stream ends when the conversation is gone", async () => {
  const writer = stage.instance(saying(words, { paceMs: 20 }));
  const other = stage.instance(saying([]));
  const { own, turnId } = await speak(writer);
  const watching = glance(other, own, turnId, start);
  await sleep(100);
  await stage.db.execute(sql`delete from conversation_sessions where id = ${own.id}`);
  expect((await watching).at(-1)?.event.channel).not.toBe("turn");
  await writer.live.drain(0);
  expect(await stage.db.select().from(messages).where(eq(messages.turnId, turnId))).toEqual([]);
  // What was held back for it is given back by hand here; deleting people's content settles first (a later deed).
  await stage.db.execute(sql`update users set reserved_tokens = 0 where id = ${ada}`);
});

test("a viewer of somebody else's turn is shown nothing", async () => {
  const writer = stage.instance(saying(words));
  const { own, turnId } = await speak(writer);
  expect(await glance(writer, { id: own.id, ownerId: await stage.person() }, turnId, start)).toEqual([]);
  await writer.live.drain(5_000);
});

async function speak(
  practice: Practice,
  scenario?: string,
): Promise<{ own: OwnConversation; turnId: string }> {
  const own = await stage.conversation(practice, ada, scenario);
  // The coach speaks from the second message on.
  await takeTurn(practice, own, { turnId: randomUUID(), parentId: null, text: "Hello." });
  await practice.live.drain(60_000);
  const turnId = randomUUID();
  const taken = await takeTurn(practice, own, {
    turnId,
    parentId: null,
    text: "Shall we talk about the raise?",
  });
  if (!taken.ok) throw new Error(taken.reason);
  return { own, turnId };
}

/** Watches until the end, or leaves after so many frames. */
async function glance(
  practice: Practice,
  own: OwnConversation,
  turnId: string,
  from: Cursor,
  frames = Infinity,
): Promise<Frame[]> {
  const seen: Frame[] = [];
  for await (const sights of watchTurn(practice, own, turnId, from, new AbortController().signal)) {
    seen.push(...sights.map(({ cursor, event }) => ({ id: writeCursor(cursor), event })));
    if (seen.length >= frames) break;
  }
  // A cut falls between any two frames, also of those that were written together.
  return seen.slice(0, frames);
}

async function untilStored(turnId: string): Promise<{ partner: string; coach: string }> {
  for (;;) {
    const [running] = await stage.db.execute(
      sql`select 1 from runs where subject_id = ${turnId} and status = 'running'`,
    );
    if (!running) break;
    await sleep(10);
  }
  const rows = await stage.db.select().from(messages).where(eq(messages.turnId, turnId));
  const textOf = (role: string) => rows.find((row) => row.role === role)?.text ?? "";
  return { partner: textOf("partner"), coach: textOf("coach") };
}

/** Counts who is watching from now on. */
function spy(practice: Practice): () => number {
  let watching = 0;
  const watch = practice.live.watch.bind(practice.live);
  practice.live.watch = (conversationId, turnId, wake) => {
    watching++;
    const unwatch = watch(conversationId, turnId, wake);
    return () => {
      watching--;
      unwatch();
    };
  };
  return () => watching;
}
