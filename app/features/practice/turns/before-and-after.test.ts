import { afterAll, beforeAll, expect, test } from "vitest";
import { endConversation } from "#app/features/conversations/end-conversation.server.ts";
import { conversationFor } from "#app/features/conversations/queries.server.ts";
import { tellOwnView } from "#app/features/conversations/review/tell-own-view.server.ts";
import type { Before } from "#app/features/scenarios/before-start/before.ts";
import { publishedScenario } from "#app/features/scenarios/queries.server.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { saying, setStage, type Stage } from "#app/features/practice/practice-testing.ts";
import { startConversation } from "./start-conversation.server.ts";

const set: Before = { goal: "A date, in writing.", redLine: "Less than 46,000", confidence: 0, dread: 10 };
const view = { view: "I named it.", confidence: 7, dread: null };

let stage: Stage;
let practice: Practice;

beforeAll(async () => {
  stage = await setStage();
  practice = stage.instance(saying(["Go on."]));
});
afterAll(() => stage.close());

test("what a learner sets themselves is the conversation's; a goal of their own takes the place of the scenario's", async () => {
  const ada = await stage.person();
  expect(await conversationFor(stage.db, await begun(ada, set))).toMatchObject({
    goal: set.goal,
    before: set,
  });
  const plain = await conversationFor(stage.db, await begun(ada));
  expect(plain?.goal).toBe(plain?.content.learner.goal);
  expect(plain?.before).toEqual({ goal: null, redLine: null, confidence: null, dread: null });
});

test("their own view is kept once it has ended, may be told again, and is nobody else's to tell", async () => {
  const ada = await stage.person();
  const own = await begun(ada);
  expect(await tellOwnView(stage.db, own, view)).toBe(false);
  await endConversation(stage.db, own, { ending: "next-step", by: "learner" });
  expect(await tellOwnView(stage.db, { ...own, ownerId: await stage.person() }, view)).toBe(false);
  expect((await conversationFor(stage.db, own))?.after).toEqual({
    view: null,
    confidence: null,
    dread: null,
  });

  expect(await tellOwnView(stage.db, own, view)).toBe(true);
  expect((await conversationFor(stage.db, own))?.after).toEqual(view);
  await tellOwnView(stage.db, own, { view: "", confidence: null, dread: 3 });
  expect((await conversationFor(stage.db, own))?.after).toEqual({ view: null, confidence: null, dread: 3 });
});

async function begun(ownerId: string, before?: Before) {
  const scenario = await publishedScenario(stage.db, "the-promised-raise");
  if (!scenario) throw new Error("no such scenario");
  const settings = { difficulty: "real", coachMode: "after-each-turn" } as const;
  const started = await startConversation(practice, ownerId, scenario, settings, before);
  if (!started.ok) throw new Error(`not started: ${started.reason}`);
  return { id: started.id, ownerId };
}
