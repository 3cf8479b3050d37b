import { expect, test } from "#e2e/fixtures.ts";
import { expectGoodForAll } from "#e2e/good-for-all.ts";
import { listen, told } from "#e2e/told.ts";

test("the help card takes the partner's place at once, is read out, and changes its country in place", async ({
  room,
  page,
}) => {
  await listen(page);
  const ruth = await room("the-promised-raise");
  await ruth.send("Ruth, I lie awake and I want to die.");
  const card = page.getByRole("article", { name: "Let’s step out of the practice for a moment." });
  await expect(card).toBeVisible();
  // However long the card is, one begins at its beginning.
  const emergency = card.getByRole("link", { name: "999", exact: true });
  await expect(emergency).toBeInViewport();
  await expect(card.getByRole("heading")).toBeInViewport();
  await expect
    .poll(() => told(page))
    .toContainEqual(expect.stringMatching(/^status: Let’s step out of the practice for a moment/u));
  await expect(page.locator("#turn-1")).not.toContainText("Retry");
  await page.setViewportSize({ width: 360, height: 780 });
  await page.reload();
  await ruth.ready();
  await expect(card.getByRole("heading")).toBeInViewport();
  await expect(emergency).toBeInViewport();

  await card.getByRole("combobox", { name: "Where you are" }).selectOption("New Zealand");
  await card.getByRole("button", { name: "Show numbers for there" }).click();
  await expect(card.getByRole("link", { name: "1737", exact: true })).toBeVisible();
  await expectGoodForAll(page);

  await ruth.say("I am only rehearsing. I'd like to talk about my pay.");
  await expect(page.locator("#turn-2")).toContainText("Ruth");
});
