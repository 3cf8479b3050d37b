import { describe, expect, test } from "vitest";
import { type AboutDebrief, debriefRequest } from "#app/features/coaching/debrief/debrief-prompt.ts";
import { seeded } from "#app/features/coaching/seeded.testing.ts";
import { rehearse } from "#app/features/coaching/testing.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import { maxDebriefTokens } from "#app/features/practice/practice.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";

/** English runs at about four bytes a token. */
const bytesPerToken = 4;
/** What is never cached, in tokens: the slice holds it beside the answer. */
const mostTailTokens = 1_100;

const kinds = [...new Map(seeded.map((one) => [one.content.framework, one])).values()];

describe("a change to what a debrief is asked is a change to a file that somebody reads", () => {
  test.each(kinds)("$content.framework: $slug", async ({ content, learners }) => {
    const { messages, tail } = asked(content, rehearse({ content, lines: learners.skilled.slice(0, 3) }));
    const last = messages.at(-1)?.blocks.at(-1) ?? "";
    await expect(`${last}\n\n${tail}\n`).toMatchFileSnapshot(`golden/${content.framework}.debrief.txt`);
  });
});

test.each(seeded)("what a debrief adds to the prompt fits its slice: $slug", ({ content, learners }) => {
  const { tail } = asked(content, rehearse({ content, lines: learners.skilled }));
  expect(Math.ceil(Buffer.byteLength(tail) / bytesPerToken)).toBeLessThan(mostTailTokens);
});

function asked(content: ScenarioContent, path: Turn[]) {
  const about: AboutDebrief = {
    ...{ content, path, timing: content.coachTiming },
    difficulty: "real",
    end: { ending: "next-step", by: "learner" },
    ...{ goal: content.learner.goal, redLine: null, ownView: "I said what I came to say." },
  };
  return debriefRequest(about, maxDebriefTokens);
}
