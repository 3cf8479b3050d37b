import { expect, test } from "#e2e/fixtures.ts";
import { storedTurns } from "#e2e/stored.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";

test("a page whose scripts never come is whole: speaking, settings and the end are its forms", async ({
  room,
  page,
  db,
  forgiven,
}) => {
  forgiven.push(/ERR_FAILED/);
  const ruth = await room("the-promised-raise");
  await page.route(/\.js$/, (route) => route.abort());
  await page.goto(ruth.path);
  await ruth.box.fill(FIRST);
  await ruth.sendButton.click({ timeout: 30_000 });
  await expect(page).toHaveURL(`${ruth.path}#turn-1`);
  const [first] = await storedTurns(db, ruth.path);
  await expect(ruth.reply(1)).toHaveText(first?.partner ?? "");

  await page.locator("summary", { hasText: "Settings" }).click();
  await page.getByRole("radio", { name: /^Off/ }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator("summary", { hasText: "Settings" }).click();
  await expect(page.getByRole("radio", { name: /^Off/ })).toBeChecked();

  await ruth.endButton.click();
  await expect(page).toHaveURL(`${ruth.path}/debrief`);
});
