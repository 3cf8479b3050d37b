import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Practice } from "#app/features/practice/practice.ts";
import { saying, setStage, type Stage } from "#app/features/practice/practice-testing.ts";
import { takeTurn } from "#app/features/practice/turns/take-turn.server.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { hashToken } from "./invitation-token.server.ts";
import { invitationOf, letTimePass, storedInvitation, storedPerson } from "./invitation-testing.ts";
import { invitationFor } from "./queries.server.ts";
import { redeemInvitation } from "./redeem-invitation.server.ts";

let stage: Stage;
let practice: Practice;

beforeEach(async () => {
  stage = await setStage({ connections: 24 });
  practice = stage.instance(saying(["Well."]));
});
afterEach(async () => {
  await practice.live.drain(5_000);
  expect(await brokenInvariants(stage.db)).toEqual([]);
  await stage.close();
});

describe("IN05 a seat is one person's", () => {
  test("of twenty who claim the only one at once, one gets it", async () => {
    const token = await invitationOf(stage.db, 1);
    expect(await claims(token, 20)).toBe(1);
    expect((await storedInvitation(stage.db, token)).seatsTaken).toBe(1);
  });

  test("of twenty at once as many get one as have lapsed", async () => {
    const token = await invitationOf(stage.db, 3);
    expect(await claims(token, 3)).toBe(3);
    await letTimePass(stage.db);
    expect(await claims(token, 20)).toBe(3);
    expect((await storedInvitation(stage.db, token)).seatsTaken).toBe(3);
    expect(await claims(token, 5)).toBe(0);
  });

  test("a first message and twenty claims at once: either the guest keeps it or one of them has it", async () => {
    for (let round = 0; round < 8; round++) {
      const token = await invitationOf(stage.db, 1);
      const guest = await redeemInvitation(stage.db, token);
      const own = await stage.conversation(practice, guest?.personId ?? "");
      await letTimePass(stage.db);
      const [taken, others] = await Promise.all([say(own), claims(token, 20)]);
      expect(Number(taken.ok) + others).toBe(1);
      if (!taken.ok) expect(taken.reason).toBe("no-seat");
    }
  });
});

describe("a seat is held for a quarter of an hour", () => {
  test("and the first message uses it, also a late one that nobody came before", async () => {
    const token = await invitationOf(stage.db, 1);
    const guest = await redeemInvitation(stage.db, token);
    const id = guest?.personId ?? "";
    expect(await heldMinutes(id)).toBe(15);
    await letTimePass(stage.db);
    const own = await stage.conversation(practice, id);
    expect(await say(own)).toMatchObject({ ok: true });
    expect(await storedPerson(stage.db, id)).toMatchObject({ seat: "used", seatHeldUntil: null });
    await letTimePass(stage.db);
    expect(await redeemInvitation(stage.db, token)).toBeNull();
  });

  test("then it is free again, and the link says so", async () => {
    const token = await invitationOf(stage.db, 1);
    const first = await redeemInvitation(stage.db, token);
    expect((await invitationFor(stage.db, token))?.standing).toBe("used-up");
    await letTimePass(stage.db);
    expect((await invitationFor(stage.db, token))?.standing).toBe("open");
    expect(await redeemInvitation(stage.db, token)).not.toBeNull();
    expect(await storedPerson(stage.db, first?.personId ?? "")).toMatchObject({ seat: "lapsed" });
  });

  test("who comes too late is refused while none is free, and takes the next that is", async () => {
    const token = await invitationOf(stage.db, 1);
    const late = await redeemInvitation(stage.db, token);
    const own = await stage.conversation(practice, late?.personId ?? "");
    await letTimePass(stage.db);
    await redeemInvitation(stage.db, token);
    expect(await say(own)).toEqual({ ok: false, reason: "no-seat" });

    // The other has not said anything either.
    await letTimePass(stage.db);
    const answers = await Promise.all([say(own), say(await stage.conversation(practice, own.ownerId))]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await storedPerson(stage.db, own.ownerId)).toMatchObject({ seat: "used" });
    expect((await storedInvitation(stage.db, token)).seatsTaken).toBe(1);
  });

  test("a start's link that is closed meanwhile gives it back all the same; an invitation that has ended does not", async () => {
    const token = await invitationOf(stage.db, 2);
    const [closed, ended] = [
      await redeemInvitation(stage.db, token),
      await redeemInvitation(stage.db, token),
    ];
    const rooms = [
      await stage.conversation(practice, closed?.personId ?? ""),
      await stage.conversation(practice, ended?.personId ?? ""),
    ] as const;
    await letTimePass(stage.db);
    await redeemInvitation(stage.db, token);
    await stage.db.update(invitations).set({ closedAt: sql`now()` });
    expect(await say(rooms[0])).toMatchObject({ ok: true });
    await stage.db
      .update(users)
      .set({ expiresAt: sql`now()` })
      .where(eq(users.id, rooms[1].ownerId));
    expect(await say(rooms[1])).toEqual({ ok: false, reason: "access-over" });
  });

  test("a budget that is used up is still told as that", async () => {
    const token = await invitationOf(stage.db, 1, 10);
    const guest = await redeemInvitation(stage.db, token);
    const own = await stage.conversation(practice, guest?.personId ?? "");
    expect(await say(own)).toEqual({ ok: false, reason: "no-budget" });
    expect(await storedPerson(stage.db, own.ownerId)).toMatchObject({ seat: "held" });
  });
});

test("IN08 at the very moment it runs out nobody comes in", async () => {
  const token = await invitationOf(stage.db, 1);
  await stage.db
    .update(invitations)
    .set({ expiresAt: sql`clock_timestamp()` })
    .where(eq(invitations.tokenHash, hashToken(token)));
  expect(await redeemInvitation(stage.db, token)).toBeNull();
  expect((await invitationFor(stage.db, token))?.standing).toBe("expired");
});

async function claims(token: string, people: number): Promise<number> {
  const guests = await Promise.all(Array.from({ length: people }, () => redeemInvitation(stage.db, token)));
  return guests.filter((guest) => guest !== null).length;
}

function say(own: { id: string; ownerId: string }) {
  return takeTurn(practice, own, { turnId: randomUUID(), parentId: null, text: "Shall we talk about it?" });
}

async function heldMinutes(id: string): Promise<number> {
  const [row] = await stage.db.execute<{ minutes: number }>(
    sql`select round(extract(epoch from seat_held_until - clock_timestamp()) / 60)::int as minutes from users where id = ${id}`,
  );
  return row?.minutes ?? 0;
}
