import { expect, test } from "#e2e/fixtures.ts";
import { coachOf } from "#e2e/pane.ts";

const PHONE = { width: 390, height: 740 };

test("the coach is hidden and shown by a plain form, and stays so", async ({ room, page }) => {
  const ruth = await room("the-promised-raise", { turns: 2 });
  await page.getByRole("button", { name: "Hide the coach" }).click();
  await expect(page).toHaveURL(ruth.path);
  await expect(ruth.notes()).toHaveCount(0);
  await page.goto(ruth.path);
  await expect(ruth.notes()).toHaveCount(0);
  await page.getByRole("button", { name: "Show the coach" }).click();
  await expect(ruth.note(2)).toBeVisible();
});

test("notes and turns lead to each other by plain links, and what they lead to is marked", async ({
  room,
  page,
}) => {
  await page.setViewportSize({ width: 1100, height: 480 });
  const ruth = await room("the-promised-raise", { turns: 6 });
  await page.getByRole("link", { name: /^Turn 2 / }).click();
  await expect(ruth.said(2)).toBeInViewport();
  await expect(page.locator("#turn-2:target")).toHaveCount(1);
  await ruth.turn(2).getByRole("link", { name: "The coach noted this" }).click();
  await expect(ruth.note(2)).toBeInViewport();
  await expect(page.locator("#note-2:target")).toHaveCount(1);
});

test("on a phone the notes unfold under their turns, and the coach's tab is a link that counts what is new", async ({
  room,
  page,
}) => {
  await page.setViewportSize(PHONE);
  const ruth = await room("the-promised-raise", { turns: 2 });
  await ruth.turn(2).locator("summary").click();
  await expect(ruth.note(2).locator(".spoken")).toBeVisible();

  await page.getByRole("link", { name: "Coach (1 note not read)" }).click();
  await expect(page).toHaveURL(`${ruth.path}?view=coach`);
  await expect(coachOf(ruth).box).toBeVisible();
  await expect(ruth.note(2)).toBeVisible();
  await expect(ruth.turn(2)).toBeHidden();

  await ruth.say("When could it be?");
  await expect(page, "what is sent leads back to the conversation").toHaveURL(`${ruth.path}#turn-3`);
  await expect(ruth.said(3)).toBeInViewport();
  await expect(page.getByRole("link", { name: "Coach (1 note not read)" })).toBeVisible();
});

test("a conversation that is opened again is at its last turn", async ({ room, page }) => {
  await page.setViewportSize(PHONE);
  const ruth = await room("the-promised-raise", { turns: 6 });
  await expect(ruth.reply(6)).toBeInViewport({ ratio: 1 });
  await expect(ruth.box).toBeInViewport({ ratio: 1 });
});
