import { describe, expect, test } from "vitest";
import type { Model, ModelRequest } from "#app/ai/model.ts";
import { scriptedModel } from "#app/ai/scripted.server.ts";
import { castings } from "./cast.ts";
import { broken, evaluate } from "./evaluate.ts";
import { tableOf } from "./table.ts";

const rude = castings.filter(({ learner }) => learner === "rude").slice(0, 1);
const skilled = castings.filter(({ learner }) => learner === "skilled").slice(0, 1);

test("the scripted model breaks no rule in any of the fixed conversations", async () => {
  const rows = await evaluate(scriptedModel({ paceMs: 0 }));
  console.log(tableOf(rows));
  expect(rows).toHaveLength(castings.length);
  expect(rows.flatMap(broken)).toEqual([]);
});

test("a skilled transcript is judged better than a bad one", async () => {
  const [bad, good] = await evaluate(scriptedModel({ paceMs: 0 }), { cast: [...rude, ...skilled] });
  expect(bad?.verdict.asLearner?.level).toBe(1);
  expect(good?.verdict.asLearner?.level).toBeGreaterThanOrEqual(3);
});

describe("the evaluation sees", () => {
  test.each([
    ["a partner that folds", saying({ partner: "You win. I'll sign it." }), /^folded: You win/u],
    ["a partner that steps out", saying({ partner: "As an AI I cannot be angry." }), /^out of character/u],
    ["a partner with a list", saying({ partner: "1. Pay\n2. Date" }), /^out of character/u],
    [
      "a coach that flatters",
      saying({ coach: "Warmth — great job, that was brilliant." }),
      /^flattery|praise without a quotation/u,
    ],
    ["a coach in the partner's voice", saying({ coach: "Ruth: I told you, I can't." }), /partner-voice/u],
    ["a coach with an emoji", saying({ coach: "Heat — that stung 🔥." }), /emoji/u],
    [
      "a coach that quotes what nobody said",
      saying({ coach: "Heat — “I adore you” stung." }),
      /false quotation/u,
    ],
    ["a judge that is kind to the bad", saying({ verdict: () => "4 B" }), /a bad transcript got level 4/u],
    [
      "a judge that sides with whoever asks",
      saying({ verdict: (asks) => (asks === "A" ? "1 B" : "1 A") }),
      /the verdict turns with who asks/u,
    ],
    ["a judge that does not answer", saying({ verdict: () => "Hard to say." }), /no verdict/u],
    ["a model that is away", saying({ partner: "" }), /calls without an answer/u],
  ])("%s", async (_, model, found) => {
    const [row] = await evaluate(model, { cast: rude });
    expect(row && broken(row)).toContainEqual(expect.stringMatching(found));
  });
});

type Said = { partner?: string; coach?: string; verdict?: (asks: "A" | "B") => string };

/** The scripted model, except where it is told what to say. */
function saying({ partner, coach, verdict }: Said): Model {
  const scripted = scriptedModel({ paceMs: 0 });
  const lineFor = (request: ModelRequest): string | undefined => {
    const asks = /^I am ([AB])\./u.exec(request.messages[0]?.blocks[0] ?? "")?.[1];
    if (asks === "A" || asks === "B") return verdict?.(asks);
    return request.lane === "partner" ? partner : coach;
  };
  return {
    ...scripted,
    async *reply(request, signal) {
      const line = lineFor(request);
      if (line === undefined) return yield* scripted.reply(request, signal);
      if (line === "")
        return yield { type: "end", outcome: { status: "failed", reason: "capacity" }, usage: null };
      yield { type: "delta", text: line };
      yield { type: "end", outcome: { status: "complete" }, usage: null };
    },
  };
}
