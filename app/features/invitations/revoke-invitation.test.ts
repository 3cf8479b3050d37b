import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { personFor } from "#app/features/accounts/queries.server.ts";
import { branchOf } from "#app/features/conversations/turn-tree.server.ts";
import { conversationFor } from "#app/features/conversations/queries.server.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { saying, setStage, type Stage } from "#app/features/practice/practice-testing.ts";
import { stopPerson } from "#app/features/practice/stop-person.server.ts";
import { takeTurn } from "#app/features/practice/turns/take-turn.server.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";
import { runs } from "#db/schema/runs.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { account, invitationOf, storedInvitation, storedPerson } from "./invitation-testing.ts";
import { keptInvitation } from "./inviter/queries.server.ts";
import { linkGuest } from "./link-guest.server.ts";
import { redeemInvitation } from "./redeem-invitation.server.ts";
import { revokeInvitation } from "./revoke-invitation.server.ts";

let stage: Stage;
/** The instance that writes, and the one the administrator's request meets. */
let practice: Practice;
let other: Practice;
let admin: { id: string; role: "ADMIN" };

beforeEach(async () => {
  stage = await setStage({ connections: 20 });
  const slow = saying(
    Array.from({ length: 200 }, () => "word "),
    { paceMs: 50 },
  );
  // As they are in production: a stop asked for elsewhere is seen within a second.
  practice = stage.instance(slow, { renewMs: 1_000, flushMs: 250 });
  other = stage.instance(slow, { renewMs: 1_000, flushMs: 250 });
  admin = { id: await account(stage.db, "ADMIN"), role: "ADMIN" };
});
afterEach(async () => {
  await practice.live.drain(0);
  expect(await brokenInvariants(stage.db)).toEqual([]);
  await stage.close();
});

describe("IN13 taking an invitation back while its guests practise", () => {
  test("stops every turn within two seconds, on whichever instance; sessions end, what was said stays", async () => {
    const token = await invitationOf(stage.db, 3);
    const rooms = await Promise.all([1, 2, 3].map(() => roomOfGuest(token)));
    for (const own of rooms) expect(await say(own)).toMatchObject({ ok: true });
    await untilSpeaking(rooms.length);
    const { id } = await storedInvitation(stage.db, token);
    expect((await keptInvitation(stage.db, admin, id))?.ends).toEqual({ guests: 3, conversations: 3 });

    const began = performance.now();
    const answered = await revokeInvitation(stage.db, admin, id);
    expect(answered?.toSorted()).toEqual(rooms.map(({ ownerId }) => ownerId).toSorted());
    const stopped = await Promise.all((answered ?? []).map((guest) => stopPerson(other, guest)));
    expect(stopped).toEqual([true, true, true]);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(await stage.db.$count(runs, eq(runs.status, "running"))).toBe(0);

    for (const own of rooms) {
      expect(await session(own.ownerId, 0)).toBeNull();
      expect(await session(own.ownerId, 1)).toBeNull();
      const conversation = await conversationFor(stage.db, own);
      const branch = conversation ? await branchOf(stage.db, own, conversation.headTurnId) : [];
      expect(branch.at(-1)).toMatchObject({
        learner: "Shall we talk about it?",
        partner: { status: "stopped" },
      });
      expect(branch.at(-1)?.partner.text).toContain("word");
    }
  });

  test("no turn begins any more, also one that crosses with it", async () => {
    const token = await invitationOf(stage.db, 6);
    const rooms = await Promise.all([1, 2, 3, 4, 5, 6].map(() => roomOfGuest(token)));
    // Some have practised before, the others are about to.
    for (const own of rooms.slice(0, 3))
      await stage.db
        .update(users)
        .set({ seat: "used", seatHeldUntil: null })
        .where(eq(users.id, own.ownerId));
    const { id } = await storedInvitation(stage.db, token);
    const [answered, ...taken] = await Promise.all([
      revokeInvitation(stage.db, admin, id),
      ...rooms.map((own) => say(own)),
    ]);
    // Whoever came through before it is among those to be stopped.
    const through = rooms.filter((_, at) => taken[at]?.ok).map(({ ownerId }) => ownerId);
    expect(answered).toEqual(expect.arrayContaining(through));
    for (const own of rooms)
      expect(await say(own)).toMatchObject({ ok: false, reason: expect.stringMatching(/access-over|busy/) });
  });

  test("who has linked an account keeps it all", async () => {
    const token = await invitationOf(stage.db, 1);
    const own = await roomOfGuest(token);
    const accountId = await account(stage.db, "GUEST");
    await stage.db.transaction((transaction) => linkGuest(transaction, { guestId: own.ownerId, accountId }));
    const { id } = await storedInvitation(stage.db, token);
    expect((await keptInvitation(stage.db, admin, id))?.ends).toEqual({ guests: 0, conversations: 0 });
    await revokeInvitation(stage.db, admin, id);
    expect(await session(accountId, 0)).not.toBeNull();
    expect(await conversationFor(stage.db, { id: own.id, ownerId: accountId })).not.toBeNull();
  });
});

test("the link of a start is only closed to newcomers", async () => {
  const token = await invitationOf(stage.db, 2);
  await stage.db.update(invitations).set({ source: "start" });
  const own = await roomOfGuest(token);
  const { id } = await storedInvitation(stage.db, token);
  expect(await say(own)).toMatchObject({ ok: true });
  expect(await revokeInvitation(stage.db, admin, id)).toEqual([]);
  expect(await redeemInvitation(stage.db, token)).toBeNull();
  expect(await storedInvitation(stage.db, token)).toMatchObject({ revokedAt: null });
  expect(await session(own.ownerId, 0)).not.toBeNull();
  expect(await revokeInvitation(stage.db, admin, id)).toBeNull();
});

test("a power user sees and takes back only their own", async () => {
  const token = await invitationOf(stage.db, 1);
  const { id } = await storedInvitation(stage.db, token);
  const grace = { id: await account(stage.db, "POWER_USER"), role: "POWER_USER" as const };
  expect(await keptInvitation(stage.db, grace, id)).toBeNull();
  expect(await revokeInvitation(stage.db, grace, id)).toBeNull();
  await stage.db.update(invitations).set({ createdBy: grace.id });
  expect(await keptInvitation(stage.db, grace, id)).toMatchObject({ label: "Grace" });
  expect(await revokeInvitation(stage.db, grace, id)).toEqual([]);
  expect(await revokeInvitation(stage.db, grace, id)).toBeNull();
});

async function roomOfGuest(token: string) {
  const guest = await redeemInvitation(stage.db, token);
  return stage.conversation(practice, guest?.personId ?? "");
}

function say(own: { id: string; ownerId: string }) {
  return takeTurn(practice, own, { turnId: randomUUID(), parentId: null, text: "Shall we talk about it?" });
}

async function untilSpeaking(lanes: number): Promise<void> {
  await expect
    .poll(() => stage.db.$count(runs, sql`status = 'running' and first_delta_ms is not null`), {
      timeout: 5_000,
    })
    .toBe(lanes);
}

async function session(personId: string, epoch: number) {
  await storedPerson(stage.db, personId);
  return personFor(stage.db, { id: randomUUID(), personId, epoch, expiresAt: new Date(Date.now() + 60_000) });
}
