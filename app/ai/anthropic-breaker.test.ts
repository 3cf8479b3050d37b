import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ModelProvider, startModelProvider } from "#e2e/fakes/model-provider.ts";
import { answersStatus, says } from "#e2e/fakes/model-provider-scenario.ts";
import { type AnthropicSettings, anthropicModel } from "./anthropic.server.ts";
import type { Model } from "./model.ts";
import { hearAll, keptLog, raiseRequest } from "./model-testing.ts";

let provider: ModelProvider;
let log = keptLog();
let now = 0;
beforeAll(async () => {
  provider = await startModelProvider();
});
afterAll(() => provider.close());
beforeEach(() => {
  log = keptLog();
  now = 0;
  provider.requests.length = 0;
  provider.default(() => answersStatus(529, "overloaded_error"));
});

const wellAgain = () => provider.default(() => says("No. Not this quarter."));

function marta(more: Partial<AnthropicSettings> = {}) {
  return anthropicModel({
    apiKey: "any",
    baseUrl: provider.url,
    ...{ partnerModel: "claude-sonnet-5-5", coachModel: "claude-haiku-5-5" },
    log,
    retries: { most: 0 },
    breaking: { now: () => now },
    ...more,
  });
}

/** Twenty learners in vain. */
async function wearOut(model: Model): Promise<void> {
  for (let learner = 0; learner < 20; learner++) {
    expect(model.available("partner")).toBe(true);
    await hearAll(model, raiseRequest());
  }
}

describe("UP29 a provider that is down", () => {
  test("is not asked any more after twenty replies in vain: a reply fails at once and costs nothing", async () => {
    const model = marta();
    await wearOut(model);
    expect(model.available("partner")).toBe(false);
    const { events } = await hearAll(model, raiseRequest());
    expect(events).toEqual([{ type: "end", outcome: { status: "failed", reason: "capacity" }, usage: null }]);
    expect(provider.requests).toHaveLength(20);
    expect(log.lines.filter(({ message }) => message === "model rests")).toMatchObject([
      {
        level: "error",
        fields: { lane: "partner", model: "claude-sonnet-5-5", outcome: "failed: capacity" },
      },
    ]);
  });

  test("is asked again after half a minute, and is there for everybody once it answers", async () => {
    const model = marta();
    await wearOut(model);
    wellAgain();
    now += 30_000;
    expect((await hearAll(model, raiseRequest())).outcome).toEqual({ status: "complete" });
    const heard = await Promise.all([1, 2, 3].map(() => hearAll(model, raiseRequest())));
    expect(heard.map(({ outcome }) => outcome.status)).toEqual(["complete", "complete", "complete"]);
  });

  test("rests as the model it is: the other lane goes on with its own, and stops with it on the same", async () => {
    const apart = marta();
    await wearOut(apart);
    expect(apart.available("coach")).toBe(true);
    wellAgain();
    expect((await hearAll(apart, raiseRequest({ lane: "coach" }))).outcome.status).toBe("complete");

    provider.default(() => answersStatus(529, "overloaded_error"));
    const together = marta({ coachModel: "claude-sonnet-5-5" });
    await wearOut(together);
    expect(together.available("coach")).toBe(false);
  });

  test("tries of one reply count as one failure", async () => {
    const model = marta({ retries: { most: 2, firstWaitMs: 1 } });
    for (let learner = 0; learner < 19; learner++) await hearAll(model, raiseRequest());
    expect(provider.requests).toHaveLength(57);
    expect(model.available("partner")).toBe(true);
  });

  test("a listener who walks away from the probe leaves room for the next", async () => {
    const model = marta();
    await wearOut(model);
    wellAgain();
    now += 30_000;
    for await (const event of model.reply(raiseRequest(), new AbortController().signal)) {
      if (event.type === "delta") break;
    }
    expect(model.available("partner")).toBe(true);
  });

  test("a stop given before is a stop also while the model rests", async () => {
    const model = marta();
    await wearOut(model);
    const { outcome } = await hearAll(model, raiseRequest(), AbortSignal.abort());
    expect(outcome).toEqual({ status: "stopped" });
  });
});

test("UP29 a wrong key makes nobody wait: each call tells the operator", async () => {
  provider.default(() => answersStatus(401, "authentication_error"));
  const model = marta();
  for (let learner = 0; learner < 25; learner++) await hearAll(model, raiseRequest());
  expect(provider.requests).toHaveLength(25);
  expect(model.available("partner")).toBe(true);
});
