import { describe, expect, test } from "vitest";
import type { ModelEvent, ModelRequest } from "./model.ts";
import { scriptedModel } from "./scripted.server.ts";

const no = "No. Not this quarter.";
const budget = "The budget closed in March, and you know it.";
const why = "Why are you asking me this today?";

const request: ModelRequest = {
  lane: "partner",
  system: "You are Marta.".repeat(10),
  messages: [
    { role: "user", blocks: ["The scene."] },
    { role: "assistant", blocks: ["You wanted to see me?"] },
    { role: "user", blocks: ["<learner>I want a raise.</learner>"] },
  ],
  tail: "Hold your position.",
  maxTokens: 200,
  cue: { lines: [no, budget, why] },
};

function answered(by: ModelRequest, said: string, next: string): ModelRequest {
  return {
    ...by,
    messages: [...by.messages, { role: "assistant", blocks: [said] }, { role: "user", blocks: [next] }],
  };
}

async function hear(
  model: ReturnType<typeof scriptedModel>,
  of: ModelRequest,
  signal = new AbortController().signal,
) {
  const events: ModelEvent[] = [];
  for await (const event of model.reply(of, signal)) events.push(event);
  const words = events.flatMap((event) => (event.type === "delta" ? [event.text] : []));
  const end = events.at(-1);
  if (end?.type !== "end") throw new Error("the last event must be the end");
  return { events, words, text: words.join(""), end };
}

const model = scriptedModel({ paceMs: 0 });

describe("what the scripted voice says", () => {
  test("the first line, one delta a word, and every space of it", async () => {
    const spaced = { ...request, cue: { lines: ["  Well,  no.\nNot  now. "] } };
    const { words, text, end } = await hear(model, spaced);
    expect(text).toBe("  Well,  no.\nNot  now. ");
    expect(words).toHaveLength(4);
    expect(end.outcome).toEqual({ status: "complete" });
  });

  test("never a line that it has said while another is left", async () => {
    const second = answered(request, no, "<learner>Why not?</learner>");
    const third = answered(second, budget, "<learner>And now?</learner>");
    expect((await hear(model, second)).text).toBe(budget);
    expect((await hear(model, third)).text).toBe(why);
  });

  test("the learner repeating a line does not make it said", async () => {
    const quoting = { ...request, messages: [{ role: "user" as const, blocks: [no] }] };
    expect((await hear(model, quoting)).text).toBe(no);
  });

  test("when all have been said, the one said longest ago", async () => {
    const spent = [budget, no, why].reduce(
      (so, said) => answered(so, said, "<learner>Please.</learner>"),
      request,
    );
    expect((await hear(model, spent)).text).toBe(budget);
    expect((await hear(model, answered(spent, budget, "<learner>Still.</learner>"))).text).toBe(no);
  });

  test("the same request brings the same events", async () => {
    expect((await hear(model, request)).events).toEqual((await hear(model, request)).events);
  });

  test("a cue without lines is a failure, not silence", async () => {
    const { text, end } = await hear(model, { ...request, cue: { lines: ["  "] } });
    expect(text).toBe("");
    expect(end).toEqual({ type: "end", outcome: { status: "failed", reason: "unexpected" }, usage: null });
  });
});

describe("how it ends", () => {
  test("at maxTokens it is truncated between two words, and never charged above it", async () => {
    const { text, end } = await hear(model, { ...request, maxTokens: 3 });
    expect(text).toBe("No. Not this");
    expect(end.outcome).toEqual({ status: "truncated" });
    expect(end.usage?.output).toBe(3);
  });

  test("a stop is honoured between two words, charging what was said", async () => {
    const stop = new AbortController();
    const words: string[] = [];
    let last: ModelEvent | undefined;
    for await (const event of model.reply(request, stop.signal)) {
      last = event;
      if (event.type === "delta" && words.push(event.text) === 2) stop.abort();
    }
    expect(words).toEqual(["No.", " Not"]);
    expect(last).toMatchObject({ type: "end", outcome: { status: "stopped" }, usage: { output: 2 } });
  });

  test("a stop does not wait for the pace", async () => {
    const stop = new AbortController();
    const oneHourMs = 3_600_000;
    setImmediate(() => stop.abort());
    const { words, end } = await hear(scriptedModel({ paceMs: oneHourMs }), request, stop.signal);
    expect(words).toEqual([]);
    expect(end.outcome).toEqual({ status: "stopped" });
  });

  test("asked with a signal that has aborted, it says and charges nothing", async () => {
    const { events } = await hear(model, request, AbortSignal.abort());
    expect(events).toEqual([{ type: "end", outcome: { status: "stopped" }, usage: null }]);
  });

  test("two voices without a pace take turns word by word", async () => {
    const order: string[] = [];
    async function follow(name: string) {
      for await (const event of model.reply(request, new AbortController().signal)) {
        if (event.type === "delta") order.push(name);
      }
    }
    await Promise.all([follow("partner"), follow("coach")]);
    expect(order.slice(0, 4).toSorted()).toEqual(["coach", "coach", "partner", "partner"]);
  });
});

describe("what it reports as usage", () => {
  const first = request;
  const second = answered(first, no, "<learner>Why not?</learner>");
  const third = answered(second, budget, "<learner>And now?</learner>");

  test("the first call writes system and messages, and only the tail is input", async () => {
    const { end } = await hear(model, first);
    expect(end.usage).toEqual({ input: 5, cacheRead: 0, cacheWrite: 35 + 3 + 6 + 9, output: 6 });
  });

  test("each call after it reads what the one before read and wrote", async () => {
    const [one, two, three] = [
      (await hear(model, first)).end.usage,
      (await hear(model, second)).end.usage,
      (await hear(model, third)).end.usage,
    ];
    if (!one || !two || !three) throw new Error("usage expected");
    expect(two.cacheRead).toBe(one.cacheRead + one.cacheWrite);
    expect(three.cacheRead).toBe(two.cacheRead + two.cacheWrite);
    expect(two.cacheWrite).toBe(
      Math.ceil(no.length / 4) + Math.ceil("<learner>Why not?</learner>".length / 4),
    );
  });

  test("the coach has no opener: its first note is its first call", async () => {
    const coach = answered(
      { ...request, lane: "coach", messages: [] },
      "Ask for it.",
      "<learner>…</learner>",
    );
    const opening = { ...coach, messages: coach.messages.slice(1) };
    expect((await hear(model, opening)).end.usage?.cacheRead).toBe(0);
    const noted = answered(opening, "Ask for it.", "<learner>Then what?</learner>");
    expect((await hear(model, noted)).end.usage?.cacheRead).toBeGreaterThan(0);
  });

  test("the price of the prompt is known before the first word", async () => {
    const { events, end } = await hear(model, request);
    expect(events[0]).toEqual({ type: "usage", usage: { ...end.usage, output: 0 } });
  });
});
