import { expect, test } from "#e2e/fixtures.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";
const SLUG = "the-promised-raise";

test("End practice, the review, how it ended and going on are plain forms", async ({ room, page }) => {
  const ruth = await room(SLUG);
  await ruth.send(FIRST);
  await expect(ruth.reply(1)).not.toBeEmpty();
  await ruth.endButton.click();
  await expect(page).toHaveURL(`${ruth.path}/debrief`);
  await expect(
    page.getByRole("button", { name: "Print" }),
    "nothing is offered that cannot work",
  ).toBeHidden();

  await page.getByRole("button", { name: "We did not agree" }).click();
  await expect(page.getByRole("heading", { name: "You did not agree, this time." })).toBeVisible();

  await page.getByRole("button", { name: "Go on talking" }).click();
  await expect(page).toHaveURL(ruth.path);
  await ruth.send("What would Colm need to see before he could say yes?");
  await expect(ruth.reply(2)).not.toBeEmpty();
});

test("the list of conversations is pages of plain links, with days that need no script", async ({
  room,
  page,
  site,
}) => {
  const ruth = await room(SLUG);
  await ruth.end();
  for (let more = 0; more < 20; more += 1)
    await page.request.post(`/scenarios/${SLUG}`, { headers: { Origin: site }, maxRedirects: 0 });

  await page.goto("/");
  await expect(page.getByRole("region", { name: "Continue" }).getByRole("listitem")).toHaveCount(4);
  await page.getByRole("link", { name: "16 more are open" }).click();
  const rows = page.getByRole("main").getByRole("listitem");
  await expect(rows).toHaveCount(20);
  await page.getByRole("link", { name: "Older" }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText("You ended it");
  await expect(rows.first().getByRole("time")).toHaveText(/^\d{1,2} \w+ \d{4}$/);
});
