import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { eq, getTableName, inArray, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { uuidv7 } from "uuidv7";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { disablePerson } from "#app/features/accounts/disable-person.server.ts";
import { signOutEverywhere } from "#app/features/accounts/sign-out.server.ts";
import { changeRole } from "#app/features/budgets/change-role.server.ts";
import { driftOf } from "#app/features/budgets/drift.server.ts";
import { grantedBefore } from "#app/features/budgets/former-accounts.server.ts";
import type { OwnConversation } from "#app/features/conversations/queries.server.ts";
import { hashToken } from "#app/features/invitations/invitation-token.server.ts";
import { makeInvitation } from "#app/features/invitations/make-invitation.server.ts";
import { invitationFor } from "#app/features/invitations/queries.server.ts";
import { redeemInvitation } from "#app/features/invitations/redeem-invitation.server.ts";
import { refundUnused } from "#app/features/invitations/refund-unused.server.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { saying, setStage, type Stage } from "#app/features/practice/practice-testing.ts";
import { stopPerson } from "#app/features/practice/stop-person.server.ts";
import { takeTurn } from "#app/features/practice/turns/take-turn.server.ts";
import { inTransaction } from "#db/failures.ts";
import { auditLog } from "#db/schema/audit.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { conversationSessions } from "#db/schema/conversations.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";
import { runs } from "#db/schema/runs.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { eraseConversation, erasePerson } from "./erase.server.ts";
import { exportDocument } from "./export-document.tsx";
import { exportOf } from "./export.server.ts";
import { eraseUnusedGuests } from "./retention.server.ts";

const keys = ["ab".repeat(32), "cd".repeat(32)];
const canary = "CANARY-7f3a";
const long = Array.from({ length: 300 }, () => "word ");

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
afterEach(async () => {
  expect(await brokenInvariants(stage.db)).toEqual([]);
  expect(await driftOf(stage.db)).toEqual([]);
});

describe("erasing a person", () => {
  test("PR05 leaves no word of theirs in any table, and every amount in the log", async () => {
    const practice = stage.instance(saying([`${canary} you say? `, "Well."]));
    const ada = await stage.person();
    await stage.db
      .update(users)
      .set({ name: canary, email: `${canary}@example.org`, googleSubject: canary })
      .where(eq(users.id, ada));
    await stage.db.insert(invitations).values({ ...anInvitation(), createdBy: ada });
    const own = await stage.conversation(practice, ada);
    await say(practice, own);
    await practice.live.drain(5_000);
    const logged = await logOf(ada);
    expect(logged.length).toBeGreaterThan(1);
    expect(await tablesWith(canary)).toEqual(["invitations", "messages", "turns", "users"]);

    expect(await erasePerson(practice, ada, keys)).toBe("erased");
    expect(await tablesWith(canary)).toEqual([]);
    expect(await logOf(ada)).toEqual(logged);
    // Opaque, and where it may stay.
    expect(await tablesWith(ada)).toEqual(["audit_log", "invitations", "usage_log"]);
    expect(await erasePerson(practice, ada, keys)).toBe("not-found");
  });

  test("PR04 while a reply is on its way stops it first, on another instance too; what wakes up later writes nothing", async () => {
    const writer = stage.instance(saying(long, { paceMs: 10 }));
    const ada = await stage.person();
    const rooms = [await stage.conversation(writer, ada), await stage.conversation(writer, ada)];
    for (const own of rooms) await say(writer, own);
    const began = performance.now();
    expect(await erasePerson(stage.instance(saying([])), ada, keys)).toBe("erased");
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(await rowsOf(ada)).toBe(0);
    await writer.live.drain(5_000);
    expect(await rowsOf(ada)).toBe(0);
    const uses = (await logOf(ada)).filter(({ kind }) => kind === "use");
    expect(uses.filter(({ amount }) => amount < 0)).toHaveLength(2);
  });

  test("PR04 does not wait for a writer that is dead: its runs are settled with it, and a late settle finds no row", async () => {
    const writer = stage.instance(saying(long, { paceMs: 10 }));
    const warned: string[] = [];
    writer.log = (_, what) => void warned.push(what);
    const ada = await stage.person();
    const own = await stage.conversation(writer, ada);
    await say(writer, own);
    await sleep(100);
    // It sees no stop and renews no lease, but goes on and will want to settle.
    writer.keeper.keep = () => {};
    const lane = writer.live.of(own.id)[0];
    if (lane) await writer.keeper.release(lane);
    vi.useFakeTimers({ toFake: ["performance"] });
    const erasing = erasePerson(stage.instance(saying([])), ada, keys);
    await sleep(100);
    vi.setSystemTime(Date.now());
    vi.advanceTimersByTime(6_000);
    expect(await erasing).toBe("erased");
    vi.useRealTimers();
    expect(await rowsOf(ada)).toBe(0);
    await writer.live.drain(0);
    expect(warned).toContain("lane was taken over");
    // What had been said is paid for, by the log alone.
    expect((await logOf(ada)).filter(({ kind }) => kind === "use")).toHaveLength(1);
    expect(await rowsOf(ada)).toBe(0);
  });

  test("PR04 crosses with turns that are taken and conversations that are begun, and leaves nothing", async () => {
    const practice = stage.instance(saying(["Yes. ", "No."], { paceMs: 5 }));
    for (let round = 0; round < 4; round++) {
      const ada = await stage.person();
      const rooms = await Promise.all(Array.from({ length: 4 }, () => stage.conversation(practice, ada)));
      const crossing = Promise.allSettled([
        ...rooms.map((own) => say(practice, own)),
        ...rooms.map(async () => say(practice, await stage.conversation(practice, ada))),
      ]);
      await sleep(round * 4);
      expect(await erasePerson(practice, ada, keys)).toBe("erased");
      await crossing;
      await practice.live.drain(5_000);
      expect(await rowsOf(ada)).toBe(0);
    }
  });

  test("never refills a budget: the seat stays taken, and a Google account that comes back is known", async () => {
    const practice = stage.instance(saying(["Yes."]));
    const quota = { tokens: 50_000, preset: null };
    const token = await makeInvitation(stage.db, { label: "x", source: "person", seats: 1, quota, days: 1 });
    const guest = await redeemInvitation(stage.db, token);
    const ownerId = guest?.personId ?? "";
    await say(practice, await stage.conversation(practice, ownerId));
    await erasePerson(practice, ownerId, keys);
    expect(await redeemInvitation(stage.db, token)).toBeNull();
    expect(await invitationFor(stage.db, token)).toMatchObject({ standing: "used-up" });

    const grace = await stage.person();
    await stage.db
      .update(users)
      .set({ googleSubject: "118204991234506", role: "USER" })
      .where(eq(users.id, grace));
    expect(await grantedBefore(stage.db, keys, "118204991234506")).toBe(0);
    await erasePerson(practice, grace, keys.slice(1));
    expect(await grantedBefore(stage.db, keys, "118204991234506")).toBe(100_000);
    expect(await grantedBefore(stage.db, keys, "118204991234507")).toBe(0);
    expect(await grantedBefore(stage.db, keys.slice(0, 1), "118204991234506")).toBe(0);
    expect(await tablesWith("118204991234506")).toEqual([]);
  });

  test("IN19 frees a seat on which nothing was said, so that claiming and deleting uses none up", async () => {
    const practice = stage.instance(saying(["Yes."]));
    const inviter = await stage.person(100_000);
    const { id, quotaTokens, ...rest } = { ...anInvitation(), quotaTokens: 1_000, seats: 2 };
    const token = randomUUID();
    await stage.db.insert(invitations).values({
      ...rest,
      ...{ id, quotaTokens, tokenHash: hashToken(token), createdBy: inviter, fundedBy: inviter },
      quota: { tokens: quotaTokens, preset: null },
    });
    for (let round = 0; round < 3; round++) {
      const claimed = await Promise.all([1, 2].map(() => redeemInvitation(stage.db, token)));
      await Promise.all(claimed.map((guest) => erasePerson(practice, guest?.personId ?? "", keys)));
    }
    expect(await stage.db.select().from(invitations).where(eq(invitations.id, id))).toMatchObject([
      { seatsTaken: 0, usage: { seats: 0 } },
    ]);
    expect(await redeemInvitation(stage.db, token)).not.toBeNull();
    await stage.db.transaction((transaction) => refundUnused(transaction, id));
    const logged = await logOf(inviter);
    expect(logged.at(-1)).toMatchObject({ kind: "transfer", amount: 2 * quotaTokens });
  });

  test("AZ13 crosses with what administrators do to each other, and nobody is told of a fault", async () => {
    const practice = stage.instance(saying(["Yes."]));
    const before = await deadlocks();
    for (let round = 0; round < 12; round++) {
      const [first = "", second = "", third = "", fourth = ""] = await Promise.all(
        [1, 2, 3, 4].map(() => stage.person()),
      );
      await stage.db
        .update(users)
        .set({ role: "ADMIN" })
        .where(inArray(users.id, [first, second, third, fourth]));
      const change = { actorId: first, role: "USER", reason: "test" } as const;
      await Promise.all([
        erasePerson(practice, fourth, keys),
        erasePerson(practice, third, keys),
        disablePerson(stage.db, { actorId: fourth, personId: third }),
        disablePerson(stage.db, { actorId: fourth, personId: second }),
        inTransaction(stage.db, (transaction) => changeRole(transaction, { ...change, personId: second })),
        inTransaction(stage.db, (transaction) => changeRole(transaction, { ...change, personId: fourth })),
        signOutEverywhere(stage.db, third),
      ]);
      await stage.db.update(users).set({ role: "USER" }).where(eq(users.role, "ADMIN"));
    }
    // Nobody waited for each other either: all lock in one order.
    expect(await deadlocks()).toBe(before);
  });

  test("takes along the guests they were, and closes their links without ending anybody else's", async () => {
    const practice = stage.instance(saying(["Yes."]));
    const [ada, formerGuest] = [await stage.person(), await stage.person()];
    await stage.db.update(users).set({ movedTo: ada }).where(eq(users.id, formerGuest));
    const link = anInvitation();
    await stage.db.insert(invitations).values({ ...link, createdBy: ada, seatsTaken: 1 });
    const visitor = await stage.person();
    await stage.db
      .update(users)
      .set({ invitationId: link.id, seat: "used", seatHeldUntil: null })
      .where(eq(users.id, visitor));
    await erasePerson(practice, ada, keys);
    expect(await rowsOf(formerGuest)).toBe(0);
    const [closed] = await stage.db.select().from(invitations).where(eq(invitations.id, link.id));
    expect(closed).toMatchObject({ label: "someone who has left", note: null });
    expect(closed?.closedAt).not.toBeNull();
    expect(await stage.db.select().from(users).where(eq(users.id, visitor))).toHaveLength(1);
  });
});

test("AZ09 who steps down must leave an administrator who can still come in", async () => {
  const [ada, guest, moved] = [await stage.person(), await stage.person(), await stage.person()];
  for (const id of [ada, guest, moved])
    await stage.db.update(users).set({ role: "ADMIN" }).where(eq(users.id, id));
  await stage.db
    .update(users)
    .set({ expiresAt: sql`clock_timestamp()` })
    .where(eq(users.id, guest));
  await stage.db.update(users).set({ movedTo: ada }).where(eq(users.id, moved));
  const stepsDown = { actorId: ada, personId: ada, role: "USER", reason: "test" } as const;
  expect(await changeRole(stage.db, stepsDown)).toEqual({ ok: false, reason: "last-admin" });
  expect(await disablePerson(stage.db, stepsDown)).toEqual({ ok: false, reason: "last-admin" });
  expect(await changeRole(stage.db, { ...stepsDown, personId: guest })).toEqual({ ok: true });
  await stage.db.update(users).set({ role: "USER" });
});

test("AZ09 the last administrator is not erased, and keeps everything", async () => {
  const practice = stage.instance(saying(["Yes."]));
  const [first, second] = [await stage.person(), await stage.person()];
  for (const id of [first, second])
    await stage.db.update(users).set({ role: "ADMIN" }).where(eq(users.id, id));
  for (const id of [first, second]) await stage.conversation(practice, id);
  const outcomes = await Promise.all([first, second].map((id) => erasePerson(practice, id, keys)));
  expect(new Set(outcomes)).toEqual(new Set(["erased", "last-admin"]));
  const [left] = await stage.db.select().from(users).where(eq(users.role, "ADMIN"));
  expect([first, second]).toContain(left?.id);
  expect(await rowsOf(left?.id ?? "")).toBe(2);
  await stage.db.update(users).set({ role: "USER" });
});

describe("deleting one conversation", () => {
  test("stops its reply first; what it cost stays, what it held back comes back, the others stay", async () => {
    const practice = stage.instance(saying(long, { paceMs: 10 }));
    const ada = await stage.person();
    const [own, other] = [await stage.conversation(practice, ada), await stage.conversation(practice, ada)];
    await say(practice, own);
    await sleep(60);
    expect(await eraseConversation(practice, own)).toBe(true);
    const [account] = await stage.db.select().from(users).where(eq(users.id, ada));
    expect(account?.reservedTokens).toBe(0);
    expect(account?.usedTokens).toBeGreaterThan(0);
    expect(await stage.db.select().from(runs).where(eq(runs.conversationId, own.id))).toEqual([]);
    expect(
      await stage.db.select().from(conversationSessions).where(eq(conversationSessions.ownerId, ada)),
    ).toMatchObject([{ id: other.id }]);
    expect(await eraseConversation(practice, own)).toBe(false);
    await practice.live.drain(5_000);
  });

  test("of somebody else's does nothing", async () => {
    const practice = stage.instance(saying(["Yes."]));
    const own = await stage.conversation(practice, await stage.person());
    expect(await eraseConversation(practice, { ...own, ownerId: await stage.person() })).toBe(false);
    expect(
      await stage.db.select().from(conversationSessions).where(eq(conversationSessions.id, own.id)),
    ).toHaveLength(1);
  });
});

test("stopping a person stops every reply of theirs at once, and nobody else's", async () => {
  const practice = stage.instance(saying(long, { paceMs: 10 }));
  const [ada, grace] = [await stage.person(), await stage.person()];
  for (const who of [ada, ada, ada, grace]) await say(practice, await stage.conversation(practice, who));
  const began = performance.now();
  expect(await stopPerson(stage.instance(saying([])), ada)).toBe(true);
  expect(performance.now() - began).toBeLessThan(2_000);
  const lanes = async (who: string) =>
    stage.db
      .select({ status: runs.status })
      .from(runs)
      .where(sql`payer_id = ${who} and lane = 'partner'`);
  expect(await lanes(ada)).toEqual([{ status: "stopped" }, { status: "stopped" }, { status: "stopped" }]);
  expect(await lanes(grace)).toEqual([{ status: "running" }]);
  await practice.live.drain(0);
});

describe("PR06 what guests left unused", () => {
  test("goes 30 days after its last use, once, however many instances look; their budget stays while they may come in", async () => {
    const practice = stage.instance(saying(["Yes."]));
    const [old, recent, over, user] = await Promise.all([1, 2, 3, 4].map(() => stage.person()));
    for (const who of [old, recent, over, user])
      await say(practice, await stage.conversation(practice, who ?? ""));
    await practice.live.drain(5_000);
    await stage.db
      .update(users)
      .set({ role: "USER" })
      .where(eq(users.id, user ?? ""));
    for (const who of [old, over, user]) await unusedFor(who ?? "", "30 days 1 minute");
    await unusedFor(recent ?? "", "29 days 23 hours");
    await stage.db
      .update(users)
      .set({ expiresAt: sql`clock_timestamp() - interval '1 minute'` })
      .where(eq(users.id, over ?? ""));

    const erased = await Promise.all(Array.from({ length: 5 }, () => eraseUnusedGuests(stage.db)));
    expect(erased.reduce((sum, one) => sum + one, 0)).toBe(2);
    expect(await eraseUnusedGuests(stage.db)).toBe(0);
    expect(await Promise.all([old, recent, over, user].map((who) => rowsOf(who ?? "")))).toEqual([
      1, 2, 0, 2,
    ]);
  });

  test("IN19 waits for the seat nobody used, which goes back to whoever funded it", async () => {
    const over = await stage.person();
    await unusedFor(over, "31 days");
    const ended = sql`clock_timestamp() - interval '1 minute'`;
    const [guest] = await stage.db
      .update(users)
      .set({ expiresAt: ended })
      .where(eq(users.id, over))
      .returning();
    const id = guest?.invitationId ?? "";
    await stage.db.update(invitations).set({ expiresAt: ended }).where(eq(invitations.id, id));
    expect(await eraseUnusedGuests(stage.db)).toBe(0);
    await stage.db.transaction((transaction) => refundUnused(transaction, id));
    expect(await stage.db.select().from(invitations).where(eq(invitations.id, id))).toMatchObject([
      { seatsTaken: 0 },
    ]);
    expect(await eraseUnusedGuests(stage.db)).toBe(1);
  });

  test("is counted by the database's clock, and what was interrupted goes on next time", async () => {
    const practice = stage.instance(saying(["Yes."]));
    const people = await Promise.all([1, 2, 3].map(() => stage.person()));
    for (const who of people) await stage.conversation(practice, who);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 90 * 86_400_000 });
    expect(await eraseUnusedGuests(stage.db)).toBe(0);
    vi.useRealTimers();
    for (const who of people) await unusedFor(who, "31 days");
    let looks = 0;
    expect(await eraseUnusedGuests(stage.db, () => ++looks > 1)).toBe(1);
    expect(await eraseUnusedGuests(stage.db)).toBe(2);
  });
});

describe("PR03 the export", () => {
  test("holds everything of theirs and nothing of anybody else's, as data and as a page", async () => {
    const practice = stage.instance(saying(["<b>No</b> & ", "yes."]));
    const [ada, grace] = [await stage.person(), await stage.person()];
    const own = await stage.conversation(practice, ada);
    await say(practice, own, "My <script>words</script>");
    await say(practice, await stage.conversation(practice, grace), canary);
    await practice.live.drain(5_000);
    await say(practice, own, "And more.");
    await practice.live.drain(5_000);

    const taken = await exportOf(stage.db, ada);
    if (!taken) throw new Error("nothing to take");
    const text = JSON.stringify(taken);
    expect(JSON.parse(text)).toMatchObject({ person: { id: ada }, guests: [] });
    expect(text).not.toContain(canary);
    expect(text).not.toContain(grace);
    expect(text).not.toMatch(/resistance|tokenHash|"state"/);
    const [conversation] = taken.conversations;
    expect(conversation?.turns).toHaveLength(3);
    expect(conversation?.messages.map((message) => message.text)).toEqual(
      expect.arrayContaining(["My <script>words</script>", "<b>No</b> & yes.", "And more."]),
    );
    expect(taken.budget.reduce((sum, { amount }) => sum + amount, 0)).toBe(
      50_000 - (taken.person.usedTokens ?? 0),
    );

    const page = exportDocument(taken);
    expect(page).toContain("My &lt;script&gt;words&lt;/script&gt;");
    expect(page).toContain("&lt;b&gt;No&lt;/b&gt; &amp; yes.");
    expect(page).not.toContain("<script");
  });

  test("of nobody is nothing", async () => {
    expect(await exportOf(stage.db, randomUUID())).toBeNull();
  });
});

test("PR05 erasing is written down with an id and no more", async () => {
  const ada = await stage.person();
  await erasePerson(stage.instance(saying([])), ada, keys);
  const [line] = await stage.db.select().from(auditLog).where(eq(auditLog.subjectId, ada));
  expect(line).toMatchObject({ deed: "person erased", actorId: ada, facts: { role: "GUEST" } });
});

function say(practice: Practice, own: OwnConversation, text = `${canary}, Ruth.`) {
  return takeTurn(practice, own, { turnId: randomUUID(), parentId: null, text });
}

function anInvitation() {
  const quota = { tokens: 1, preset: null };
  return {
    ...{ id: uuidv7(), tokenHash: uuidv7(), label: canary, note: canary, source: "person" as const },
    ...{ quota, quotaTokens: 1, seats: 5, expiresAt: sql`clock_timestamp() + interval '1 day'` },
  };
}

/** As the database's own statistics say, which come a second late. */
async function deadlocks(): Promise<number> {
  await sleep(1_200);
  const [row] = await stage.db.execute<{ n: number }>(
    sql`select deadlocks::int as n from pg_stat_database where datname = current_database()`,
  );
  return row?.n ?? 0;
}

async function logOf(person: string) {
  return stage.db.select().from(usageLog).where(eq(usageLog.payerId, person)).orderBy(usageLog.id);
}

/** The person's own row and their conversations. */
async function rowsOf(person: string): Promise<number> {
  const [row] = await stage.db.execute<{ n: number }>(sql`
    select (select count(*) from users where id = ${person})::int
      + (select count(*) from conversation_sessions where owner_id = ${person})::int as n`);
  return row?.n ?? 0;
}

const modules = import.meta.glob<Record<string, unknown>>(["/db/schema/*.ts", "!/db/schema/*.test.ts"], {
  eager: true,
});

/** Every table in which this stands in some column. */
async function tablesWith(words: string): Promise<string[]> {
  const names = Object.values(modules)
    .flatMap((module) => Object.values(module))
    .filter((value) => is(value, PgTable))
    .map((table) => getTableName(table));
  const found: string[] = [];
  for (const name of names) {
    const rows = await stage.db.execute(
      sql`select 1 from ${sql.identifier(name)} as t where t::text like ${`%${words}%`} limit 1`,
    );
    if (rows.length > 0) found.push(name);
  }
  return found.toSorted();
}

async function unusedFor(person: string, time: string): Promise<void> {
  const then = sql`clock_timestamp() - ${time}::interval`;
  await stage.db.update(users).set({ createdAt: then }).where(eq(users.id, person));
  await stage.db
    .update(conversationSessions)
    .set({ createdAt: then, lastTurnAt: then })
    .where(eq(conversationSessions.ownerId, person));
}
