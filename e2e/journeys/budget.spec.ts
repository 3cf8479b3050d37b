import { takeBudgetAway } from "#e2e/admin.ts";
import { expect, test } from "#e2e/fixtures.ts";
import { Room } from "#e2e/room.ts";

const SLUG = "the-promised-raise";
const LINES = [
  "In April you told me we would get my pay there by the summer.",
  "What would Colm need to see before he could say yes?",
];
const SPENT = "Your practice budget is used up.";
/** More turns than the budget of this test holds. */
const MOST_TURNS = 12;

test("how much is left is said before it bites: on the start page, before a start, and beside the box from five turns down", async ({
  page,
  invite,
  site,
}) => {
  await page.request.post(await invite({ tokens: 10_900 }), { headers: { Origin: site }, maxRedirects: 0 });
  await page.goto("/");
  await expect(page.getByText("In your practice budget: about 5 turns left.")).toBeVisible();
  await page.goto(`/scenarios/${SLUG}`);
  await expect(page.getByText("about 5 turns left. This conversation usually takes about 10.")).toBeVisible();
  await page.getByRole("button", { name: "Start the conversation" }).click();
  await page.waitForURL("**/conversation/*");
  await expect(page.getByText("Practice budget: about 5 turns left")).toBeVisible();
});

test(
  "QT12 at its end the box gives way to what still works: reading, the review, taking it away",
  { tag: "@phone" },
  async ({ page, invite, site }) => {
    await page.request.post(await invite({ tokens: 9_000 }), { headers: { Origin: site }, maxRedirects: 0 });
    await page.goto(`/scenarios/${SLUG}`);
    await page.getByRole("button", { name: "Start the conversation" }).click();
    await page.waitForURL("**/conversation/*");
    const ruth = new Room(page, new URL(page.url()).pathname);
    await ruth.ready();

    const download = page.getByRole("link", { name: "Download this conversation" });
    for (let turn = 1; turn <= MOST_TURNS && !(await download.isVisible()); turn += 1) {
      // The box goes a moment after the reply that used the budget up.
      const boxIsThere = await ruth.send(LINES[turn % 2] ?? "").then(
        () => true,
        () => false,
      );
      if (!boxIsThere) break;
      await expect(ruth.turn(turn).or(download).first()).toBeVisible();
      await expect(ruth.onItsWay).toHaveCount(0);
    }
    await expect(ruth.box).toHaveCount(0);
    await expect(page.getByText(SPENT).filter({ visible: true }).first()).toBeVisible();
    await expect(page.getByText("whoever invited you can").filter({ visible: true }).first()).toBeVisible();
    await expect(ruth.reply(1)).not.toBeEmpty();
    await expect(download).toHaveAttribute("href", `${ruth.path}/export.md`);
    await ruth.end();

    await page.goto("/");
    await expect(page.getByText(SPENT)).toBeVisible();
    await page.goto(`/scenarios/${SLUG}`);
    await expect(page.getByText("used up, so nobody could answer you")).toBeVisible();
    await expect(page.getByRole("button", { name: "Start the conversation" })).toHaveCount(0);
  },
);

test("a message that the budget does not carry is shown with the reason, so that no word of it is lost", async ({
  page,
  invite,
  site,
  db,
  forgiven,
}) => {
  forgiven.push(/status of 402/);
  await page.request.post(await invite({ tokens: 25_000 }), { headers: { Origin: site }, maxRedirects: 0 });
  await page.goto(`/scenarios/${SLUG}`);
  await page.getByRole("button", { name: "Start the conversation" }).click();
  await page.waitForURL("**/conversation/*");
  const ruth = new Room(page, new URL(page.url()).pathname);
  await ruth.ready();
  await takeBudgetAway(db, ruth.path);
  const [line = ""] = LINES;
  await ruth.send(line);

  await expect(ruth.alert).toContainText("so nothing was sent");
  await expect(page.getByText(line)).toBeVisible();
  await expect(ruth.turns).toHaveCount(1);
});
