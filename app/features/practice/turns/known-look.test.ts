import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { conversationFor } from "#app/features/conversations/queries.server.ts";
import { turnTree } from "#app/features/conversations/turn-tree.server.ts";
import { saying, setStage, type Stage } from "#app/features/practice/practice-testing.ts";
import { takeTurn } from "./take-turn.server.ts";

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterAll(() => stage.close());

test("a look that was true before others had their turn takes no turn twice, and refuses none", async () => {
  const practice = stage.instance(saying(["Well, ", "now."], { paceMs: 50 }));
  const own = await stage.conversation(practice, await stage.person());
  const first = { turnId: randomUUID(), parentId: null, text: "Good morning." };
  await takeTurn(practice, own, first);
  const conversation = await conversationFor(stage.db, own);
  if (!conversation) throw new Error("not begun");
  // The partner still answers in this look.
  const known = { conversation, tree: Promise.resolve(await turnTree(stage.db, own)) };
  await practice.live.drain(60_000);

  const second = { turnId: randomUUID(), parentId: null, text: "May I ask you something?" };
  expect(await takeTurn(practice, own, second, known)).toMatchObject({ ok: true, again: false });
  await practice.live.drain(60_000);
  // Nor does that look know of the second turn: posted once more with it, it is still the same turn.
  expect(await takeTurn(practice, own, second, known)).toMatchObject({ ok: true, again: true });
  expect((await turnTree(stage.db, own)).size).toBe(3);
});
