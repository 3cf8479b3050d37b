import { readFileSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { changePresets } from "#app/features/budgets/presets/change-presets.server.ts";
import { presetsInOrder } from "#app/features/budgets/presets/queries.server.ts";
import { setStage, type Stage } from "#app/features/practice/practice-testing.ts";
import { auditLog } from "#db/schema/audit.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { invitations } from "#db/schema/invitations.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import type { Offer } from "./forms.ts";
import { account, letTimePass, recomputed, storedPerson } from "./invitation-testing.ts";
import { hashToken, makeToken } from "./invitation-token.server.ts";
import { invite } from "./invite.server.ts";
import { invitedScenario } from "./queries.server.ts";
import { redeemInvitation } from "./redeem-invitation.server.ts";
import { refundEndedInvitations, refundUnused } from "./refund-unused.server.ts";
import { revokeInvitation } from "./revoke-invitation.server.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ connections: 20 });
});
afterEach(async () => {
  expect(await brokenInvariants(stage.db)).toEqual([]);
  await stage.close();
});

describe("a power user's invitation", () => {
  test("is taken from their own budget with it, and a twin of its form makes and takes nothing more", async () => {
    const grace = await powerUser(500_000);
    const link = newLink();
    const offer = await presetOffer({ seats: 3 });
    const made = await Promise.all(Array.from({ length: 8 }, () => invite(stage.db, grace, link, offer)));
    expect(made).toEqual(made.map(() => ({ ok: true, fresh: true })));
    expect(await stage.db.$count(invitations)).toBe(1);
    expect((await storedPerson(stage.db, grace.id)).quotaTokens).toBe(500_000 - 3 * 25_000);
    expect(await transfers(grace.id)).toEqual([-75_000]);
    expect(await stage.db.$count(auditLog, eq(auditLog.deed, "invitation made"))).toBe(1);

    await stage.db.update(invitations).set({ createdAt: sql`now() - interval '1 minute'` });
    expect(await invite(stage.db, grace, link, offer)).toEqual({ ok: true, fresh: false });
    expect(await stage.db.$count(invitations)).toBe(1);
  });

  test("is refused when the budget does not carry it, and nothing is written", async () => {
    const grace = await powerUser(60_000);
    const refused = await invite(stage.db, grace, newLink(), await presetOffer({ seats: 3 }));
    expect(refused).toEqual({ ok: false, reason: "no-budget", needed: 75_000, left: 60_000 });
    expect(await stage.db.$count(invitations)).toBe(0);
    expect(await transfers(grace.id)).toEqual([]);
  });

  test("never gives away more than there is, by however many at once", async () => {
    const grace = await powerUser(100_000);
    const offer = await presetOffer({ seats: 1 });
    const made = await Promise.all(
      Array.from({ length: 12 }, () => invite(stage.db, grace, newLink(), offer)),
    );
    expect(made.filter(({ ok }) => ok)).toHaveLength(4);
    expect((await storedPerson(stage.db, grace.id)).quotaTokens).toBe(0);
  });

  test("gives back what unused seats held when it runs out, once", async () => {
    const grace = await powerUser(500_000);
    const link = newLink();
    await invite(stage.db, grace, link, await presetOffer({ seats: 4 }));
    const used = await redeemInvitation(stage.db, link.token);
    await stage.db.execute(
      sql`update users set seat = 'used', seat_held_until = null where id = ${used?.personId}`,
    );
    await redeemInvitation(stage.db, link.token);
    await letTimePass(stage.db);
    expect(await refundEndedInvitations(stage.db)).toBe(0);

    await stage.db.update(invitations).set({ expiresAt: sql`now()` });
    // Two instances may have found it ended at the same moment.
    await Promise.all(
      [1, 2, 3, 4].map(() => stage.db.transaction((transaction) => refundUnused(transaction, link.id))),
    );
    expect(await refundEndedInvitations(stage.db)).toBe(0);
    expect(await transfers(grace.id)).toEqual([-100_000, 75_000]);
    expect(await storedPerson(stage.db, grace.id)).toMatchObject({
      quotaTokens: 475_000,
      quota: { tokens: 475_000 },
    });
    expect(await recomputed(stage.db, grace.id)).toEqual({ quota: 475_000, used: 0 });
  });

  test("gives it back when it is taken back, by an administrator too, once", async () => {
    const grace = await powerUser(500_000);
    const ada = { id: await account(stage.db, "ADMIN"), role: "ADMIN" as const };
    const link = newLink();
    await invite(stage.db, grace, link, await presetOffer({ seats: 2 }));
    const both = await Promise.all([
      revokeInvitation(stage.db, grace, link.id),
      revokeInvitation(stage.db, ada, link.id),
    ]);
    expect(both.filter((ended) => ended !== null)).toEqual([[]]);
    await refundEndedInvitations(stage.db);
    expect(await transfers(grace.id)).toEqual([-50_000, 50_000]);
  });
});

test("an administrator's invitation is the operator's: any amount, and nobody's budget is touched", async () => {
  const ada = { id: await account(stage.db, "ADMIN", 10), role: "ADMIN" as const };
  const link = newLink();
  const offer = { ...(await presetOffer({ seats: 2 })), budget: { tokens: 12_345 }, scenario: "the-loan" };
  expect(await invite(stage.db, ada, link, offer)).toEqual({ ok: true, fresh: true });
  expect(await transfers(ada.id)).toEqual([]);
  const guest = await redeemInvitation(stage.db, link.token);
  expect(await storedPerson(stage.db, guest?.personId ?? "")).toMatchObject({ quotaTokens: 12_345 });
  expect(await invitedScenario(stage.db, guest?.personId ?? "")).toBe("the-loan");
});

test("a scenario or a preset that is gone is told, and nothing is made", async () => {
  const grace = await powerUser(500_000);
  const offer = await presetOffer({ seats: 1 });
  const missing = [
    { ...offer, scenario: "nowhere" },
    { ...offer, budget: { presetId: uuidv7() } },
  ];
  const answers = [];
  for (const one of missing) answers.push(await invite(stage.db, grace, newLink(), one));
  expect(answers).toEqual([
    { ok: false, reason: "no-scenario" },
    { ok: false, reason: "no-preset" },
  ]);
  expect(await stage.db.$count(invitations)).toBe(0);
});

test("a preset is a snapshot: changing or deleting it changes no invitation", async () => {
  const grace = await powerUser(500_000);
  const link = newLink();
  await invite(stage.db, grace, link, await presetOffer({ seats: 1 }));
  const [preset] = await presetsInOrder(stage.db);
  if (!preset) throw new Error("no preset");
  const { id, name, tokens } = preset;
  const was = { id, wasName: name, wasTokens: tokens };
  await changePresets(stage.db, grace.id, { intent: "change", name: "Tiny", tokens: 1_000, ...was });
  const gone = { intent: "delete" as const, id, wasName: "Tiny", wasTokens: 1_000 };
  expect(await changePresets(stage.db, grace.id, gone)).toEqual({ ok: true });
  const guest = await redeemInvitation(stage.db, link.token);
  expect(await storedPerson(stage.db, guest?.personId ?? "")).toMatchObject({
    quota: { tokens: 25_000, preset: "Short conversation (25k)" },
  });
});

test("IN16 a hundred thousand tokens are 256 bits each, all different, from the system's generator", () => {
  const made = new Set(Array.from({ length: 100_000 }, makeToken));
  expect(made.size).toBe(100_000);
  for (const token of made) if (Buffer.from(token, "base64url").length !== 32) expect.fail(token);
  const source = readFileSync("app/features/invitations/invitation-token.server.ts", "utf8");
  expect(source).toContain('from "node:crypto"');
  expect(source).not.toContain("Math.random");
});

test("IN09 what is stored of a token is its hash alone", async () => {
  const grace = await powerUser(500_000);
  const link = newLink();
  await invite(stage.db, grace, link, await presetOffer({ seats: 1 }));
  const rows = await stage.db.execute(sql`
    select i::text as row from invitations i union all select u::text from users u
    union all select l::text from usage_log l union all select a::text from audit_log a`);
  expect(JSON.stringify(rows)).toContain(hashToken(link.token));
  expect(JSON.stringify(rows)).not.toContain(link.token);
});

async function powerUser(tokens: number) {
  return { id: await account(stage.db, "POWER_USER", tokens), role: "POWER_USER" as const };
}

/** The first preset: 25,000 tokens a seat. */
async function presetOffer({ seats }: { seats: number }): Promise<Offer> {
  const [preset] = await presetsInOrder(stage.db);
  return {
    label: "Ada",
    note: null,
    scenario: null,
    days: 14,
    seats,
    budget: { presetId: preset?.id ?? "" },
  };
}

function newLink() {
  return { id: uuidv7(), token: makeToken() };
}

async function transfers(payerId: string): Promise<number[]> {
  const rows = await stage.db
    .select({ amount: usageLog.amount })
    .from(usageLog)
    .where(sql`payer_id = ${payerId} and kind = 'transfer'`)
    .orderBy(usageLog.id);
  return rows.map(({ amount }) => amount);
}
