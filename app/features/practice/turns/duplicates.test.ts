import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ModelRequest } from "#app/ai/model.ts";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { saying, setStage, type Stage } from "#app/features/practice/practice-testing.ts";
import { takeTurn } from "./take-turn.server.ts";

/** `DUPLICATE_PAIRS=10000 npx vitest run app/features/practice/turns/duplicates.test.ts`: a minute or two; see docs/budget-catalogue.md. */
const pairs = Number(process.env["DUPLICATE_PAIRS"] ?? 200);
const atOnce = 8;
const turnsEach = 6;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

describe("a message that comes twice", () => {
  test(
    `ID01 and ID02 and ID06 ${pairs} times, at once or later, here and on another instance: no second model call`,
    async () => {
      const calls: ModelRequest[] = [];
      const model = saying(["Yes."], { calls });
      const instances = [stage.instance(model), stage.instance(model)] as const;
      let next = 0;
      async function learner(): Promise<void> {
        let own: OwnConversation | null = null;
        for (let pair = next++; pair < pairs; pair = next++) {
          if (own === null || pair % turnsEach === 0)
            own = await stage.conversation(instances[0], await stage.person());
          const spoken = { turnId: randomUUID(), parentId: null, text: `This is message-${pair}.` };
          const [here, there] = pair % 2 === 0 ? instances : [instances[1], instances[1]];
          const first = takeTurn(here, own, spoken);
          // Every third comes when the first has been answered, as a browser's retry does.
          if (pair % 3 === 0) await first.then(() => here.live.drain(1_000));
          const taken = await Promise.all([first, takeTurn(there, own, spoken)]);
          expect(taken.map((one) => one.ok)).toEqual([true, true]);
          expect(taken.filter((one) => one.ok && !one.again)).toHaveLength(1);
          await Promise.all(instances.map((one) => one.live.drain(1_000)));
        }
      }
      await Promise.all(Array.from({ length: atOnce }, learner));
      const counted = new Map<string, number>();
      for (const { lane, messages } of calls) {
        const mark = messages
          .at(-1)
          ?.blocks.at(-1)
          ?.match(/message-\d+/)?.[0];
        counted.set(`${lane} ${mark}`, (counted.get(`${lane} ${mark}`) ?? 0) + 1);
      }
      expect([...counted].filter(([, times]) => times !== 1)).toEqual([]);
      expect([...counted.keys()].filter((key) => key.startsWith("partner"))).toHaveLength(pairs);
      expect(await brokenInvariants(stage.db)).toEqual([]);
    },
    pairs * 200 + 20_000,
  );

  test("ID01 twenty times at once: one turn, one pair of calls, twenty times the same answer", async () => {
    const calls: ModelRequest[] = [];
    const model = saying(["Yes."], { calls, paceMs: 30 });
    const instances = [stage.instance(model), stage.instance(model)];
    const own = await stage.conversation(stage.instance(model), await stage.person());
    await takeTurn(stage.instance(saying(["Well?"])), own, spoken("First."));
    const again = spoken("Second.");
    const untilFree = async () => {
      for (;;) {
        const taken = await Promise.all(
          Array.from({ length: 20 }, (_, at) =>
            takeTurn(instances[at % 2] ?? stage.instance(model), own, again),
          ),
        );
        if (taken.every((one) => one.ok)) return taken;
      }
    };
    const taken = await untilFree();
    expect(new Set(taken.map((one) => one.ok && one.ordinal))).toEqual(new Set([2]));
    await Promise.all(instances.map((one) => one.live.drain(5_000)));
    expect(calls.map(({ lane }) => lane).toSorted()).toEqual(["coach", "partner"]);
  });
});

function spoken(text: string) {
  return { turnId: randomUUID(), parentId: null, text };
}
