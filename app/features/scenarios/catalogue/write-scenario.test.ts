import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setStage, type Stage } from "#app/features/practice/practice-testing.ts";
import { publishedScenario } from "#app/features/scenarios/queries.server.ts";
import { scenarios } from "#db/schema/scenarios.ts";
import theLoan from "#db/seeds/scenarios/the-loan.ts";
import { seedDatabase } from "#db/seeds/seed.ts";
import { catalogueScenario } from "./queries.server.ts";
import { changeScenario, showScenario, writeScenario } from "./write-scenario.server.ts";

let stage: Stage;
let grace: string;
beforeAll(async () => {
  stage = await setStage();
  grace = await stage.person();
});
afterAll(() => stage.close());

test("two who change a scenario at once make one version: the second is told, and nothing is written over", async () => {
  const id = await idOf("the-loan");
  const { version: first = 0 } = (await catalogueScenario(stage.db, id)) ?? {};
  // Many times: who waits for whom, and when, is never the same.
  for (let was = first; was < first + 20; was++) {
    const titles = ["One title", "Another title", "A third title"].map((title) => `${title} ${was}`);
    const changed = await Promise.all(
      titles.map((title) => changeScenario(stage.db, grace, { id, was, content: { ...theLoan, title } })),
    );
    expect(changed.toSorted()).toEqual(["changed", "conflict", "conflict"]);
    const stands = await catalogueScenario(stage.db, id);
    const title = titles[changed.indexOf("changed")];
    expect(stands).toMatchObject({ version: was + 1, byHand: true, title });
  }
});

test("seeding again leaves what was edited, and what was unpublished, as it is", async () => {
  const id = await idOf("dads-car-keys");
  const content = { ...theLoan, title: "Edited here" };
  expect(await changeScenario(stage.db, grace, { id, was: 1, content })).toBe("changed");
  expect(await showScenario(stage.db, grace, { id, published: false })).toBe(true);
  await seedDatabase(stage.db);
  expect(await catalogueScenario(stage.db, id)).toMatchObject({ title: "Edited here", status: "archived" });
  expect(await publishedScenario(stage.db, "dads-car-keys")).toBeNull();
  expect(await showScenario(stage.db, grace, { id, published: false })).toBe(false);
});

test("two of one title have an address each, and the same form twice is one scenario", async () => {
  const ids = [randomUUID(), randomUUID()];
  const content = { ...theLoan, title: "Über den Zaun" };
  await Promise.all([...ids, ...ids].map((id) => writeScenario(stage.db, grace, { id, content })));
  const slugs = await Promise.all(ids.map(async (id) => (await catalogueScenario(stage.db, id))?.slug ?? ""));
  expect(slugs.toSorted()).toEqual(["uber-den-zaun", "uber-den-zaun-2"]);
  expect(await publishedScenario(stage.db, "uber-den-zaun")).toBeNull();
});

test("a learner's own is not in reach of these pages", async () => {
  const id = randomUUID();
  await stage.db.insert(scenarios).values({ id, slug: `own-${id}`, status: "draft", ownerId: grace });
  expect(await catalogueScenario(stage.db, id)).toBeNull();
  expect(await changeScenario(stage.db, grace, { id, was: 1, content: theLoan })).toBe("not-found");
  expect(await showScenario(stage.db, grace, { id, published: true })).toBe(false);
});

async function idOf(slug: string): Promise<string> {
  const [row] = await stage.db.select().from(scenarios).where(eq(scenarios.slug, slug));
  return row?.id ?? "";
}
