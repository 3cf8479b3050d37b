import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "#e2e/invariants.ts";
import { startSite, type TestSite } from "#e2e/site.ts";
import type { Visitor } from "#e2e/visitor.ts";

const words = "Honestly, Ruth, I don't want to be alive any more.";

let site: TestSite;
let ada: Visitor;
let room: string;

beforeAll(async () => {
  site = await startSite();
  ada = await site.guest();
  room = await ada.start("the-promised-raise");
});
afterAll(() => site.stop());
afterEach(async () => expect(await brokenInvariants(site.db)).toEqual([]));

test("a plain form post comes back to the card, in the partner's place, with what was said above it", async () => {
  const said = await ada.say(room, words);
  expect([said.status, said.headers.get("location")]).toEqual([303, `${room}#turn-1`]);
  const page = await (await ada.get(room, { "Accept-Language": "en-IE,en;q=0.9" })).text();
  expect(page).toContain("Let’s step out of the practice for a moment.");
  expect(page).toContain("be alive any more.");
  expect(page).toContain('href="tel:116123"');
  expect(page).toContain('<option value="ie" selected="">Ireland</option>');
  expect(page).toContain('href="https://findahelpline.com"');
});

test("the reader chooses where they are, and it is kept", async () => {
  const chosen = await ada.post(room, { intent: "prefer", region: "us", turn: "1" });
  expect([chosen.status, chosen.headers.get("location")]).toEqual([303, `${room}#turn-1`]);
  const page = await (await ada.get(room, { "Accept-Language": "en-IE" })).text();
  expect(page).toContain('href="tel:988"');
  expect(page).not.toContain('href="tel:116123"');
  const nowhere = await ada.post(room, { intent: "prefer", region: "atlantis" });
  expect(nowhere.status).toBe(400);
});

test("the stream tells its words and its end in the known vocabulary", async () => {
  const other = await ada.start("the-loan");
  const turnId = randomUUID();
  await ada.say(other, words, { turnId });
  const told = await (await ada.get(`${other}/events?turn=${turnId}`)).text();
  expect(told).toMatch(/^event: partner\nid: [^\n]+\ndata: \{"turn":"[^"]+","delta":"Let’s step out/u);
  expect(told).toContain('"done":true,"status":"silent"');
  expect(told).toMatch(
    /event: turn\nid: [^\n]+\ndata: \{"turn":"[^"]+","status":"silent","turnsLeft":\d+\}\n\n$/u,
  );
});

test("going on is writing the next message", async () => {
  const said = await ada.say(room, "I am only rehearsing. I'd like to talk about my pay.");
  expect(said.headers.get("location")).toBe(`${room}#turn-2`);
  const page = await (await ada.get(room)).text();
  expect(page).toContain("Let’s step out of the practice for a moment.");
  expect(page).toMatch(/id="turn-2"[\s\S]*Ruth/u);
});
