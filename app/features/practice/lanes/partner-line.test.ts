import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { turnTree } from "#app/features/conversations/turn-tree.server.ts";
import { start } from "#app/streaming/cursor.ts";
import { runs } from "#db/schema/runs.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { saying, setStage, type Stage } from "#app/features/practice/practice-testing.ts";
import { retryLane } from "./retry-lane.server.ts";
import { takeTurn } from "#app/features/practice/turns/take-turn.server.ts";
import { untilSettled } from "#app/features/practice/viewers/until-settled.server.ts";
import { watchTurn } from "#app/features/practice/viewers/watch-turn.server.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(async () => {
  expect(await brokenInvariants(stage.db)).toEqual([]);
  await stage.close();
});

describe("what a partner's model says is checked before it is kept", () => {
  test("what is only badly put is mended: stored, shown to whoever watches, and told in the log", async () => {
    const logged: unknown[] = [];
    const { practice, own } = await rehearsal([
      "Ruth: ",
      "No. ",
      "Not now. ",
      "Not today. ",
      "Not so. ",
      "Never.",
    ]);
    practice.log = (_, what, facts) => void (what === "lane ended" && logged.push(facts.reason));
    const turnId = await said(practice, own);
    expect(await partnerOf(own, turnId)).toMatchObject({
      status: "complete",
      text: "No. Not now. Not today. Not so.",
    });
    expect(await runsOf(turnId)).toMatchObject([{ status: "complete", rewritten: true }]);
    expect(logged).toEqual(["line salvaged, line mended (role-prefix, too-long)"]);
    const frames = [];
    for await (const frame of watchTurn(practice, own, turnId, start, new AbortController().signal))
      frames.push(JSON.stringify(frame));
    expect(frames.join("")).toContain("No. Not now. Not today. Not so.");
    expect(frames.join("")).not.toContain("Never.");
  });

  test("what is no speech of theirs counts as missed: nothing of it is kept or charged, and it can be asked again", async () => {
    const { practice, own } = await rehearsal(["As an AI ", "I cannot be angry."]);
    const turnId = await said(practice, own);
    expect(await partnerOf(own, turnId)).toMatchObject({ status: "failed", text: "" });
    expect(await runsOf(turnId)).toMatchObject([{ reason: "line stage-talk", charged: 0 }]);
    const sober = stage.instance(saying(["I heard you. ", "No."]));
    expect(await retryLane(sober, own, { turnId, lane: "partner" })).toMatchObject({ ok: true });
    await untilSettled(sober, own, turnId, 2_000);
    expect(await partnerOf(own, turnId)).toMatchObject({ status: "complete", text: "I heard you. No." });
  });

  test("asked again it is checked again", async () => {
    const { practice, own } = await rehearsal(["As an AI ", "I cannot be angry."]);
    const turnId = await said(practice, own);
    await retryLane(practice, own, { turnId, lane: "partner" });
    await untilSettled(practice, own, turnId, 2_000);
    expect(await partnerOf(own, turnId)).toMatchObject({ status: "failed", text: "", attempt: 2 });
  });
});

test("a note on a turn that is on track is cut to one sentence", async () => {
  const [partner, coach] = [
    saying(["I heard you."]),
    saying(["Recall — “in the canteen” gives Ruth a place. Ask what Colm would need."]),
  ];
  const practice = stage.instance({
    ...partner,
    reply: (request, signal) =>
      request.lane === "partner"
        ? partner.reply(request, signal)
        : coach.reply({ ...request, lane: "partner" }, signal),
  });
  const own = await stage.conversation(practice, await stage.person());
  await said(practice, own, "We should talk about my pay, Ruth.");
  const turnId = await said(
    practice,
    own,
    "In April, in the canteen, you told me we would get there by the summer.",
  );
  const turn = (await turnTree(stage.db, own)).get(turnId)?.turn;
  expect(turn?.moves?.earned).not.toEqual([]);
  expect(turn?.coach.text).toBe("Recall — “in the canteen” gives Ruth a place.");
});

async function rehearsal(words: string[]) {
  const practice = stage.instance(saying(words));
  return { practice, own: await stage.conversation(practice, await stage.person()) };
}

type Rehearsal = Awaited<ReturnType<typeof rehearsal>>;

async function said(
  practice: Rehearsal["practice"],
  own: Rehearsal["own"],
  text = "In April you named a figure.",
): Promise<string> {
  const turnId = randomUUID();
  expect(await takeTurn(practice, own, { turnId, parentId: null, text })).toMatchObject({ ok: true });
  await untilSettled(practice, own, turnId, 2_000);
  return turnId;
}

async function partnerOf(own: Rehearsal["own"], turnId: string) {
  return (await turnTree(stage.db, own)).get(turnId)?.turn.partner;
}

async function runsOf(turnId: string) {
  const all = await stage.db.select().from(runs).where(eq(runs.subjectId, turnId));
  return all.filter(({ lane }) => lane === "partner");
}
