import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Practice } from "#app/features/practice/practice.ts";
import { saying, setStage, type Stage } from "#app/features/practice/practice-testing.ts";
import { conversationFor } from "#app/features/conversations/queries.server.ts";
import { takeTurn } from "#app/features/practice/turns/take-turn.server.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { users } from "#db/schema/people.ts";
import { runs } from "#db/schema/runs.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { addInvitation } from "./add-invitation.server.ts";
import {
  account,
  invitationOf,
  letTimePass,
  recomputed,
  storedInvitation,
  storedPerson,
} from "./invitation-testing.ts";
import { linkGuest } from "./link-guest.server.ts";
import { redeemInvitation } from "./redeem-invitation.server.ts";

const sessionKeys = ["ab".repeat(32)];
let stage: Stage;
let practice: Practice;

beforeEach(async () => {
  stage = await setStage({ connections: 24 });
  practice = stage.instance(saying(["Well, ", "yes."], { paceMs: 40 }));
});
afterEach(async () => {
  await practice.live.drain(5_000);
  expect(await brokenInvariants(stage.db)).toEqual([]);
  await stage.close();
});

test("linking adds what is left to the account, and moves the conversations with it", async () => {
  const guestId = await guestOf(await invitationOf(stage.db, 1));
  const own = await stage.conversation(practice, guestId);
  await say(own);
  await practice.live.drain(5_000);
  const accountId = await account(stage.db, "GUEST");
  const before = await storedPerson(stage.db, guestId);
  await link(guestId, accountId);

  const left = 50_000 - before.usedTokens;
  expect(before.usedTokens).toBeGreaterThan(0);
  expect(await storedPerson(stage.db, accountId)).toMatchObject({
    quotaTokens: 25_000 + left,
    quota: { tokens: 25_000 + left },
    usedTokens: 0,
  });
  expect(await storedPerson(stage.db, guestId)).toMatchObject({
    movedTo: accountId,
    sessionEpoch: 1,
    quotaTokens: before.usedTokens,
  });
  expect(await conversationFor(stage.db, { id: own.id, ownerId: accountId })).not.toBeNull();
  expect(await conversationFor(stage.db, own)).toBeNull();
  expect(await recomputed(stage.db, accountId)).toEqual({ quota: 25_000 + left, used: 0 });
});

test("a turn that still answers settles on the guest's budget, and what it gives back follows, to the token", async () => {
  const guestId = await guestOf(await invitationOf(stage.db, 1));
  const own = await stage.conversation(practice, guestId);
  expect(await say(own)).toMatchObject({ ok: true });
  const accountId = await account(stage.db, "GUEST");
  await link(guestId, accountId);
  expect((await storedPerson(stage.db, guestId)).reservedTokens).toBeGreaterThan(0);

  await practice.live.drain(5_000);
  const [guest, after] = [await storedPerson(stage.db, guestId), await storedPerson(stage.db, accountId)];
  expect(guest).toMatchObject({ reservedTokens: 0, quotaTokens: guest.usedTokens });
  expect(guest.usedTokens).toBeGreaterThan(0);
  expect(after.quotaTokens).toBe(25_000 + 50_000 - guest.usedTokens);
  expect(
    await stage.db.select({ payer: runs.payerId }).from(runs).where(eq(runs.status, "complete")),
  ).toEqual([{ payer: guestId }]);
});

test("however turns, linking and its repetition cross, nothing is lost and nothing counted twice", async () => {
  for (let round = 0; round < 6; round++) {
    const guestId = await guestOf(await invitationOf(stage.db, 1));
    const rooms = await Promise.all([1, 2, 3, 4].map(() => stage.conversation(practice, guestId)));
    const accountId = await account(stage.db, "USER");
    await Promise.all([
      ...rooms.map((own) => say(own)),
      link(guestId, accountId),
      link(guestId, accountId),
      ...rooms.map((own) => say({ ...own, ownerId: accountId })),
    ]);
    await practice.live.drain(5_000);
    const [guest, after] = [await storedPerson(stage.db, guestId), await storedPerson(stage.db, accountId)];
    expect(guest.quotaTokens).toBe(guest.usedTokens);
    expect(guest.quotaTokens + after.quotaTokens).toBe(75_000);
    expect(await recomputed(stage.db, accountId)).toEqual({
      quota: after.quotaTokens,
      used: after.usedTokens,
    });
    expect(await recomputed(stage.db, guestId)).toEqual({ quota: guest.quotaTokens, used: guest.usedTokens });
  }
});

test("linking before the first message uses the seat: nobody takes a budget along and leaves the seat to the next", async () => {
  const token = await invitationOf(stage.db, 1);
  const guestId = await guestOf(token);
  await link(guestId, await account(stage.db, "GUEST"));
  await letTimePass(stage.db);
  expect(await redeemInvitation(stage.db, token)).toBeNull();
});

test("a seat that has lapsed to somebody else carries no budget over, one that is free again does", async () => {
  const token = await invitationOf(stage.db, 1);
  const [lapsed, accountId] = [await guestOf(token), await account(stage.db, "GUEST")];
  await letTimePass(stage.db);
  const next = await guestOf(token);
  await link(lapsed, accountId);
  expect(await storedPerson(stage.db, accountId)).toMatchObject({ quotaTokens: 25_000 });

  await letTimePass(stage.db);
  const third = await guestOf(token);
  await letTimePass(stage.db);
  await link(next, accountId);
  expect(await storedPerson(stage.db, accountId)).toMatchObject({ quotaTokens: 75_000 });
  expect(await storedPerson(stage.db, next)).toMatchObject({ seat: "used" });
  expect(await storedPerson(stage.db, third)).toMatchObject({ seat: "lapsed" });
});

test("a guest is carried over once: a second account gets nothing, now or when a turn settles", async () => {
  const guestId = await guestOf(await invitationOf(stage.db, 1));
  await say(await stage.conversation(practice, guestId));
  const [first, second] = [await account(stage.db, "USER"), await account(stage.db, "USER")];
  await link(guestId, first);
  await link(guestId, second);
  await practice.live.drain(5_000);
  expect(await storedPerson(stage.db, guestId)).toMatchObject({ movedTo: first, sessionEpoch: 1 });
  expect((await storedPerson(stage.db, second)).quotaTokens).toBe(25_000);
});

test("only a guest is carried over: an account is not, and nobody to themselves", async () => {
  const [one, other] = [await account(stage.db, "GUEST"), await account(stage.db, "USER")];
  await link(one, other);
  await link(other, other);
  expect(await storedPerson(stage.db, one)).toMatchObject({ movedTo: null, quotaTokens: 25_000 });
  expect(await storedPerson(stage.db, other)).toMatchObject({ movedTo: null, sessionEpoch: 0 });
});

test("IN11 an account takes an invitation's budget once, however often it is asked for, and uses one seat", async () => {
  const token = await invitationOf(stage.db, 5);
  const accountId = await account(stage.db, "USER", 100_000);
  const added = await Promise.all(
    Array.from({ length: 10 }, () => addInvitation(stage.db, { token, accountId, sessionKeys })),
  );
  expect(added).toEqual(added.map(() => true));
  expect(await storedPerson(stage.db, accountId)).toMatchObject({ role: "USER", quotaTokens: 150_000 });
  expect((await storedInvitation(stage.db, token)).seatsTaken).toBe(1);
  await letTimePass(stage.db);
  expect(await stage.db.$count(users, eq(users.seat, "used"))).toBe(1);
});

test.each(["USER", "POWER_USER", "ADMIN"] as const)("IN11 a %s stays one", async (role) => {
  const accountId = await account(stage.db, role);
  expect(
    await addInvitation(stage.db, { token: await invitationOf(stage.db, 1), accountId, sessionKeys }),
  ).toBe(true);
  expect((await storedPerson(stage.db, accountId)).role).toBe(role);
});

test("IN11 who registered by themselves becomes a USER by an invitation, with what that role has more", async () => {
  const accountId = await account(stage.db, "GUEST");
  expect(
    await addInvitation(stage.db, { token: await invitationOf(stage.db, 1), accountId, sessionKeys }),
  ).toBe(true);
  expect(await storedPerson(stage.db, accountId)).toMatchObject({
    role: "USER",
    quotaTokens: 25_000 + 50_000 + 75_000,
  });
  const kinds = await stage.db
    .select({ kind: usageLog.kind, sum: sql<number>`sum(amount)::int` })
    .from(usageLog)
    .where(eq(usageLog.payerId, accountId))
    .groupBy(usageLog.kind)
    .orderBy(usageLog.kind);
  expect(kinds).toEqual([
    { kind: "grant", sum: 100_000 },
    { kind: "transfer", sum: 50_000 },
  ]);
});

test("IN11 an account gets nothing from a link whose places are taken", async () => {
  const token = await invitationOf(stage.db, 1);
  await guestOf(token);
  const accountId = await account(stage.db, "GUEST");
  expect(await addInvitation(stage.db, { token, accountId, sessionKeys })).toBe(false);
  expect(await storedPerson(stage.db, accountId)).toMatchObject({ role: "GUEST", quotaTokens: 25_000 });
});

async function guestOf(token: string): Promise<string> {
  const guest = await redeemInvitation(stage.db, token);
  if (!guest) throw new Error("no seat");
  return guest.personId;
}

function link(guestId: string, accountId: string) {
  return stage.db.transaction((transaction) => linkGuest(transaction, { guestId, accountId }));
}

function say(own: { id: string; ownerId: string }) {
  return takeTurn(practice, own, { turnId: randomUUID(), parentId: null, text: "Shall we talk about it?" });
}
