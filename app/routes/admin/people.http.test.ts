import { randomUUID } from "node:crypto";
import { desc, eq, isNotNull, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { audit } from "#app/features/accounts/audit.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { runs } from "#db/schema/runs.ts";
import { users } from "#db/schema/people.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { startSite, type TestSite } from "#e2e/site.ts";

let site: TestSite;
type Account = Awaited<ReturnType<TestSite["account"]>>;
let grace: Account;

beforeAll(async () => {
  site = await startSite();
});
beforeEach(async () => {
  await site.db.update(users).set({ role: "USER" });
  grace = await site.account("ADMIN");
});
afterAll(() => site.stop());
afterEach(async () => expect(await brokenInvariants(site.db)).toEqual([]));

describe("a role", () => {
  test("AZ06 that is higher brings the budget it has more, in the log and the audit; a lower one takes nothing", async () => {
    const ada = await site.account("GUEST");
    const page = `/admin/users/${ada.personId}`;
    const changed = await grace.post(page, { intent: "role", role: "POWER_USER" });
    expect(changed.status).toBe(303);
    expect(await (await grace.get(changed.headers.get("location") ?? "")).text()).toContain(
      "The role is changed.",
    );
    expect(await stored(ada)).toMatchObject({ role: "POWER_USER", quotaTokens: 50_000 + 475_000 });
    expect((await ada.get("/admin")).status).toBe(200);
    await grace.post(page, { intent: "role", role: "USER" });
    expect(await stored(ada)).toMatchObject({ role: "USER", quotaTokens: 525_000 });
    expect((await ada.get("/admin")).status).toBe(404);
    const lines = await site.db.select().from(auditLog).where(eq(auditLog.subjectId, ada.personId));
    expect(lines.map(({ actorId, facts }) => [actorId, facts["from"], facts["to"]])).toEqual([
      [grace.personId, "GUEST", "POWER_USER"],
      [grace.personId, "POWER_USER", "USER"],
    ]);
  });

  test.each(["", "OWNER", "admin", "__proto__"])("that is none (%j) is refused", async (role) => {
    const ada = await site.account("USER");
    expect((await grace.post(`/admin/users/${ada.personId}`, { intent: "role", role })).status).toBe(400);
    expect(await stored(ada)).toMatchObject({ role: "USER" });
  });
});

test("AZ13 a role for somebody who is erased in this very moment: there is nobody like that any more", async () => {
  const ada = await site.account("USER");
  const changing = await site.db.transaction(async (transaction) => {
    await transaction.select().from(users).where(eq(users.id, ada.personId)).for("update");
    const changed = grace.post(`/admin/users/${ada.personId}.data`, { intent: "role", role: "POWER_USER" });
    await expect
      .poll(() => site.db.$count(sql`pg_stat_activity`, sql`wait_event_type = 'Lock'`))
      .toBeGreaterThan(0);
    await transaction.delete(users).where(eq(users.id, ada.personId));
    return { changed };
  });
  const answer = await changing.changed;
  expect(answer.status).toBe(404);
  expect(await answer.text()).not.toContain("last administrator");
});

describe("AZ09 the last administrator", () => {
  test("can neither step down nor shut themselves out, and is told what to do first", async () => {
    const own = `/admin/users/${grace.personId}`;
    for (const fields of [{ intent: "role", role: "USER" }, { intent: "disable" }] as Record<
      string,
      string
    >[]) {
      const answer = await grace.post(own, fields);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain("This is the last administrator.");
    }
    expect(await stored(grace)).toMatchObject({ role: "ADMIN", disabledAt: null });
  });

  test("stays, however many let each other go at once", async () => {
    const other = await site.account("ADMIN");
    const goes = (who: Account, whom: Account, fields: Record<string, string>) =>
      who.post(`/admin/users/${whom.personId}`, fields);
    await Promise.all([
      goes(grace, other, { intent: "role", role: "USER" }),
      goes(other, grace, { intent: "disable" }),
      goes(grace, grace, { intent: "role", role: "GUEST" }),
      goes(other, other, { intent: "disable" }),
    ]);
    const left = await site.db
      .select()
      .from(users)
      .where(sql`role = 'ADMIN' and disabled_at is null`);
    expect(left).toHaveLength(1);
  });

  test("may go once there is another", async () => {
    await site.account("ADMIN");
    expect(
      (await grace.post(`/admin/users/${grace.personId}`, { intent: "role", role: "USER" })).status,
    ).toBe(303);
  });
});

describe("a budget", () => {
  test("is added to and taken from as lines of the log, each with its reason", async () => {
    const ada = await site.account("USER");
    const page = `/admin/users/${ada.personId}`;
    await grace.post(page, {
      intent: "budget",
      direction: "add",
      amount: "10,000",
      reason: "A second month",
    });
    await grace.post(page, { intent: "budget", direction: "take", amount: "5 000", reason: "A slip" });
    expect(await stored(ada)).toMatchObject({ quotaTokens: 55_000 });
    const rows = await site.db
      .select()
      .from(usageLog)
      .where(eq(usageLog.payerId, ada.personId))
      .orderBy(desc(usageLog.id));
    expect(rows.slice(0, 2).map(({ amount, reason, actorId }) => [amount, reason, actorId])).toEqual([
      [-5_000, "A slip", grace.personId],
      [10_000, "A second month", grace.personId],
    ]);
  });

  test.each([
    ["many", "A reason", "Write a whole number"],
    ["0", "A reason", "Write a whole number"],
    ["-5", "A reason", "Write a whole number"],
    ["1e3", "A reason", "Write a whole number"],
    ["99999999999", "A reason", "Write a whole number"],
    ["50001", "A reason", "There are only 50,000 to take."],
    ["5", " ", "Say why"],
    ["5", "\0\u0000", "Say why"],
    ["5", "r".repeat(201), "Say why"],
  ])("%j because of %.12j is refused, and what was typed comes back", async (amount, reason, says) => {
    const ada = await site.account("USER");
    const fields = { intent: "budget", direction: "take", amount, reason };
    const answer = await grace.post(`/admin/users/${ada.personId}`, fields);
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain(says);
    expect(page).toContain(`value="${amount}"`);
    expect(await stored(ada)).toMatchObject({ quotaTokens: 50_000 });
  });
});

test("AU08 somebody who is shut out is out at once, with the reply on its way stopped; and may be let in again", async () => {
  const slow = await startSite({ SCRIPTED_PACE_MS: "200" });
  const admin = await slow.account("ADMIN");
  const ada = await slow.account("USER");
  const room = await ada.start("the-loan");
  await ada.say(room, "It's about the money.", { live: "yes" });
  const page = `/admin/users/${ada.personId}`;
  expect((await admin.post(page, { intent: "disable" })).status).toBe(303);
  expect((await ada.get(room)).status).toBe(303);
  expect(await slow.db.select().from(runs).where(eq(runs.status, "running"))).toEqual([]);
  expect(await (await admin.get(page)).text()).toContain("Open this account again");
  await admin.post(page, { intent: "enable" });
  expect((await ada.get(room)).status, "the sessions of before stay ended").toBe(303);
  const [stands] = await slow.db.select().from(users).where(eq(users.id, ada.personId));
  expect(stands).toMatchObject({ disabledAt: null, sessionEpoch: 1 });
  await slow.stop();
});

describe("the pages", () => {
  test("AZ08 tell how much somebody practised and when, and never a word of it", async () => {
    const ada = await site.account("USER");
    const room = await ada.start("the-loan");
    await ada.say(room, "CANARY, you owe me money.");
    for (const path of [`/admin/users/${ada.personId}`, "/admin/users", "/admin/audit"]) {
      for (const shape of [path, `${path}.data`]) {
        const page = await (await grace.get(shape)).text();
        expect(page).not.toContain("CANARY");
        expect(page).not.toMatch(/loan/i);
      }
    }
    expect(await (await grace.get(`/admin/users/${ada.personId}`)).text()).toMatch(
      /Conversations<\/dt><dd[^>]*>1</,
    );
  });

  test("name the person in their title, and say when a guest's invitation was withdrawn", async () => {
    await site.guest();
    const [guest] = await site.db
      .select({ id: users.id, invitationId: users.invitationId })
      .from(users)
      .where(isNotNull(users.invitationId))
      .orderBy(desc(users.createdAt));
    const at = `/admin/users/${guest?.id}`;
    const open = await (await grace.get(at)).text();
    expect(open).toContain("<title>A guest · Conversation Coach</title>");
    expect(open).toContain("May come in");
    await grace.post(`/admin/invitations/${guest?.invitationId}`, { intent: "revoke" });
    expect(await (await grace.get(at)).text()).toContain("Out: the invitation was withdrawn");
    expect(await (await grace.get("/admin/users")).text()).toContain("Access over");
  });

  test("find people by a part of their name or address, letter by letter, and take any text", async () => {
    const ada = await site.account("USER");
    await site.db
      .update(users)
      .set({ name: "Ada 100%_x\\", email: "ada@x.example" })
      .where(eq(users.id, ada.personId));
    for (const search of ["100%", "%_x\\", "ADA@X", ada.personId, ada.personId.toUpperCase()])
      expect(await found(search), search).toContain("Ada 100%");
    for (const search of ["1%00", "a_a", "%%", "\0", "x".repeat(5_000), "'; drop table users; --"])
      expect((await grace.get(`/admin/users?${new URLSearchParams({ search })}`)).status, search).toBe(200);
    expect(await found("a_a")).toContain("Nobody like that");
    expect((await grace.get("/admin/users?page=99999&role=nobody")).status).toBe(200);
  });

  test("the audit is shown by deed and by person, the latest first, fifty on a page", async () => {
    const subject = { kind: "site", id: null } as const;
    for (let number = 1; number <= 51; number++)
      await audit(site.db, { actorId: grace.personId, deed: "bell rung", subject, facts: { number } });
    await audit(site.db, { actorId: null, deed: "bell mended", subject });
    const rung = await (await grace.get(`/admin/audit?deed=bell+rung&actor=${grace.personId}`)).text();
    expect(rung).toContain("number: 51");
    expect(rung).not.toContain("number: 1<");
    expect(rung).toContain("Page 1 of 2");
    const older = await (
      await grace.get(`/admin/audit?deed=bell+rung&actor=${grace.personId}&page=2`)
    ).text();
    expect(older).toContain("number: 1<");
    expect(await (await grace.get(`/admin/audit?deed=bell+mended`)).text()).toContain("by the program");
    expect(await (await grace.get(`/admin/audit?actor=${randomUUID()}`)).text()).toContain("No such line");
    expect((await grace.get("/admin/audit?actor=%00&deed=%00&page=-1")).status).toBe(200);
  });

  test.each([randomUUID(), "x", "%00"])("of nobody (%s) are not there", async (id) => {
    expect((await grace.get(`/admin/users/${id}`)).status).toBe(404);
    expect((await grace.post(`/admin/users/${id}`, { intent: "disable" })).status).toBe(404);
  });

  test("show who may only invite nothing but invitations", async () => {
    const inviter = await site.account("POWER_USER");
    const page = await (await inviter.get("/admin")).text();
    expect(page).toContain('href="/admin/invitations"');
    expect(page).not.toMatch(/href="\/admin\/(users|audit|usage|presets)"/);
  });
});

async function found(search: string): Promise<string> {
  return (await grace.get(`/admin/users?${new URLSearchParams({ search })}`)).text();
}

async function stored({ personId }: Account) {
  const [row] = await site.db.select().from(users).where(eq(users.id, personId));
  return row;
}
