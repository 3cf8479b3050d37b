import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedDatabase } from "#db/seeds/seed.ts";
import { auditLog } from "#db/schema/audit.ts";
import { scenarios, scenarioVersions } from "#db/schema/scenarios.ts";
import { startSite, type TestSite } from "#e2e/site.ts";
import { scenarioFields } from "#e2e/written-fields.ts";

let site: TestSite;
let grace: Awaited<ReturnType<TestSite["account"]>>;
beforeAll(async () => {
  site = await startSite();
  grace = await site.account("ADMIN");
});
afterAll(() => site.stop());

describe("a scenario of the catalogue", () => {
  test("is edited in a plain form as a new version, for who begins from now on, and seeding leaves it so", async () => {
    const { page } = await catalogued("the-loan");
    const room = await grace.start("the-loan");
    const fields = await formOf(page);
    fields.set("title", "The loan, once more");
    fields.set("intent", "change");
    const changed = await grace.post(page, fields);
    expect(changed.headers.get("location")).toBe(`${page}?done=changed`);
    expect(await (await site.visitor().get("/scenarios/the-loan")).text()).toContain("The loan, once more");
    expect(await (await grace.get(room)).text()).not.toContain("The loan, once more");
    await seedDatabase(site.db);
    expect(await (await site.visitor().get("/scenarios/the-loan")).text()).toContain("The loan, once more");
    expect(await deeds(page)).toEqual(["scenario changed"]);

    const same = await grace.post(page, await formOf(page, "change"));
    expect(same.headers.get("location")).toBe(`${page}?done=same`);
    const stale = await grace.post(page, fields);
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain("somebody else has changed this scenario");
    expect(await versions(page)).toBe(2);
  });

  test("that is wrong is not kept, and everything typed comes back", async () => {
    const { page } = await catalogued("dads-car-keys");
    const fields = await formOf(page, "change");
    fields.delete("position");
    fields.set("summary", "Too short <&> CANARY");
    fields.set("minutes", "many");
    const answer = await grace.post(page, fields);
    expect(answer.status).toBe(400);
    const said = await answer.text();
    expect(said).toContain("Every topic needs a position");
    expect(said).toContain("A whole number from 5 to 30.");
    expect(said).toContain("Too short &lt;&amp;&gt; CANARY");
    expect(await versions(page)).toBe(1);
  });

  test("is unpublished and published again, which everybody sees at once and seeding does not undo", async () => {
    const { page } = await catalogued("credit-where-due");
    expect((await grace.post(page, { intent: "unpublish" })).status).toBe(303);
    await seedDatabase(site.db);
    for (const path of ["/scenarios/credit-where-due", "/scenarios/credit-where-due.data"])
      expect((await site.visitor().get(path)).status).toBe(404);
    expect(await (await site.visitor().get("/sitemap.xml")).text()).not.toContain("credit-where-due");
    expect(await (await grace.get("/admin/scenarios")).text()).toContain("credit-where-due");
    await grace.post(page, { intent: "unpublish" });
    await grace.post(page, { intent: "publish" });
    expect((await site.visitor().get("/scenarios/credit-where-due")).status).toBe(200);
    expect(await deeds(page)).toEqual(["scenario unpublished", "scenario published"]);
  });
});

describe("a new scenario", () => {
  test("is written in the same form, unpublished, once, at an address of its own", async () => {
    const { page } = await catalogued("the-promised-raise");
    const fields = await formOf(page);
    const scenarioId = crypto.randomUUID();
    fields.set("scenarioId", scenarioId);
    for (const hidden of ["moveId", "secretId", "stepId", "topicWas", "intent", "was"]) fields.delete(hidden);
    fields.set("title", "The promised raise");
    const [first] = await Promise.all([
      grace.post("/admin/scenarios", fields),
      grace.post("/admin/scenarios", fields),
    ]);
    expect(first?.headers.get("location")).toBe(`/admin/scenarios/${scenarioId}?done=written`);
    const rows = await site.db.select().from(scenarios).where(eq(scenarios.id, scenarioId));
    expect(rows).toMatchObject([{ status: "draft", ownerId: null }]);
    const slug = rows[0]?.slug ?? "";
    expect((await site.visitor().get(`/scenarios/${slug}`)).status).toBe(404);
    await grace.post(`/admin/scenarios/${scenarioId}`, { intent: "publish" });
    expect((await site.visitor().get(`/scenarios/${slug}`)).status).toBe(200);
    const room = await grace.start(slug);
    await grace.say(room, "You promised me a raise in October, and I need to know where that stands.");
    expect(await deeds(`/admin/scenarios/${scenarioId}`)).toEqual(["scenario written", "scenario published"]);
  });

  test("is refused with everything that was typed, also where nearly nothing was", async () => {
    const answer = await grace.post("/admin/scenarios", { title: "A title of mine" });
    expect(answer.status).toBe(400);
    const said = await answer.text();
    expect(said).toContain('value="A title of mine"');
    expect(said).toContain("At least 3 of these, please.");
  });

  test.each(["x", "%00", crypto.randomUUID()])("that is none (%s) is not there", async (id) => {
    expect((await grace.get(`/admin/scenarios/${id}`)).status).toBe(404);
    expect((await grace.post(`/admin/scenarios/${id}`, { intent: "publish" })).status).toBe(404);
  });
});

async function catalogued(slug: string) {
  const [row] = await site.db.select().from(scenarios).where(eq(scenarios.slug, slug));
  return { page: `/admin/scenarios/${row?.id}` };
}

async function formOf(page: string, intent = ""): Promise<URLSearchParams> {
  const fields = scenarioFields(await (await grace.get(page)).text());
  if (intent !== "") fields.set("intent", intent);
  return fields;
}

async function deeds(page: string): Promise<string[]> {
  const lines = await site.db
    .select({ deed: auditLog.deed })
    .from(auditLog)
    .where(eq(auditLog.subjectId, page.replace("/admin/scenarios/", "")))
    .orderBy(auditLog.id);
  return lines.map(({ deed }) => deed);
}

function versions(page: string): Promise<number> {
  return site.db.$count(
    scenarioVersions,
    eq(scenarioVersions.scenarioId, page.replace("/admin/scenarios/", "")),
  );
}
