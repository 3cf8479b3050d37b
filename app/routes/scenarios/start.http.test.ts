import { afterAll, beforeAll, expect, test } from "vitest";
import { startSite, type TestSite } from "#e2e/site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

test("before the start, the brief says who, as whom, what for, how long, what the coach does and what is private", async () => {
  const page = await (await (await site.guest()).get("/scenarios/the-promised-raise")).text();
  const sections = page.match(/<section\b.*?<\/section>/gs) ?? [];
  const brief = sections.find((section) => section.includes("Your brief</h")) ?? "";
  for (const fact of [
    "Ruth Abara, your manager",
    "a production planner, four years in",
    "Leave with a figure, a date and something in writing",
    "about 12 minutes, about 10 turns",
    "with a note after each turn, with a look at what you are about to say, or only when you ask",
    "Whoever invited you sees how much you practised, never what was said.",
    "AI practice, not therapy.",
  ])
    expect(brief.replaceAll(/<!--.*?-->|<[^>]+>/gs, "")).toContain(fact);
  const difficulties = page.matchAll(/<input[^>]*type="radio"[^>]*name="difficulty"[^>]*>/g);
  expect(Array.from(difficulties, ([radio]) => /value="(\w+)"/.exec(radio)?.[1])).toEqual([
    "easy",
    "real",
    "hard",
  ]);
});

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
