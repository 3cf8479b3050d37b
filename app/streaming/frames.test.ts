import { describe, expect, test } from "vitest";
import { readChannelEvent } from "./channel-events.ts";
import { readCursor, start, writeCursor } from "./cursor.ts";
import { type LaneView, stepsSince, writeFrame } from "./frames.ts";

const text = "It's just that — \u{1F642} \r\ndata: not a frame\n\nevent: x";

describe("a viewer who comes back anywhere", () => {
  test("ST01 joins the very text that is stored, cut at every offset", () => {
    for (let cut = 0; cut <= text.length; cut++) {
      const first = eventsSince("t", "partner", growing(text.slice(0, cut)), start.partner);
      const rest = eventsSince("t", "partner", settled(text), first.position);
      expect(joined([...first.events, ...rest.events])).toBe(text);
      expect(rest.events.at(-1)?.data).toMatchObject({ done: true, status: "complete" });
    }
  });

  test("ST12 is told the end once", () => {
    const { position } = eventsSince("t", "coach", settled(text), start.coach);
    expect(eventsSince("t", "coach", settled(text), position).events).toEqual([]);
  });

  test("gets the whole text with the end when a crash lost words it had seen", () => {
    const seen = { attempt: 1, offset: 300, done: false };
    const { events } = eventsSince("t", "partner", { ...settled("kept"), status: "partial" }, seen);
    expect(events).toEqual([
      { channel: "partner", data: { turn: "t", done: true, status: "partial", text: "kept" } },
    ]);
  });

  test("gets the whole text with the end when words were taken back, even by longer ones", () => {
    const seen = { attempt: 1, offset: 3, done: false };
    const { events } = eventsSince("t", "coach", { ...settled("Reason — better."), rewritten: true }, seen);
    expect(events).toEqual([
      { channel: "coach", data: { turn: "t", done: true, status: "complete", text: "Reason — better." } },
    ]);
  });

  test("starts again at the beginning of a new attempt, which its first frame names", () => {
    const old = { attempt: 1, offset: 5, done: true };
    const { events } = eventsSince("t", "coach", { ...growing("New note"), attempt: 2 }, old);
    expect(events).toEqual([{ channel: "coach", data: { turn: "t", delta: "New note", attempt: 2 } }]);
  });
});

test("ST24 a long text comes in frames of a bearable size, none of which splits a character", () => {
  const long = "\u{1F642}x".repeat(50_000);
  const { events, position } = eventsSince("t", "partner", settled(long), start.partner);
  expect(joined(events)).toBe(long);
  expect(events.length).toBeGreaterThan(4);
  for (const { data } of events) if ("delta" in data) expect(data.delta.isWellFormed()).toBe(true);
  expect(position).toEqual({ attempt: 1, offset: long.length, done: true });
});

test("ST23 no text can forge a frame", () => {
  const frame = writeFrame({ channel: "partner", data: { turn: "t", delta: text } }, start);
  expect(frame.trimEnd().split("\n")).toHaveLength(3);
  const data = frame.split("\n")[2]?.slice("data: ".length) ?? "";
  expect(readChannelEvent("partner", data)).toEqual({ channel: "partner", data: { turn: "t", delta: text } });
});

test("a frame of a newer vocabulary is passed over, not guessed at", () => {
  expect(readChannelEvent("weather", "{}")).toBeNull();
  expect(readChannelEvent("partner", "{not json")).toBeNull();
  expect(readChannelEvent("turn", '{"turn":"t","status":"rainy","turnsLeft":1}')).toBeNull();
});

describe("a cursor", () => {
  test("survives being written and read", () => {
    const cursor = {
      partner: { attempt: 1, offset: 120, done: true },
      coach: { attempt: 2, offset: 0, done: false },
    };
    expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  });

  test.each([
    "",
    "1.2",
    "1.2-1",
    "-1.2-1.2",
    "1e9.0-1.0",
    "1.99999999-1.0",
    "'; drop table turns",
    "1.2-1.2-1.2",
    " 1.2-1.2",
  ])("ST09 %j is refused", (garbage) => expect(readCursor(garbage)).toBeNull());
});

/** The events, and where they leave a viewer. */
function eventsSince(...[turn, channel, view, position]: Parameters<typeof stepsSince>) {
  const steps = stepsSince(turn, channel, view, position);
  return { events: steps.map(({ event }) => event), position: steps.at(-1)?.position ?? position };
}

function growing(part: string): LaneView {
  return { attempt: 1, text: part, status: null, rewritten: false };
}

function settled(whole: string): LaneView {
  return { attempt: 1, text: whole, status: "complete", rewritten: false };
}

function joined(events: { data: object }[]): string {
  return events.map(({ data }) => ("delta" in data ? data.delta : "")).join("");
}
