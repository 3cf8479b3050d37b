import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { endConversation } from "#app/features/conversations/end-conversation.server.ts";
import { conversationFor } from "#app/features/conversations/queries.server.ts";
import { type Room, setUpstream, speak, type Upstream } from "#app/features/practice/upstream-testing.ts";
import { untilSettled } from "#app/features/practice/viewers/until-settled.server.ts";
import { runs } from "#db/schema/runs.ts";
import { says } from "#e2e/fakes/model-provider-scenario.ts";
import { brokenInvariants } from "#e2e/invariants.ts";
import { askForDebrief } from "./ask-debrief.server.ts";
import { debriefOf } from "./queries.server.ts";

let upstream: Upstream;
beforeAll(async () => {
  upstream = await setUpstream();
});
afterAll(() => upstream.close());
beforeEach(() => upstream.forget());

const written =
  "STRENGTH\nQuote: You promised me a raise in spring\nWhy: That names what was said, and when.\n\n";
const plan = "PLAN\nPlan: If she says no, then I will ask what she would need.";

test("a provider's model is asked once, reads nearly all from the cache, and its false quotations are dropped", async () => {
  const room = await endedRoom();
  const [note] = upstream.provider.requests.filter(({ lane }) => lane === "coach").slice(-1);
  upstream.provider.requests.length = 0;
  const reply = await debriefOfRoom(room);
  expect(reply).toMatchObject({ status: "complete", attempt: 1 });
  expect(reply.text).toContain("Quote: You promised me a raise in\n");
  expect(reply.text).not.toContain("best of us");
  expect(upstream.callsOf("coach")).toBe(1);
  const [asked] = upstream.provider.requests;
  expect(asked?.usage?.cache_read_input_tokens).toBeGreaterThanOrEqual(
    (note?.usage?.cache_read_input_tokens ?? 0) + (note?.usage?.cache_creation_input_tokens ?? 0),
  );
  expect(JSON.stringify([upstream.log.lines, upstream.told])).not.toContain("promised");
  expect((await upstream.budgetOf(room)).reserved).toBe(0);
});

test("what was cut off keeps its whole blocks; asked for again it is a new attempt", async () => {
  const room = await endedRoom();
  upstream.meets("coach", says(written + plan, { breakOff: { after: 19, how: "reset" } }));
  const cut = await debriefOfRoom(room);
  expect(cut.status).toBe("partial");
  expect(cut.text).toContain("STRENGTH");
  expect(cut.text).not.toContain("PLAN");
  upstream.meets("coach", says(written + plan));
  expect(await debriefOfRoom(room, 2)).toMatchObject({
    status: "complete",
    attempt: 2,
    text: written + plan,
  });
  expect(await brokenInvariants(upstream.db)).toEqual([]);
});

test("a refusal is withheld, an answer that is no debrief is a failure, and neither is charged more than it may", async () => {
  const room = await endedRoom();
  upstream.meets("coach", says(written, { stopReason: "refusal" }));
  expect(await debriefOfRoom(room)).toMatchObject({ status: "refused", text: "" });
  upstream.meets("coach", says("Great job! You were wonderful."));
  expect(await debriefOfRoom(room, 2)).toMatchObject({ status: "failed", text: "" });
  const stored = await upstream.db
    .select()
    .from(runs)
    .where(and(eq(runs.conversationId, room.own.id), eq(runs.subject, "debrief")));
  expect(stored.map(({ charged }) => charged === 0)).toEqual([false, true]);
  expect((await upstream.budgetOf(room)).reserved).toBe(0);
});

async function endedRoom(): Promise<Room> {
  const room = await upstream.coachedRoom();
  await speak(room);
  await endConversation(upstream.db, room.own, { ending: "impasse", by: "learner" });
  return room;
}

async function debriefOfRoom({ practice, own }: Room, attempt = 1) {
  const asked = await askForDebrief(practice, own, attempt);
  if (!asked.ok) throw new Error(asked.reason);
  await untilSettled(practice, own, asked.debriefId, 15_000);
  const conversation = await conversationFor(upstream.db, own);
  const stored = conversation && (await debriefOf(upstream.db, conversation));
  if (!stored) throw new Error("no debrief");
  return stored.reply;
}
