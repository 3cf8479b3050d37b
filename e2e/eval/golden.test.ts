import { describe, expect, test } from "vitest";
import type { ModelRequest } from "#app/ai/model.ts";
import { coachRequest } from "#app/features/coaching/prompts/coach-prompt.ts";
import { partnerRequest } from "#app/features/coaching/prompts/partner-prompt.ts";
import { seeded } from "#app/features/coaching/seeded.testing.ts";
import { rehearse } from "#app/features/coaching/testing.ts";
import { maxTokens } from "#app/features/practice/practice.ts";
import { difficulties } from "#app/features/scenarios/forms.ts";

/** English runs at about four bytes a token. */
const bytesPerToken = 4;

/**
 * The frozen part of a prompt, in tokens. At least what the provider caches at all (512 on the 5.5 models, below it
 * silently nothing), at most what keeps a first turn under a tenth of a short conversation's budget (25,000).
 */
const systemTokens = { least: 512, most: { partner: 1_800, coach: 2_000 } };

/**
 * A whole prompt at the twelfth turn, in tokens: most of it is read from the cache at a tenth, and a reply to more than
 * this begins noticeably later.
 */
const wholeTokens = { partner: 3_200, coach: 3_700 };

/** One scenario for each framework: what differs between prompts is the framework, the timing and the persona. */
const kinds = [...new Map(seeded.map((one) => [one.content.framework, one])).values()];

describe("a change to a prompt is a change to a file that somebody reads (`npm run golden` writes them anew)", () => {
  test.each(kinds)("$content.framework: $slug", async ({ content, learners }) => {
    const path = rehearse({ content, lines: learners.skilled.slice(0, 3) });
    const given = { content, difficulty: "real", path } as const;
    const partner = partnerRequest({ ...given, maxTokens: maxTokens.partner });
    const coach = coachRequest({ ...given, timing: content.coachTiming, maxTokens: maxTokens.coach });
    await expect(written(partner)).toMatchFileSnapshot(`golden/${content.framework}.partner.txt`);
    await expect(written(coach)).toMatchFileSnapshot(`golden/${content.framework}.coach.txt`);
  });
});

describe("the token budget of a prompt", () => {
  test.each(seeded)("$slug", ({ content, learners }) => {
    for (const difficulty of difficulties) {
      const path = rehearse({ content, difficulty, lines: learners.skilled });
      const given = { content, difficulty, path };
      const requests = [
        partnerRequest({ ...given, maxTokens: maxTokens.partner }),
        coachRequest({ ...given, timing: content.coachTiming, maxTokens: maxTokens.coach }),
      ];
      for (const request of requests) {
        const { lane, system } = request;
        expect(tokensOf(system), `${lane}, ${difficulty}`).toBeGreaterThan(systemTokens.least);
        expect(tokensOf(system), `${lane}, ${difficulty}`).toBeLessThan(systemTokens.most[lane]);
        expect(tokensOf(written(request)), `${lane}, ${difficulty}`).toBeLessThan(wholeTokens[lane]);
      }
    }
  });
});

function tokensOf(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / bytesPerToken);
}

/** All a provider reads of a request, in its order. */
function written({ system, messages, tail }: ModelRequest): string {
  const said = messages.map(({ role, blocks }) => `--- ${role} ---\n${blocks.join("\n\n")}`);
  return [`--- system ---\n${system}`, ...said, `--- tail ---\n${tail}`, ""].join("\n\n");
}
