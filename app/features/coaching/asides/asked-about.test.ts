import { expect, test } from "vitest";
import { pickLine } from "#app/ai/scripted-line.ts";
import { rehearse } from "#app/features/coaching/testing.ts";
import raise from "#db/seeds/scenarios/the-promised-raise.ts";
import { asideRequest } from "./aside-request.ts";

const branch = rehearse({
  content: raise,
  lines: [
    "We should talk about my pay.",
    "You always blame somebody upstairs.",
    "In April, at the stocktake, you told me we'd get there by the summer.",
  ],
});

test.each<[string, RegExp]>([
  ["Why was turn 2 not good?", /^In turn 2 you said “You always blame somebody upstairs”\. That .* verdict/u],
  ["What did I do in my second message?", /^In turn 2 you said/u],
  ["Why was that good?", /^In turn 3 you said/u],
  ["What is Anchor?", /no sentence for Anchor: the thing you want/u],
  ["Did I do the reason move?", /^Reason was seen in turn 3|no sentence for Reason/u],
  ["Give me the exact sentence to say", /whole example|full sentence|ready sentence/u],
  ["What should I say now?", /whole example|full sentence|ready sentence/u],
  ["What's the weather like?", /without a language model|fixed rules/iu],
  ["Why is she so stubborn?", /reasons|ask about/u],
  ["How am I doing?", /ground|turn ago|guarded/u],
])("the scripted coach answers what was asked, or says that it cannot: %s", (text, expected) => {
  expect(answerTo(text)).toMatch(expected);
});

function answerTo(text: string): string {
  const reply = { status: "running", text: "", attempt: 1 } as const;
  const aside = { id: "a", turnId: "turn-3", kind: "question", text, rung: null, move: null, reply } as const;
  const question = {
    content: raise,
    difficulty: "real",
    timing: raise.coachTiming,
    branch,
    earlier: [],
    aside,
  } as const;
  return pickLine(asideRequest({ ...question, branch, earlier: [] }, 240)) ?? "";
}
