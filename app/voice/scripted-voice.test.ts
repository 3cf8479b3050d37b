import { expect, test } from "vitest";
import { scriptedVoice } from "./scripted-voice.server.ts";

const frames = [Uint8Array.of(1, 2, 3), Uint8Array.of(9), Uint8Array.of(9, 9)];

test("the same sound is always heard as the same words, uncovered frame by frame", async () => {
  const hear = async () => {
    const interim: string[] = [];
    const utterance = scriptedVoice().listen("audio/webm", (text) => interim.push(text));
    for (const frame of frames) utterance?.hear(frame);
    return { interim, final: await utterance?.end() };
  };
  const { interim, final } = await hear();
  expect(interim).toHaveLength(3);
  for (const text of interim) expect(final?.startsWith(text)).toBe(true);
  expect(await hear()).toEqual({ interim, final });
});

test("another sound is heard as other words, and silence as none", async () => {
  const heard = await Promise.all(
    [[0], [1], [2], [3], [4], []].map((bytes) => {
      const utterance = scriptedVoice().listen("audio/webm", () => {});
      utterance?.hear(Uint8Array.from(bytes));
      return utterance?.end() ?? Promise.reject(new Error("not taken"));
    }),
  );
  expect(new Set(heard).size).toBe(6);
  expect(heard.at(-1)).toBe("");
});

test("each word is one piece of sound, longer for longer words, the same each time", async () => {
  const speak = async () => {
    const said: Uint8Array[] = [];
    const { signal } = new AbortController();
    for await (const piece of scriptedVoice().speak("No, certainly.", signal)) said.push(piece);
    return said;
  };
  const pieces = await speak();
  expect(pieces.map(({ length }) => length)).toEqual([3 * 320, 10 * 320]);
  expect(await speak()).toEqual(pieces);
});

test("falls silent when it is cut", async () => {
  const cut = new AbortController();
  const heard: Uint8Array[] = [];
  for await (const piece of scriptedVoice().speak("one two three four", cut.signal)) {
    heard.push(piece);
    if (heard.length === 2) cut.abort();
  }
  expect(heard).toHaveLength(2);
});
