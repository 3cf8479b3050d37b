import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ModelProvider, startModelProvider } from "#e2e/fakes/model-provider.ts";
import { says } from "#e2e/fakes/model-provider-scenario.ts";
import { anthropicModel } from "./anthropic.server.ts";
import type { Lane, ModelRequest, PromptMessage, Usage } from "./model.ts";
import { hearAll, keptLog } from "./model-testing.ts";

let provider: ModelProvider;
beforeAll(async () => {
  provider = await startModelProvider();
});
afterAll(() => provider.close());
beforeEach(() => (provider.requests.length = 0));

const turns = 8;

/** Eight turns of one lane, each prompt told from the transcript so far by `tell`; what every call cost. */
async function converse(
  lane: Lane,
  tell: (turn: number, replies: string[]) => PromptMessage[],
): Promise<Usage[]> {
  const model = anthropicModel({
    ...{ apiKey: "any", baseUrl: provider.url, log: keptLog() },
    ...{ partnerModel: "claude-sonnet-5-5", coachModel: "claude-haiku-5-5" },
  });
  // Its own words, so that one test never reads what another wrote.
  const system = `The frozen prompt of ${expect.getState().currentTestName}. `.repeat(50);
  const replies: string[] = [];
  const paid: Usage[] = [];
  for (let turn = 1; turn <= turns; turn++) {
    const request: ModelRequest = {
      ...{ lane, system, messages: tell(turn, replies), maxTokens: 400, cue: { lines: [] } },
      tail: `Turn ${turn}: resistance is ${10 - turn}. Two sentences at most.`,
    };
    provider.next(says(`${lane} answers turn ${turn} at some length. `.repeat(4).trim()));
    const { text, usage } = await hearAll(model, request);
    if (!usage) throw new Error("every call is priced");
    replies.push(text);
    paid.push(usage);
  }
  return paid;
}

function partnerPrompt(turn: number, replies: string[]): PromptMessage[] {
  const messages: PromptMessage[] = [
    { role: "user", blocks: ["The scene: Friday, Marta's office."] },
    { role: "assistant", blocks: ["You wanted to see me?"] },
  ];
  for (let at = 1; at <= turn; at++) {
    messages.push({ role: "user", blocks: [learner(at)] });
    const reply = replies[at - 1];
    if (reply !== undefined) messages.push({ role: "assistant", blocks: [reply] });
  }
  return messages;
}

/** Silent on the first turn, so two blocks stand in the first message. */
function coachPrompt(turn: number, notes: string[]): PromptMessage[] {
  const block = (at: number) => `${learner(at)}\n<partner>No, and here is reason ${at} of many.</partner>`;
  const messages: PromptMessage[] = [{ role: "user", blocks: [block(0), block(1)] }];
  for (let at = 2; at <= turn; at++) {
    messages.push(
      { role: "assistant", blocks: [notes[at - 2] ?? ""] },
      { role: "user", blocks: [block(at)] },
    );
  }
  return messages;
}

function learner(turn: number): string {
  return `<learner>This is what Sam says in turn ${turn}, in words of ordinary length.</learner>`;
}

/** Turns whose call did not read all that the one before had read and written. */
function turnsThatPaidTwice(paid: Usage[]): number[] {
  return paid.flatMap((usage, index) => {
    const before = paid[index - 1];
    return before && usage.cacheRead < before.cacheRead + before.cacheWrite ? [index + 1] : [];
  });
}

describe.each([
  ["partner", partnerPrompt],
  ["coach", coachPrompt],
] as const)("a conversation of the %s", (lane, prompt) => {
  test("reads in every call all that the one before wrote, and pays in full only for what is new", async () => {
    const paid = await converse(lane, prompt);
    expect(turnsThatPaidTwice(paid)).toEqual([]);
    expect(paid[0]?.cacheWrite).toBeGreaterThanOrEqual(512);
    expect(Math.max(...paid.map((usage) => usage.input))).toBeLessThan(20);
    expect(provider.requests.map((request) => request.status)).toEqual(Array(turns).fill(200));
  });

  test("pays again from the turn on in which one character of its history changed", async () => {
    const paid = await converse(lane, (turn, replies) => {
      const messages = prompt(turn, replies);
      const opening = messages[0];
      if (turn >= 5 && opening) opening.blocks = opening.blocks.map((block) => block.replace(".", "!"));
      return messages;
    });
    expect(turnsThatPaidTwice(paid)).toEqual([5]);
  });

  test("pays again every turn when a counter stands before the conversation's end", async () => {
    const paid = await converse(lane, (turn, replies) => {
      const [opening, ...rest] = prompt(turn, replies);
      return opening ? [{ ...opening, blocks: [`Turn ${turn}`, ...opening.blocks] }, ...rest] : [];
    });
    expect(turnsThatPaidTwice(paid)).toEqual([2, 3, 4, 5, 6, 7, 8]);
  });
});
