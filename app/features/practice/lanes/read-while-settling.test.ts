import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { conversationFor } from "#app/features/conversations/queries.server.ts";
import { branchOf } from "#app/features/conversations/turn-tree.server.ts";
import { saying, setStage, type Stage } from "#app/features/practice/practice-testing.ts";
import { takeTurn } from "#app/features/practice/turns/take-turn.server.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

test.each(["turns", "runs", "messages"])(
  "a reply that is settled while the page is read, just before its %s, is not shown as complete without its words",
  async (table) => {
    const practice = stage.instance(saying(["Yes. "], { paceMs: 2_000 }), { flushMs: 60_000 });
    const own = await stage.conversation(practice, await stage.person());
    const conversation = await conversationFor(stage.db, own);
    if (!conversation) throw new Error("no conversation");
    const turnId = randomUUID();
    await takeTurn(practice, conversation, { turnId, parentId: null, text: "About my pay." });

    let reading: ReturnType<typeof branchOf> | undefined;
    await stage.db.transaction(async (transaction) => {
      await transaction.execute(sql`lock table ${sql.identifier(table)} in access exclusive mode`);
      reading = branchOf(stage.db, own, turnId);
      await untilSomebodyWaitsFor(table);
      await transaction.execute(sql`update runs set status = 'complete', settled_at = now()
        where subject_id = ${turnId} and lane = 'partner'`);
      await transaction.execute(sql`update messages set text = 'Yes.' where turn_id = ${turnId}`);
    });
    const partner = (await reading)?.at(-1)?.partner;
    expect(partner && [partner.status, partner.text]).not.toEqual(["complete", ""]);
  },
);

async function untilSomebodyWaitsFor(table: string): Promise<void> {
  await expect
    .poll(() =>
      stage.db.execute(
        sql`select from pg_locks where not granted and relation = ${table}::regclass and database = (
          select oid from pg_database where datname = current_database())`,
      ),
    )
    .not.toEqual([]);
}
