import { and, eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Person, Role } from "#app/features/accounts/person.ts";
import { changeRole } from "#app/features/budgets/change-role.server.ts";
import { conversationFor } from "#app/features/conversations/queries.server.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { saying, setStage, type Stage } from "#app/features/practice/practice-testing.ts";
import { erasePerson } from "#app/features/privacy/erase.server.ts";
import { users } from "#db/schema/people.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { comeInWithGoogle } from "./come-in.server.ts";
import { account, invitationOf, letTimePass, recomputed, storedPerson } from "./invitation-testing.ts";
import { redeemInvitation } from "./redeem-invitation.server.ts";

const sessionKeys = ["ab".repeat(32)];
let stage: Stage;
let practice: Practice;

beforeEach(async () => {
  stage = await setStage({ connections: 24 });
  practice = stage.instance(saying(["Well."]));
});
afterEach(async () => {
  expect(await brokenInvariants(stage.db)).toEqual([]);
  await stage.close();
});

test("IN17 one seat makes one USER: of five Google accounts that come back at once with its guest, one", async () => {
  const guest = await guestOf(await invitationOf(stage.db, 1));
  await Promise.all([1, 2, 3, 4, 5].map((number) => comeIn(`sub-${number}`, guest)));
  expect(await stage.db.$count(users, eq(users.role, "USER"))).toBe(1);
  const [one] = await stage.db.select().from(users).where(eq(users.role, "USER"));
  expect(one?.quotaTokens).toBe(25_000 + 50_000 + 75_000);
  const others = and(eq(users.role, "GUEST"), sql`google_subject is not null and quota_tokens = 25000`);
  expect(await stage.db.$count(users, others)).toBe(4);
});

test("IN17 a guest whose seat is somebody else's by now brings what was practised, and no role", async () => {
  const token = await invitationOf(stage.db, 1);
  const late = await guestOf(token);
  const own = await stage.conversation(practice, late.id);
  await letTimePass(stage.db);
  await guestOf(token);
  const id = await comeIn("late", late);
  expect(await storedPerson(stage.db, id)).toMatchObject({ role: "GUEST", quotaTokens: 25_000 });
  expect(await conversationFor(stage.db, { id: own.id, ownerId: id })).not.toBeNull();
});

test("IN17 a guest who has been erased, shut out, or whose access is over meanwhile brings nothing", async () => {
  const [erased, out, over] = [await newGuest(), await newGuest(), await newGuest()];
  await erasePerson(practice, erased.id, sessionKeys);
  for (const [guest, change] of [
    [out, { disabledAt: sql`now()` }],
    [over, { expiresAt: sql`now()` }],
  ] as const)
    await stage.db.update(users).set(change).where(eq(users.id, guest.id));
  for (const guest of [erased, out, over]) {
    const id = await comeIn(`sub of ${guest.id}`, guest);
    expect(await storedPerson(stage.db, id)).toMatchObject({ role: "GUEST", quotaTokens: 25_000 });
  }
});

test.each([
  ["USER", 100_000],
  ["POWER_USER", 500_000],
  ["ADMIN", 1_000_000],
] as const)(
  "IN18 a guest of whom an administrator has made a %s keeps role, budget and work",
  async (role, quota) => {
    const guest = await newGuest();
    const own = await stage.conversation(practice, guest.id);
    await give(guest, role);
    const id = await comeIn("promoted", guest);
    // What the role has more came once, with the guest's budget.
    const before = (await storedPerson(stage.db, guest.id)).quotaTokens;
    expect(before).toBe(0);
    expect(await storedPerson(stage.db, id)).toMatchObject({ role, quotaTokens: 50_000 + quota });
    expect((await recomputed(stage.db, id)).quota).toBe(50_000 + quota);
    expect(await conversationFor(stage.db, { id: own.id, ownerId: id })).not.toBeNull();
    // The guest is nobody's way in any more, to no page.
    expect(await storedPerson(stage.db, guest.id)).toMatchObject({ role: "GUEST", movedTo: id });
  },
);

test("IN18 an account that may more than its guest stays what it is", async () => {
  const guest = await newGuest();
  await give(guest, "USER");
  const id = await account(stage.db, "POWER_USER");
  await comeIn(`sub-${id}`, guest);
  expect(await storedPerson(stage.db, id)).toMatchObject({
    role: "POWER_USER",
    quotaTokens: 25_000 + 50_000 + 75_000,
  });
});

test("IN18 who keeps the role without a seat is given what the role has more, once", async () => {
  const token = await invitationOf(stage.db, 1);
  const late = await guestOf(token);
  await give(late, "USER");
  await letTimePass(stage.db);
  await guestOf(token);
  const id = await comeIn("late", late);
  await comeIn("late", late);
  expect(await storedPerson(stage.db, id)).toMatchObject({ role: "USER", quotaTokens: 100_000 });
});

async function newGuest(): Promise<Person> {
  return guestOf(await invitationOf(stage.db, 1));
}

async function guestOf(token: string): Promise<Person> {
  const guest = await redeemInvitation(stage.db, token);
  if (!guest) throw new Error("no seat");
  const { role, name, invitationId } = await storedPerson(stage.db, guest.personId);
  return { id: guest.personId, role, name, invitationId, isGuest: true, hasGoogle: false };
}

async function comeIn(subject: string, visitor: Person): Promise<string> {
  const identity = { subject, name: null, email: null, emailVerified: false };
  const cameIn = await comeInWithGoogle(stage.db, { identity, visitor, adminEmails: [], sessionKeys });
  if (!cameIn.ok) throw new Error(cameIn.reason);
  return cameIn.id;
}

async function give({ id }: Person, role: Role): Promise<void> {
  await changeRole(stage.db, { actorId: null, personId: id, role, reason: "test" });
}
