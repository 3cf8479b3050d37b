import { expect, test } from "vitest";
import { readClientMessage, readServerMessage } from "./protocol.ts";

const turnId = "0190c0de-0000-7000-8000-00000000000a";

test.each([
  { type: "say", turnId, text: "Hello." },
  { type: "say", turnId, text: "" },
  { type: "audio-start", format: "audio/webm;codecs=opus" },
  { type: "audio-start", format: "audio/webm", turnId },
  { type: "audio-end" },
  { type: "stop" },
])("a client may say %j", (message) => {
  expect(readClientMessage(JSON.stringify(message))).toEqual(message);
});

test("a turn is the same turn in capitals", () => {
  expect(
    readClientMessage(JSON.stringify({ type: "say", turnId: turnId.toUpperCase(), text: "x" })),
  ).toMatchObject({ turnId });
});

test.each([
  "",
  "{",
  "null",
  "[]",
  '"stop"',
  '{"type":"end"}',
  '{"type":"say","text":"x"}',
  '{"type":"say","turnId":"1","text":"x"}',
  `{"type":"say","turnId":"${turnId}","text":7}`,
  '{"type":"audio-start"}',
  '{"type":"audio-start","format":""}',
  '{"__proto__":{"type":"stop"}}',
])("a client may not say %s", (text) => {
  expect(readClientMessage(text)).toBeNull();
});

test.each([
  { type: "partner", turn: turnId, delta: "It's " },
  { type: "coach", turn: turnId, done: true, status: "silent" },
  { type: "turn", turn: turnId, status: "complete", turnsLeft: 7 },
  { type: "transcript", text: "I would", final: false },
  { type: "error", code: "busy", turn: turnId },
])("the server tells %j", (message) => {
  expect(readServerMessage(JSON.stringify(message))).toEqual(message);
});

test.each(["", '{"type":"news"}', '{"type":"partner"}', '{"type":"error","code":"odd"}'])(
  "what a newer server says is passed over: %s",
  (text) => {
    expect(readServerMessage(text)).toBeNull();
  },
);
