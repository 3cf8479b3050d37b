import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { scriptedOutput, scriptedPrompt } from "#app/ai/scripted-usage.ts";
import { debriefSlice } from "#app/features/budgets/debrief-slice.ts";
import { turnsIn as shownTurns } from "#app/features/budgets/turns-left.ts";
import { weighTokens } from "#app/features/budgets/weighted-tokens.ts";
import { seeded } from "#app/features/coaching/seeded.testing.ts";
import { rehearse } from "#app/features/coaching/testing.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import { laneRequest } from "#app/features/practice/lanes/lane-request.ts";
import { leastMaxTokens, maxTokens } from "#app/features/practice/practice.ts";
import { reservationFor } from "#app/features/practice/lanes/reservation.server.ts";

/** More turns than either budget holds. */
const mostTurns = 60;
const lanes = ["partner", "coach"] as const;
/** As many as `budgetLeft` looks at. */
const lastTurns = 10;

const rehearsed = seeded.map(({ slug, content, learners }) => {
  const lines = Array.from(
    { length: mostTurns },
    (_, at) => learners.skilled[at % learners.skilled.length] ?? "",
  );
  const conversation = { content, difficulty: "real", coachTiming: content.coachTiming } as Conversation;
  return { slug, conversation, path: rehearse({ content, lines }) };
});

/**
 * An estimate: one conversation as a skilled learner has it, tokens counted as a quarter of the bytes of what would be
 * sent. `cached`: each call reads from the cache all that the one before it wrote; otherwise everything is written anew.
 */
test.each([
  { preset: "Short conversation (25k)", tokens: 25_000, cached: true, least: 10 },
  { preset: "Short conversation (25k)", tokens: 25_000, cached: false, least: 1 },
  { preset: "Therapy session (50k)", tokens: 50_000, cached: true, least: 25 },
  { preset: "Therapy session (50k)", tokens: 50_000, cached: false, least: 1 },
])(
  "$preset holds at least $least turns of every seeded scenario (cache: $cached), as the README says",
  (given) => {
    const turns = rehearsed.map(({ conversation, path }) => turnsIn(given, conversation, path));
    expect(Math.min(...turns)).toBeGreaterThanOrEqual(given.least);
    expect(Math.max(...turns)).toBeLessThan(mostTurns);
    const row = readFileSync("README.md", "utf8")
      .split("\n")
      .find((line) => line.startsWith(`| ${given.preset}`));
    expect(row?.split(" | ")[given.cached ? 1 : 2]).toMatch(
      new RegExp(`^${Math.min(...turns)} to ${Math.max(...turns)}\\b`),
    );
  },
);

/** The number that is shown: before the first turn, after the first, and after each that follows. */
test.each(rehearsed)(
  "what is shown of a small budget in $slug promises at the most one turn that is then refused",
  ({ conversation, path }) => {
    for (let tokens = 1_000; tokens <= 16_000; tokens += 500) {
      const carried = walk({ tokens, cached: true }, conversation, path);
      for (const [taken, { shown }] of carried.entries()) {
        const left = carried.length - 1 - taken;
        const where = `${tokens} tokens, ${taken} turns taken, ${left} left`;
        expect(shown - left, where).toBeLessThanOrEqual(1);
        expect(left - shown, where).toBeLessThanOrEqual(4);
      }
    }
  },
);

test("turns that are dear one after the other are counted with what they cost", () => {
  const last = { partner: 2_000, coach: 2_000 };
  const shown = (later: number, usual: number) =>
    shownTurns(50_000, { turns: later + 2, later, usual, ...last });
  expect([shown(4, 4_000), shown(5, 4_000), shown(5, 1_300), shown(10, 400)]).toEqual([40, 13, 40, 40]);
});

test.each(rehearsed)(
  "what is shown of a large budget in $slug never grows with use",
  ({ conversation, path }) => {
    const shown = walk({ tokens: 1_000_000, cached: true }, conversation, path).map((step) => step.shown);
    expect(shown.length).toBeGreaterThan(30);
    for (const [at, now] of shown.entries())
      if (at > 0) expect(now, `after ${at} turns`).toBeLessThanOrEqual(shown[at - 1] ?? 0);
  },
);

function turnsIn(
  given: { tokens: number; cached: boolean },
  conversation: Conversation,
  path: Turn[],
): number {
  return walk(given, conversation, path).length - 1;
}

/** One entry before the first turn and one after each that the budget carries. */
function walk(
  { tokens, cached }: { tokens: number; cached: boolean },
  conversation: Conversation,
  path: Turn[],
): { shown: number }[] {
  let left = tokens - debriefSlice(tokens);
  const steps: { shown: number }[] = [];
  const costs: number[] = [];
  const former: Record<"partner" | "coach", { charged: number } | null> = { partner: null, coach: null };
  for (let ordinal = 1; ordinal <= mostTurns; ordinal++) {
    const whole = path.slice(0, ordinal + 1);
    const speaking = lanes.filter((lane) => lane === "partner" || ordinal > 1);
    const reserved = (lane: "partner" | "coach") =>
      reservationFor(conversation, asked(whole), lane, former[lane]);
    const shortest = speaking.reduce(
      (sum, lane) => sum + reserved(lane) - maxTokens[lane] + leastMaxTokens[lane],
      0,
    );
    // Without the first calls of the two lanes.
    const latest = costs.slice(Math.max(2, costs.length - lastTurns)).toSorted((a, b) => a - b);
    const [low = 0, high = 0] = [(latest.length - 1) >> 1, latest.length >> 1].map((at) => latest[at] ?? 0);
    const usual = (low + high) / 2;
    const [partner, coach] = lanes.map((lane) => former[lane]?.charged ?? null);
    const turns = Math.min(costs.length, lastTurns);
    steps.push({
      shown: shownTurns(left, {
        turns,
        later: latest.length,
        usual,
        partner: partner ?? null,
        coach: coach ?? null,
      }),
    });
    if (shortest > left) return steps;
    costs.push(0);
    for (const lane of speaking) {
      const branch = lane === "coach" && conversation.coachTiming === "after" ? heard(whole) : asked(whole);
      const prompt = scriptedPrompt(laneRequest(conversation, branch, lane, maxTokens[lane]));
      const counts = cached
        ? prompt
        : { ...prompt, cacheRead: 0, cacheWrite: prompt.cacheWrite + prompt.cacheRead };
      const cost = weighTokens({ ...counts, output: scriptedOutput(whole.at(-1)?.[lane].text ?? "") });
      const charged = Math.min(cost, reserved(lane));
      former[lane] = { charged };
      left -= charged;
      costs[costs.length - 1] = (costs.at(-1) ?? 0) + charged;
    }
  }
  return steps;
}

/** As the branch is when the turn is taken. */
function asked(path: Turn[]): Turn[] {
  return path.map((turn, at) =>
    at < path.length - 1
      ? turn
      : { ...turn, partner: { ...turn.partner, text: "" }, coach: { ...turn.coach, text: "" } },
  );
}

/** As the coach sees it who comes after the reply. */
function heard(path: Turn[]): Turn[] {
  return path.map((turn, at) =>
    at < path.length - 1 ? turn : { ...turn, coach: { ...turn.coach, text: "" } },
  );
}
