import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { messages } from "#db/schema/conversations.ts";
import { type Frame, heard, readFrames } from "#e2e/event-reader.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { startSite, type TestSite } from "#e2e/site.ts";
import type { Visitor } from "#e2e/visitor.ts";

let site: TestSite;
let ada: Visitor;
let room: string;

beforeAll(async () => {
  site = await startSite({ SCRIPTED_PACE_MS: "4" });
  ada = await site.guest();
  room = await ada.start("the-promised-raise");
  await ada.say(room, "In April you told me we'd get my pay there by the summer.");
});
afterAll(() => site.stop());
afterEach(async () => expect(await brokenInvariants(site.db)).toEqual([]));

describe("a viewer", () => {
  test("ST13 ST20 who opens the stream before the post has arrived hears the whole turn, and only that", async () => {
    const turnId = randomUUID();
    const stream = ada.get(`${room}/events?turn=${turnId}`);
    const said = ada.say(room, "Since June I run eleven accounts more than in spring.", {
      turnId,
      live: "yes",
    });
    const response = await stream;
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(response.headers.get("content-encoding")).toBeNull();
    const frames = await readFrames(response);
    expect((await said).status).toBe(200);
    const page = heard(frames);
    expect(page).toMatchObject({ partnerStatus: "complete", coachStatus: "complete", turn: "complete" });
    expect(page).toMatchObject(await stored(turnId));
    // It came word by word, the partner first, and `turn` was the last word.
    expect(frames.filter(({ event }) => event.channel === "partner").length).toBeGreaterThan(1);
    expect(frames.findLastIndex(({ event }) => event.channel === "partner")).toBeLessThan(
      frames.findIndex(({ event }) => event.channel === "coach"),
    );
    expect(frames.at(-1)?.event.channel).toBe("turn");
  });

  test("ST01 who is cut after any frame goes on without a gap or a repeat", async () => {
    const turnId = randomUUID();
    await ada.say(room, "What would Colm need to see before he could say yes?", { turnId, live: "yes" });
    const whole = await readFrames(await ada.get(`${room}/events?turn=${turnId}`));
    const text = await stored(turnId);
    for (let cut = 1; cut < whole.length; cut++) {
      const first = whole.slice(0, cut);
      const rest = await readFrames(
        await ada.get(`${room}/events?turn=${turnId}`, { "Last-Event-ID": first.at(-1)?.id ?? "" }),
      );
      expect(heard([...first, ...rest])).toMatchObject(text);
      expect(rest.at(-1)?.event.channel).toBe("turn");
    }
  });

  test("who leaves and comes back while it is spoken hears the same words as one who stayed", async () => {
    const turnId = randomUUID();
    await ada.say(room, "I'd like a date and a figure.", { turnId, live: "yes" });
    const stayed = ada.get(`${room}/events?turn=${turnId}`).then((response) => readFrames(response));
    let frames: Frame[] = [];
    while (frames.at(-1)?.event.channel !== "turn") {
      const after = frames.at(-1)?.id;
      const response = await ada.get(`${room}/events?turn=${turnId}${after ? `&after=${after}` : ""}`);
      frames = [...frames, ...(await readFrames(response, (some) => some.length >= 3))];
    }
    expect(heard(frames)).toEqual(heard(await stayed));
    expect(heard(frames)).toMatchObject(await stored(turnId));
  });

  test("ST08 who comes late hears everything at once", async () => {
    const turnId = randomUUID();
    await ada.say(room, "Could we do it in two steps?", { turnId });
    const frames = await readFrames(await ada.get(`${room}/events?turn=${turnId}`));
    expect(heard(frames)).toMatchObject({ ...(await stored(turnId)), turn: "complete" });
    expect(frames.length).toBe(5);
  });
});

test.each(["garbage", "-1.0-1.0", "1e99.0-1.0", "'; drop table turns; --", "1.2"])(
  "ST09 the place %j in a stream is refused, not guessed",
  async (after) => {
    const stream = `${room}/events?turn=${randomUUID()}`;
    expect((await ada.get(`${stream}&after=${encodeURIComponent(after)}`)).status).toBe(400);
    expect((await ada.get(stream, { "Last-Event-ID": after })).status).toBe(400);
  },
);

test.each(["", "abc", "../events"])("a turn %j that is none is 404 at once", async (turn) => {
  expect((await ada.get(`${room}/events?turn=${turn}`)).status).toBe(404);
});

test("ST27 whoever signs out in the middle hears the reply to its end, and cannot come back to it", async () => {
  const grace = await site.guest();
  const hers = await grace.start("the-loan");
  const turnId = randomUUID();
  await grace.say(hers, "It's about the money.", { turnId, live: "yes" });
  const stream = await grace.get(`${hers}/events?turn=${turnId}`);
  await grace.post("/logout", {});
  expect(heard(await readFrames(stream)).turn).toBe("complete");
  expect((await grace.get(`${hers}/events?turn=${turnId}`)).status).toBe(401);
});

test("ST19 viewers who leave are let go while the turn goes on", async () => {
  const slow = await startSite({ SCRIPTED_PACE_MS: "400" });
  const watching = countViewers(slow);
  const grace = await slow.guest();
  const hers = await grace.start("the-loan");
  const turnId = randomUUID();
  await grace.say(hers, "It's about the money.", { turnId, live: "yes" });
  const leaving = new AbortController();
  const url = `${slow.origin}${hers}/events?turn=${turnId}`;
  const viewers = Array.from({ length: 50 }, async () => {
    const response = await fetch(url, {
      headers: { Cookie: grace.cookie ?? "" },
      signal: leaving.signal,
    });
    await response.body?.getReader().read();
  });
  await Promise.all(viewers);
  expect(watching()).toBe(50);
  leaving.abort();
  await expect.poll(watching).toBe(0);
  expect(slow.practice.live.of(hers.split("/").at(-1) ?? "")).not.toEqual([]);
  await grace.post(hers, { intent: "stop" });
  await slow.stop();
});

test("ST03 whoever comes back only after the end finds the whole reply on the page", async () => {
  const turnId = randomUUID();
  await ada.say(room, "Could you put that in writing?", { turnId, live: "yes" });
  await expect.poll(async () => (await stored(turnId)).coach, { timeout: 10_000 }).not.toBe("");
  await site.practice.live.drain(10_000);
  const page = await (await ada.get(room)).text();
  const { partner } = await stored(turnId);
  expect(partner).not.toBe("");
  expect(page).toContain(partner.replaceAll("'", "&#x27;").replaceAll('"', "&quot;"));
});

test("watching starts nothing", async () => {
  const before = await site.db.execute(sql`select count(*)::int as n from runs`);
  const controller = new AbortController();
  const waiting = fetch(`${site.origin}${room}/events?turn=${randomUUID()}`, {
    headers: { Cookie: ada.cookie ?? "" },
    signal: controller.signal,
  }).catch(() => null);
  await new Promise((resolve) => setTimeout(resolve, 400));
  controller.abort();
  await waiting;
  expect(await site.db.execute(sql`select count(*)::int as n from runs`)).toEqual(before);
});

async function stored(turnId: string): Promise<{ partner: string; coach: string }> {
  const rows = await site.db
    .select()
    .from(messages)
    .where(sql`${messages.turnId} = ${turnId}`);
  const textOf = (role: string) => rows.find((row) => row.role === role)?.text ?? "";
  return { partner: textOf("partner"), coach: textOf("coach") };
}

/** How many watch now, of those who come from now on. */
function countViewers({ practice: { live } }: TestSite): () => number {
  let watching = 0;
  const watch = live.watch.bind(live);
  live.watch = (conversationId, turnId, wake) => {
    watching++;
    const unwatch = watch(conversationId, turnId, wake);
    return () => {
      watching--;
      unwatch();
    };
  };
  return () => watching;
}
