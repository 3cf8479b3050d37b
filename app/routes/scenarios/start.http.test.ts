import { afterAll, beforeAll, expect, test } from "vitest";
import { startSite, type TestSite } from "#e2e/site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

test("the brief promises no mode of the coach before one is chosen", async () => {
  const page = await (await (await site.guest()).get("/scenarios/the-loan")).text();
  expect(page).toContain("Helps in the way you choose");
  expect(page).not.toContain("pencils one note a turn");
});

test("RR21 whoever begins one conversation after the other is told to wait, and what was chosen is kept", async () => {
  const ada = await site.guest();
  for (let at = 0; at < 30; at++) await ada.start("the-loan");
  const answer = await ada.post("/scenarios/the-loan", { difficulty: "hard", goal: "Half of it by May." });
  expect(answer.status).toBe(429);
  const page = await answer.text();
  expect(page).toContain("a great many conversations within an hour");
  expect(page).toContain("Half of it by May.");
  expect(/<input[^>]*value="hard"[^>]*>/.exec(page)?.[0]).toContain("checked");
});
