import { expect, test } from "#e2e/fixtures.ts";
import { expectGood, expectGoodForAll, wear } from "#e2e/good-for-all.ts";
import { storedTurns } from "#e2e/stored.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";
const RUDE = "You always do this, Ruth. You did nothing for six months.";
const KIND = "I am asking for 46,000, because I have run the accounts since June.";
const SLUG = "the-promised-raise";

test("one click on the last turn brings its words back into the box, and what is sent instead is a branch", async ({
  room,
  page,
  db,
}) => {
  const ruth = await room(SLUG);
  await ruth.say(FIRST);
  await ruth.say(RUDE);
  await ruth.turn(2).getByRole("button", { name: "Try this moment again" }).click();
  await expect(ruth.turns).toHaveCount(2);
  await expect(ruth.box).toHaveValue(RUDE);
  await expect(ruth.box).toBeFocused();
  await expect(page.getByText("You are back before turn 2.").first()).toBeVisible();

  await ruth.say(KIND);
  await expect(ruth.said(2)).toHaveText(KIND);
  expect((await storedTurns(db, ruth.path)).map(({ learner }) => learner)).toEqual([FIRST, RUDE, KIND]);

  const branches = page.getByRole("group", { name: "Branches from turn 2" });
  const previous = branches.getByRole("button", { name: /^Previous branch/ });
  const next = branches.getByRole("button", { name: /^Next branch/ });
  await previous.focus();
  await page.keyboard.press("Enter");
  await expect(ruth.said(2)).toHaveText(RUDE);
  await expect(previous).toBeDisabled();
  await next.click();
  await expect(ruth.said(2)).toHaveText(KIND);
  await ruth.say("What would Colm need to see?");
  await expect(page.getByRole("banner")).toContainText("Turn 3 of about 10");
  const phone = { colorScheme: "light", width: 320, rules: "all" } as const;
  await wear(page, phone);
  await expectGood(page, phone);
});

test("who goes back and then leaves it so finds an empty box, and keeps what was written anew", async ({
  room,
  page,
}) => {
  const ruth = await room(SLUG);
  await ruth.say(FIRST);
  await ruth.turn(1).getByRole("button", { name: "Try this moment again" }).click();
  await expect(ruth.box).toHaveValue(FIRST);
  await page.getByRole("button", { name: "Go back to it" }).click();
  await expect(ruth.said(1)).toHaveText(FIRST);
  await expect(ruth.box).toHaveValue("");

  await ruth.turn(1).getByRole("button", { name: "Try this moment again" }).click();
  await expect(ruth.box).toHaveValue(FIRST);
  await ruth.box.fill(KIND);
  await expect
    .poll(() => page.evaluate((words) => JSON.stringify(localStorage).includes(words), KIND))
    .toBe(true);
  await page.reload();
  await ruth.ready();
  await expect(ruth.box).toHaveValue(KIND);
});

test("from the review, one click leads back into the moment; and both branches can be read side by side", async ({
  room,
  page,
}) => {
  const ruth = await room(SLUG);
  await ruth.say(FIRST);
  await ruth.say(RUDE);
  await ruth.end();
  await page.getByRole("button", { name: "Try your last turn again" }).click();
  await expect(page).toHaveURL(new RegExp(`${ruth.path}\\?again=`));
  await expect(ruth.box).toHaveValue(RUDE);
  await ruth.say(KIND);

  await ruth.turn(2).getByRole("link", { name: "Side by side" }).click();
  const left = page.getByRole("region", { name: /^Branch 1 of 2/ });
  const right = page.getByRole("region", { name: /^Branch 2 of 2/ });
  await expect(left).toContainText(RUDE);
  await expect(left).toContainText("You ended the conversation.");
  await expect(right).toContainText(KIND);
  await expect(page.getByText(FIRST)).toHaveCount(1);
  const [l, r] = [await left.boundingBox(), await right.boundingBox()];
  expect(l?.y).toBe(r?.y);
  await page.setViewportSize({ width: 767, height: 800 });
  expect((await right.boundingBox())?.y).toBeGreaterThan((await left.boundingBox())?.y ?? Infinity);
  await expectGoodForAll(page);
});
