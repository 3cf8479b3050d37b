import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { messages } from "#db/schema/conversations.ts";
import { runs } from "#db/schema/runs.ts";
import { heard, readFrames } from "#e2e/event-reader.ts";
import { type ModelProvider, startModelProvider } from "#e2e/fakes/model-provider.ts";
import { answersStatus, says } from "#e2e/fakes/model-provider-scenario.ts";
import learners from "#e2e/fakes/learners/the-promised-raise.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { startSite, type TestSite } from "#e2e/site.ts";
import type { Visitor } from "#e2e/visitor.ts";

let provider: ModelProvider;
let site: TestSite;
let ada: Visitor;

beforeAll(async () => {
  provider = await startModelProvider();
  site = await startSite({ ANTHROPIC_API_KEY: "test-key", ANTHROPIC_BASE_URL: provider.url });
  ada = await site.guest(500_000);
});
afterAll(async () => {
  await site.stop();
  await provider.close();
});
afterEach(async () => expect(await brokenInvariants(site.db)).toEqual([]));

describe("ten turns against a server that speaks the Messages API", () => {
  test("call each lane once a turn, and from turn 3 on read what the last call wrote", async () => {
    const room = await ada.start("the-promised-raise");
    const from = provider.requests.length;
    for (const line of learners.skilled.slice(0, 10)) {
      expect((await ada.say(room, line)).status).toBe(303);
    }
    const calls = provider.requests.slice(from);
    expect(calls.every(({ status }) => status === 200)).toBe(true);
    for (const lane of ["partner", "coach"] as const) {
      const usages = calls.filter((call) => call.lane === lane).map(({ usage }) => usage);
      expect(usages).toHaveLength(lane === "partner" ? 10 : 9);
      for (let turn = 2; turn < usages.length; turn++) {
        const [last, now] = [usages[turn - 1], usages[turn]];
        expect(now?.cache_read_input_tokens).toBeGreaterThanOrEqual(
          (last?.cache_read_input_tokens ?? 0) + (last?.cache_creation_input_tokens ?? 0),
        );
      }
    }
    expect(await (await ada.get(room)).text()).not.toContain("Scripted partner");
  });

  test("never show the partner a word of the coach's", async () => {
    const room = await ada.start("the-promised-raise");
    const from = provider.requests.length;
    for (const [turn, line] of learners.skilled.slice(0, 4).entries()) {
      // The coach is silent on the first message.
      if (turn > 0)
        provider.next(says(`Trade — “${line.slice(0, 12)}” lands, and CANARY-${turn} is next.`), "coach");
      await ada.say(room, line);
    }
    const calls = provider.requests.slice(from);
    expect(calls.filter(({ lane }) => lane === "coach").some(({ json }) => json.includes("CANARY"))).toBe(
      true,
    );
    expect(calls.filter(({ lane }) => lane === "partner").some(({ json }) => json.includes("CANARY"))).toBe(
      false,
    );
  });
});

describe("when one lane fails", () => {
  test("UP23 the other is untouched, nothing is charged for it, and a retry answers it alone", async () => {
    const { room, turnId } = await atTurnTwo();
    provider.next(answersStatus(400, "invalid_request_error"), "coach");
    const page = await told(room, turnId, "I run eleven accounts more than in spring.");
    expect(page).toMatchObject({ partnerStatus: "complete", coachStatus: "failed", turn: "complete" });
    expect(await (await ada.get(room)).text()).toContain("The coach missed this turn.");

    const before = provider.requests.length;
    expect((await ada.post(room, { intent: "retry", turnId, lane: "coach" })).headers.get("location")).toBe(
      `${room}#turn-2`,
    );
    expect(provider.requests.slice(before).map(({ lane }) => lane)).toEqual(["coach"]);
    const frames = await readFrames(await ada.get(`${room}/events?turn=${turnId}`));
    const first = frames.find(({ event }) => event.channel === "coach");
    expect(first?.event.data).toMatchObject({ attempt: 2 });
    expect(heard(frames)).toMatchObject({ coachStatus: "complete", partnerStatus: "complete" });
  });

  test("a partner that fails before its first word can be asked again, once however often one clicks", async () => {
    const { room, turnId } = await atTurnTwo();
    provider.next(answersStatus(400, "invalid_request_error"), "partner");
    expect(await told(room, turnId, "What would you need?")).toMatchObject({
      partnerStatus: "failed",
      partner: "",
      turn: "failed",
    });
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => ada.post(room, { intent: "retry", turnId, lane: "partner" })),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(3);
    const attempts = await site.db
      .select()
      .from(runs)
      .where(sql`${runs.subjectId} = ${turnId} and lane = 'partner'`);
    expect(Object.fromEntries(attempts.map(({ attempt, status }) => [attempt, status]))).toEqual({
      1: "failed",
      2: "complete",
    });
    expect(attempts.find(({ attempt }) => attempt === 1)?.charged).toBe(0);
  });

  test("words that came before a cut are kept, and said to be cut", async () => {
    const { room, turnId } = await atTurnTwo();
    provider.next(
      says(["I said ", "forty-six ", "and then"], { breakOff: { after: 2, how: "end" } }),
      "partner",
    );
    const page = await told(room, turnId, "What did you say in April?");
    expect(page).toMatchObject({ partnerStatus: "partial", partner: "I said forty-six ", turn: "partial" });
    expect(await (await ada.get(room)).text()).toContain("The reply broke off");
  });

  test("UP20 a refusal is withheld everywhere and left out of every later prompt", async () => {
    const { room, turnId } = await atTurnTwo();
    provider.next(says(["REFUSED-WORDS ", "more"], { stopReason: "refusal" }), "partner");
    const page = await told(room, turnId, "UNSPEAKABLE request");
    expect(page).toMatchObject({ partnerStatus: "refused", partner: "", turn: "refused" });
    expect(await (await ada.get(room)).text()).not.toContain("REFUSED-WORDS");
    expect(
      await site.db
        .select()
        .from(messages)
        .where(sql`${messages.text} like '%REFUSED-WORDS%'`),
    ).toEqual([]);

    const before = provider.requests.length;
    await ada.say(room, "Let me say it differently.");
    const prompt = provider.requests.slice(before).find(({ lane }) => lane === "partner")?.json;
    expect(prompt).toContain("Let me say it differently.");
    expect(prompt).not.toContain("UNSPEAKABLE");
  });

  test("words no database could hold are mended, shown and stored alike", async () => {
    const { room, turnId } = await atTurnTwo();
    provider.next(says(["Hello ", "wor\0ld ", "\ud83d", "\ude42 end\ud83d"]), "partner");
    const page = await told(room, turnId, "Say something odd.");
    expect(page).toMatchObject({ partnerStatus: "complete", partner: "Hello world \u{1F642} end" });
    expect((await stored(turnId)).partner).toBe(page.partner);
  });

  test("white space is no reply, and costs nothing", async () => {
    const { room, turnId } = await atTurnTwo();
    provider.next(says(["  ", "\n "]), "partner");
    expect(await told(room, turnId, "Hello?")).toMatchObject({ partnerStatus: "failed", partner: "" });
    const [run] = await site.db
      .select()
      .from(runs)
      .where(sql`${runs.subjectId} = ${turnId} and lane = 'partner'`);
    expect(run?.charged).toBe(0);
  });

  test("a note that breaks the rules is never shown", async () => {
    const { room, turnId } = await atTurnTwo();
    provider.next(
      says("COACH: Great job! 🎉 You were amazing and I would love to hear more about it from you"),
      "coach",
    );
    const page = await told(room, turnId, "I am asking for forty-six thousand.");
    expect(page.coach).not.toMatch(/COACH:|🎉/);
    expect(["failed", "complete"]).toContain(page.coachStatus);
    expect(page.coach).toBe((await stored(turnId)).coach);
  });
});

describe("stop", () => {
  test("in the middle keeps what was said, is told once it is true, and lets the next message in", async () => {
    const { room, turnId } = await atTurnTwo();
    const words = Array.from({ length: 200 }, (_, index) => `word${index} `);
    provider.next(says(words, { paceMs: 15 }), "partner");
    await ada.say(room, "Tell me everything.", { turnId, live: "yes" });
    const watching = ada.get(`${room}/events?turn=${turnId}`).then((response) => readFrames(response));
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect((await ada.post(room, { intent: "stop" })).status).toBe(303);
    const running = await site.db
      .select()
      .from(runs)
      .where(sql`${runs.subjectId} = ${turnId} and status = 'running'`);
    expect(running).toEqual([]);
    const page = heard(await watching);
    expect(page).toMatchObject({
      partnerStatus: "stopped",
      coachStatus: "stopped",
      turn: "stopped",
      ...(await stored(turnId)),
    });
    expect(page.partner).toMatch(/^word0 word1 /);
    expect(page.partner.length).toBeLessThan(words.join("").length);
    expect((await ada.say(room, "Thanks, that was enough.")).status).toBe(303);
  });

  test("ST14 before the first word, twice, and after the end is fine, and the next message is taken", async () => {
    const { room, turnId } = await atTurnTwo();
    provider.next({ does: "never-answer" }, "partner");
    await ada.say(room, "Hello?", { turnId, live: "yes" });
    const began = performance.now();
    const stops = await Promise.all([ada.post(room, { intent: "stop" }), ada.post(room, { intent: "stop" })]);
    expect(stops.map(({ status }) => status)).toEqual([303, 303]);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(await laneStatus(turnId, "partner")).toBe("stopped");
    expect((await ada.post(room, { intent: "stop" })).status).toBe(303);
    expect(await laneStatus(turnId, "partner")).toBe("stopped");
    const next = randomUUID();
    expect((await ada.say(room, "Are you there?", { turnId: next })).status).toBe(303);
    expect(await laneStatus(next, "partner")).toBe("complete");
  });
});

test("while the partner answers a second message is refused with its text; a coach never holds it up", async () => {
  const { room, turnId } = await atTurnTwo();
  provider.next(
    says(
      Array.from({ length: 60 }, () => "and so on "),
      { paceMs: 15 },
    ),
    "partner",
  );
  provider.next({ does: "never-answer" }, "coach");
  await ada.say(room, "First.", { turnId, live: "yes" });
  const second = await ada.say(room, "Second & more.", { live: "yes" });
  expect(second.status).toBe(409);
  expect(await second.text()).toContain("Second &amp; more.");
  await readFrames(
    await ada.get(`${room}/events?turn=${turnId}`),
    (frames) => heard(frames).partnerStatus !== undefined,
  );
  expect(await laneStatus(turnId, "coach")).toBe("running");
  const third = randomUUID();
  expect((await ada.say(room, "Third.", { turnId: third, live: "yes" })).status).toBe(200);
  await ada.post(room, { intent: "stop" });
});

async function atTurnTwo(): Promise<{ room: string; turnId: string }> {
  const room = await ada.start("the-promised-raise");
  await ada.say(room, "It is about my pay.");
  return { room, turnId: randomUUID() };
}

/** Says it and listens to the end of the turn. */
async function told(room: string, turnId: string, text: string) {
  await ada.say(room, text, { turnId, live: "yes" });
  return heard(await readFrames(await ada.get(`${room}/events?turn=${turnId}`)));
}

async function laneStatus(turnId: string, lane: string) {
  const rows = await site.db
    .select()
    .from(runs)
    .where(sql`${runs.subjectId} = ${turnId} and lane = ${lane}`);
  return rows.at(-1)?.status;
}

async function stored(turnId: string): Promise<{ partner: string; coach: string }> {
  const rows = await site.db
    .select()
    .from(messages)
    .where(sql`${messages.turnId} = ${turnId}`);
  const textOf = (role: string) => rows.find((row) => row.role === role)?.text ?? "";
  return { partner: textOf("partner"), coach: textOf("coach") };
}
