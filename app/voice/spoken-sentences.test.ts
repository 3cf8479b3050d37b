import { expect, test } from "vitest";
import type { SettledLaneStatus } from "#app/streaming/channel-events.ts";
import { SpokenSentences } from "./spoken-sentences.ts";

const turn = "t";
const end = (status: SettledLaneStatus = "complete") => ({ turn, done: true as const, status });

test("a sentence is whole once the next one begins, however it was cut into pieces", () => {
  const sentences = new SpokenSentences();
  const taken = ["It's ", "just that", "… well. “No", "w?” he said", ". I can't"].map((delta) =>
    sentences.take({ turn, delta }),
  );
  expect(taken).toEqual([[], [], ["It's just that…", "well."], ["“Now?”"], ["he said."]]);
  expect(sentences.take(end())).toEqual(["I can't"]);
});

test("languages that put no space between sentences are spoken sentence by sentence too", () => {
  const sentences = new SpokenSentences();
  expect(sentences.take({ turn, delta: "今は難しい。来月なら" })).toEqual(["今は難しい。"]);
});

test("a number is not the end of a sentence", () => {
  expect(new SpokenSentences().take({ turn, delta: "That is 3.5 percent more" })).toEqual([]);
});

test.each(["stopped", "refused"] as const)("what is left of a reply that was %s stays unspoken", (status) => {
  const sentences = new SpokenSentences();
  sentences.take({ turn, delta: "I was about to" });
  expect(sentences.take(end(status))).toEqual([]);
});

test("what was taken back is not spoken", () => {
  const sentences = new SpokenSentences();
  sentences.take({ turn, delta: "Words to withhold" });
  expect(sentences.take({ ...end(), text: "" })).toEqual([]);
});

test("a new attempt begins anew", () => {
  const sentences = new SpokenSentences();
  sentences.take({ turn, delta: "I was" });
  sentences.take({ turn, delta: "Let me", attempt: 2 });
  expect(sentences.take(end())).toEqual(["Let me"]);
});
