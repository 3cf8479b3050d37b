import { afterAll, beforeAll, expect, test } from "vitest";
import { comparisonOf } from "#app/features/conversations/branches/comparison.server.ts";
import { conversationFor } from "#app/features/conversations/queries.server.ts";
import { reviewOf } from "#app/features/conversations/review/queries.server.ts";
import { usualPreferences } from "#app/features/conversations/room-preferences.ts";
import { turnTree } from "#app/features/conversations/turn-tree.server.ts";
import { saying, setStage, type Stage } from "#app/features/practice/practice-testing.ts";
import { retryLane } from "#app/features/practice/lanes/retry-lane.server.ts";
import { takeTurn } from "#app/features/practice/turns/take-turn.server.ts";
import { eraseConversation } from "#app/features/privacy/erase.server.ts";
import { roomOf } from "./room.server.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

test("RR22 whoever had just found a conversation that is deleted finds nothing in it, and nothing breaks", async () => {
  const practice = stage.instance(saying(["Well."]));
  const own = await stage.conversation(practice, await stage.person());
  const found = await conversationFor(stage.db, own);
  if (!found) throw new Error("not begun");
  await eraseConversation(practice, own);

  expect(await roomOf(practice, found, usualPreferences, { origin: "" })).toBeNull();
  const end = { ending: "impasse", by: "learner", at: new Date() } as const;
  expect(await reviewOf(stage.db, { ...found, end })).toBeNull();
  const tree = await turnTree(stage.db, found);
  expect(comparisonOf(found, tree, { left: null, right: null })).toBe("not-found");
  const turnId = "0190c0de-0000-7000-8000-000000000001";
  const spoken = { turnId, parentId: null, tipId: null, text: "Are you there?" };
  expect(await takeTurn(practice, own, spoken, { conversation: found, tree: null })).toEqual({
    ok: false,
    reason: "not-found",
  });
  expect(await retryLane(practice, own, { turnId, lane: "partner" })).toEqual({
    ok: false,
    reason: "not-found",
  });
});
