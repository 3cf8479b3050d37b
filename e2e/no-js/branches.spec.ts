import { expect, test } from "#e2e/fixtures.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";
const RUDE = "You always do this, Ruth. You did nothing for six months.";
const KIND = "I am asking for 46,000, because I have run the accounts since June.";

test("a moment is tried again, and both branches are seen, with plain forms and links", async ({
  room,
  page,
}) => {
  const ruth = await room("the-promised-raise");
  await ruth.send(FIRST);
  await expect(ruth.reply(1)).not.toBeEmpty();
  await ruth.send(RUDE);
  await expect(ruth.reply(2)).not.toBeEmpty();
  await ruth.turn(2).getByRole("button", { name: "Try this moment again" }).click();
  await expect(ruth.box).toHaveValue(RUDE);
  await expect(ruth.turns).toHaveCount(2);

  await ruth.send(KIND);
  await expect(ruth.said(2)).toHaveText(KIND);
  const branches = page.getByRole("group", { name: "Branches from turn 2" });
  await expect(branches).toContainText("2/2");
  await branches.getByRole("button", { name: /^Previous branch, from turn 2/ }).click();
  await expect(ruth.said(2)).toHaveText(RUDE);
  await branches.getByRole("link", { name: "Side by side" }).click();
  await expect(page.getByRole("heading", { name: /^Branch 1 of 2, from turn 2/ })).toBeVisible();
  await page.getByRole("button", { name: "Go to this branch (2)" }).click();
  await expect(ruth.said(2)).toHaveText(KIND);
});
