import Anthropic from "@anthropic-ai/sdk";
import { afterEach, describe, expect, test, vi } from "vitest";
import { readEnv } from "#app/env.server.ts";

const dayMs = 86_400_000;
const warnWithinDays = 60;
const failWithinDays = 14;

/**
 * The SDK keeps its list of models that end to itself and tells of one only on the console, when it is called. So it is
 * called here, without a network. Null: it knows no end of this model.
 */
async function endOfLife(model: string): Promise<Date | null> {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const client = new Anthropic({
    apiKey: "any",
    maxRetries: 0,
    fetch: () => Promise.reject(new Error("offline")),
  });
  await client.messages
    .create({ model, max_tokens: 1, messages: [{ role: "user", content: "?" }] })
    .catch(() => null);
  const told = warn.mock.calls.flat().join("\n");
  warn.mockRestore();
  const date = /end-of-life on (\w+ \d+)\w*, (\d{4})/.exec(told);
  if (!date) {
    if (/deprecat|end.of.life|retire/i.test(told)) throw new Error(`Cannot read the SDK's warning: ${told}`);
    return null;
  }
  return new Date(`${date[1]}, ${date[2]} UTC`);
}

function verdict(end: Date | null, today: Date): "fine" | "warn" | "fail" {
  const days = end === null ? Infinity : (end.getTime() - today.getTime()) / dayMs;
  if (days <= failWithinDays) return "fail";
  return days <= warnWithinDays ? "warn" : "fine";
}

afterEach(() => vi.restoreAllMocks());

describe("UP27 models that end", () => {
  const { partnerModel, coachModel } = readEnv({});

  test.each([partnerModel, coachModel])("%s, a default of ours, is not one of them", async (model) => {
    const end = await endOfLife(model);
    const judged = verdict(end, new Date());
    if (judged === "warn") console.warn(`${model} ends on ${end?.toDateString()}: choose its successor`);
    expect(judged, `${model} ends on ${end?.toDateString()}: choose its successor`).not.toBe("fail");
  });

  // When the SDK drops this model from its list, put one here that is on it: the check must be seen to see.
  test("are told by the SDK with their day", async () => {
    expect(await endOfLife("claude-sonnet-4-5")).toEqual(new Date("2026-11-30T00:00:00Z"));
  });

  test("are a warning from sixty days before, and a failure from fourteen", () => {
    const end = new Date("2026-11-30T00:00:00Z");
    const days = (before: number) => new Date(end.getTime() - before * dayMs);
    expect([61, 60, 15, 14, -1].map((before) => verdict(end, days(before)))).toEqual([
      "fine",
      "warn",
      "warn",
      "fail",
      "fail",
    ]);
    expect(verdict(null, end)).toBe("fine");
  });
});
