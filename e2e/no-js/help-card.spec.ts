import { expect, test } from "#e2e/fixtures.ts";

test("the help card comes without JavaScript, changes its country, and the practice goes on under it", async ({
  room,
  page,
}) => {
  const ruth = await room("the-promised-raise");
  await ruth.send("Ruth, I lie awake and I want to die.");
  const card = page.getByRole("article", { name: "Let’s step out of the practice for a moment." });
  await expect(card).toBeVisible();
  await expect(card.getByRole("link", { name: "findahelpline.com" })).toBeVisible();

  await card.getByRole("combobox", { name: "Where you are" }).selectOption("Germany");
  await card.getByRole("button", { name: "Show numbers for there" }).click();
  await expect(card.getByRole("link", { name: "0800 111 0 111" })).toHaveAttribute("href", "tel:08001110111");
  await expect(page).toHaveURL(/#turn-1$/);

  await ruth.say("I am only rehearsing. I'd like to talk about my pay.");
  await expect(page.locator("#turn-2")).toContainText("Ruth");
  await expect(card).toBeVisible();
});
