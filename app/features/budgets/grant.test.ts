import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.server.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { users } from "#db/schema/people.ts";
import { freshDatabase } from "#db/testing.ts";
import { defaultQuotas } from "./default-quotas.ts";
import { driftOf } from "./drift.server.ts";
import { grantTokens } from "./grant.server.ts";

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = openDatabase((await freshDatabase()).url));
});
afterAll(() => close());

test("a grant raises the budget and its JSON, and stands in the log with who and why", async () => {
  const ada = await somebody();
  const boss = randomUUID();
  await grantTokens(db, { personId: ada, amount: defaultQuotas.GUEST, reason: "signed up", actorId: null });
  await grantTokens(db, { personId: ada, amount: 75_000, reason: "role raised", actorId: boss, preset: "x" });
  await grantTokens(db, { personId: ada, amount: 0, reason: "nothing", actorId: null });
  const [account] = await db.select().from(users).where(eq(users.id, ada));
  expect(account).toMatchObject({ quotaTokens: defaultQuotas.USER, quota: { tokens: 100_000, preset: "x" } });
  expect(
    await db.select().from(usageLog).where(eq(usageLog.payerId, ada)).orderBy(usageLog.id),
  ).toMatchObject([
    { kind: "grant", amount: 25_000, reason: "signed up", actorId: null },
    { kind: "grant", amount: 75_000, reason: "role raised", actorId: boss },
  ]);
  expect(await driftOf(db)).toEqual([]);
});

test("a grant never takes", async () => {
  const ada = await somebody();
  await expect(grantTokens(db, { personId: ada, amount: -1, reason: "x", actorId: null })).rejects.toThrow(
    RangeError,
  );
});

async function somebody(): Promise<string> {
  const id = randomUUID();
  await db.insert(users).values({ id, role: "GUEST", quota: { tokens: 0, preset: null }, quotaTokens: 0 });
  return id;
}
