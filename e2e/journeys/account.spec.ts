import { readFile } from "node:fs/promises";
import { expect, test } from "#e2e/fixtures.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";
const TITLE = "Ask your manager for the raise you were promised";

test(
  "PR03 one's own page tells what is left and where it went, and everything can be taken away as a page that opens",
  { tag: "@phone" },
  async ({ room, page, stranger }) => {
    const ruth = await room("the-promised-raise");
    await ruth.say(FIRST);
    await page.goto("/account");
    const budget = page.getByRole("region", { name: "Practice budget" });
    await expect(budget).toContainText(/about \d+ turns left/);
    await expect(budget.getByRole("link", { name: TITLE, exact: true })).toBeVisible();

    const saved = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download as a page to read (.html)" }).click();
    const html = await readFile(await (await saved).path(), "utf8");
    await stranger.setContent(html);
    await expect(stranger.getByRole("heading", { name: TITLE })).toBeVisible();
    await expect(stranger.getByText(FIRST)).toBeVisible();
  },
);

test("one conversation is deleted from its review, and everything from one's own page, each told first", async ({
  room,
  page,
  stranger,
}) => {
  const ruth = await room("the-promised-raise");
  await ruth.say(FIRST);
  const other = await room("dads-car-keys");
  await other.end();
  await page.getByRole("link", { name: "Delete this conversation" }).click();
  await page.getByRole("button", { name: "Delete it" }).click();
  await page.waitForURL("**/conversations");
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1);

  await page.goto("/account");
  await page.getByRole("link", { name: "Delete everything of mine" }).click();
  await expect(page.getByRole("heading", { name: "What stays" })).toBeVisible();
  await page.getByRole("button", { name: "Delete everything now" }).click();
  await expect(page.getByRole("heading", { name: "Everything of yours is deleted" })).toBeVisible();
  await page.goto("/account");
  await expect(page).toHaveURL(/\/login/);
  await expect(stranger).toHaveURL("about:blank");
});

test("QT19 a second tab shows what is left once the first one's turn has ended", async ({
  guest,
  room,
  page,
}) => {
  const ruth = await room("the-promised-raise");
  const second = await guest.context().newPage();
  await second.goto("/account");
  const left = second.getByRole("region", { name: "Practice budget" });
  await expect(left).toContainText("about 35 turns left");
  await ruth.say(FIRST);
  await second.reload();
  await expect(left).not.toContainText("about 35 turns left");
  await expect(page.getByText("Practice budget:")).toHaveCount(0);
});
