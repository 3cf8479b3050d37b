import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { quotaPresets } from "#db/schema/budgets.ts";
import { seedDatabase } from "#db/seeds/seed.ts";
import { freshDatabase } from "#db/testing.ts";
import { changePresets } from "./change-presets.server.ts";
import { presetFormSchema } from "./forms.ts";
import { presetsInOrder } from "./queries.server.ts";

let db: Database;
let close: () => Promise<void>;
const ada = "00000000-0000-7000-8000-00000000ada0";

beforeAll(async () => {
  ({ db, close } = openDatabase((await freshDatabase()).url));
  await seedDatabase(db);
});
afterAll(() => close());

test("presets are made at the end, moved, changed and deleted, and each deed is written down", async () => {
  expect(await names()).toEqual(["Short conversation (25k)", "Therapy session (50k)"]);
  await changePresets(db, ada, { intent: "make", name: "Taster", tokens: 5_000 });
  const { id } = await called("Taster");
  for (const direction of ["up", "up", "up"] as const)
    expect(await changePresets(db, ada, { intent: "move", id, direction })).toEqual({ ok: true });
  await changePresets(db, ada, { intent: "move", id, direction: "down" });
  expect(await names()).toEqual(["Short conversation (25k)", "Taster", "Therapy session (50k)"]);

  const was = { id, wasName: "Taster", wasTokens: 5_000 };
  await changePresets(db, ada, { intent: "change", name: "A taste", tokens: 6_000, ...was });
  expect(await called("A taste")).toMatchObject({ id, tokens: 6_000 });
  await changePresets(db, ada, { intent: "delete", id, wasName: "A taste", wasTokens: 6_000 });
  expect(await names()).toHaveLength(2);
  const deeds = await db.select({ deed: auditLog.deed }).from(auditLog).orderBy(auditLog.id);
  expect(deeds.map(({ deed }) => deed)).toEqual(["preset made", "preset changed", "preset deleted"]);
});

test("of two who change or delete the same preset at once, the second is told and writes nothing", async () => {
  const { id, name, tokens } = await called("Short conversation (25k)");
  const was = { id, wasName: name, wasTokens: tokens };
  const both = await Promise.all([
    changePresets(db, ada, { intent: "change", name: "Short", tokens: 20_000, ...was }),
    changePresets(db, ada, { intent: "change", name: "Shorter", tokens: 10_000, ...was }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "conflict" });
  expect(await changePresets(db, ada, { intent: "delete", ...was })).toEqual({
    ok: false,
    reason: "conflict",
  });
});

test("a name is taken once", async () => {
  const taken = { intent: "make" as const, name: "Therapy session (50k)", tokens: 1_000 };
  expect(await changePresets(db, ada, taken)).toEqual({ ok: false, reason: "name-taken" });
});

test("what an admin deleted stays away after the next start", async () => {
  const { id, name, tokens } = await called("Therapy session (50k)");
  await changePresets(db, ada, { intent: "delete", id, wasName: name, wasTokens: tokens });
  await seedDatabase(db);
  expect(await db.$count(quotaPresets)).toBe(1);
});

test.each([
  { intent: "make", name: "", tokens: "5000" },
  { intent: "make", name: "a".repeat(61), tokens: "5000" },
  { intent: "make", name: "A", tokens: "999" },
  { intent: "make", name: "A", tokens: "5e3" },
  { intent: "make", name: "A", tokens: "5000", role: "ADMIN" },
  { intent: "move", id: "x", direction: "up" },
])("a form that makes no sense is none: %o", (fields) => {
  expect(presetFormSchema.safeParse(fields).success).toBe(false);
});

async function names(): Promise<string[]> {
  return (await presetsInOrder(db)).map(({ name }) => name);
}

async function called(name: string) {
  const preset = (await presetsInOrder(db)).find((one) => one.name === name);
  if (!preset) throw new Error(`no preset ${name}`);
  return preset;
}
