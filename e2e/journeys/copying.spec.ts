import { expect, test } from "#e2e/fixtures.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";
const SECOND = "What would Colm need to see before he could say yes?";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("a reply and a note can be copied, and that they are is shown and told for a moment", async ({
  room,
  page,
}) => {
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const ruth = await room("the-promised-raise");
  await ruth.say(FIRST);
  await ruth.say(SECOND);
  const reply = ruth.turn(2).getByRole("article").last();
  const told = reply.getByRole("status");
  await page.clock.install();
  await page.reload();
  await ruth.ready();
  await expect(told, "the region is there before it has anything to say").toHaveText("");

  await reply.hover();
  await reply.getByRole("button", { name: "Copy Ruth’s words" }).click();
  await expect(told).toHaveText("Copied");
  expect(await clipboard()).toBe(await ruth.reply(2).innerText());
  await page.clock.runFor(2_000);
  await expect(told).toHaveText("Copied");
  await page.clock.runFor(1_000);
  await expect(told).toHaveText("");

  const note = ruth.note(2);
  await note.getByRole("button", { name: "Copy the note" }).focus();
  await page.keyboard.press("Enter");
  await expect(note.getByRole("status")).toHaveText("Copied");
  expect(await clipboard()).toContain((await note.locator(".spoken").innerText()).slice(-40));
});

test.describe("while a reply comes", () => {
  test.use({ pace: "unhurried" });

  test("there is nothing to copy yet, and nothing moves when there is", async ({ room }) => {
    const ruth = await room("the-promised-raise");
    await ruth.send(FIRST);
    await expect(ruth.reply(1)).not.toBeEmpty();
    const reply = ruth.turn(1).getByRole("article").last();
    await expect(reply.getByRole("button")).toHaveCount(0);
    const wait = await reply.evaluateHandle((article) => {
      const heights = [article.clientHeight];
      new ResizeObserver(() => heights.push(article.clientHeight)).observe(article);
      return heights;
    });
    await ruth.untilAnswered(1);
    await expect(reply.getByRole("button", { name: "Copy Ruth’s words" })).toBeVisible();
    const words = await ruth.reply(1).evaluate((line) => (line.parentElement as HTMLElement).clientHeight);
    expect((await wait.jsonValue()).at(-1)).toBe(words);
  });
});

test("a browser that does not allow it is told as it is", async ({ room, page }) => {
  const ruth = await room("the-promised-raise");
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"));
  });
  const opener = ruth.turn(0).getByRole("article");
  await opener.hover();
  await opener.getByRole("button", { name: "Copy Ruth’s words" }).click();
  await expect(opener.getByRole("status")).toHaveText("Your browser did not allow it");
});
