import type { Page } from "@playwright/test";
import { expect, test } from "#e2e/fixtures.ts";
import { storedTurns } from "#e2e/stored.ts";
import { onNextPost } from "#e2e/posts.ts";

const FIRST = "In April you told me we would get my pay there by the summer. I'd like to talk about that.";
const SECOND = "What would Colm need to see before he could say yes?";
const DATA_POST = /\/conversation\/[^/]+\.data/;

// A stop may meet another instance than the one that speaks, which sees it a moment later.
test.use({ pace: "slow" });

test("Stop in the middle keeps what was said, and the conversation goes on from there", async ({
  room,
  page,
  db,
}) => {
  const ruth = await room("the-promised-raise");
  await ruth.send(FIRST);
  await expect(ruth.reply(1)).toHaveText(/\w+ \w+ \w+/);
  const seen = await ruth.reply(1).innerText();
  await ruth.stopButton.click();

  await expect(ruth.turn(1).getByText("You stopped this reply.")).toBeVisible();
  const [stopped] = await storedTurns(db, ruth.path);
  expect(stopped?.partner.startsWith(seen), "nothing that was on screen is taken away").toBe(true);
  await expect(ruth.reply(1), "and nothing is kept that was not").toHaveText(stopped?.partner ?? "");
  await page.reload();
  await expect(ruth.reply(1)).toHaveText(stopped?.partner ?? "");

  await ruth.ready();
  await ruth.send(SECOND);
  await expect
    .poll(async () => (await storedTurns(db, ruth.path)).map(({ learner }) => learner))
    .toEqual([FIRST, SECOND]);
  expect((await storedTurns(db, ruth.path))[0]).toEqual(stopped);
});

test("ST14 Stop pressed while the message is still on its way stops the reply too", async ({
  room,
  page,
}) => {
  const ruth = await room("the-promised-raise");
  const arrives = Promise.withResolvers<void>();
  const posts = postsOf(page);
  await onNextPost(page, "speak", async (route) => {
    await arrives.promise;
    await route.continue();
  });
  await ruth.send(FIRST);
  await ruth.stopButton.click();
  await expect(page.locator("#composer-hint")).toContainText("Stopping…");
  expect(posts, "a Stop that overtook its message would stop nothing").toEqual(["speak"]);
  arrives.resolve();
  await expect(ruth.turn(1).getByText("You stopped this reply.")).toBeVisible();
  expect(posts).toEqual(["speak", "stop"]);
});

test("Send turns into Stop in the same place and of the same size", { tag: "@phone" }, async ({ room }) => {
  const ruth = await room("the-promised-raise");
  await ruth.box.fill(FIRST);
  const send = await ruth.sendButton.boundingBox();
  await ruth.sendButton.click();
  // The box is as empty as it was high when the words were one line.
  await expect(ruth.stopButton).toBeVisible();
  await ruth.box.fill(FIRST);
  expect(await ruth.stopButton.boundingBox()).toEqual(send);
});

test("ID08 a double click on Send, or a key held down on it, sends and stops nothing", async ({
  room,
  page,
}) => {
  const ruth = await room("the-promised-raise");
  const posts = postsOf(page);
  await ruth.box.fill(FIRST);
  await ruth.sendButton.dblclick();
  await expect(ruth.reply(1)).toHaveText(/\w+ \w+/);
  expect(posts).toEqual(["speak"]);

  await ruth.stopButton.click();
  await expect(ruth.sendButton).toBeVisible();
  await ruth.box.fill(SECOND);
  await ruth.sendButton.focus();
  for (let repeats = 0; repeats < 3; repeats += 1) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await expect(ruth.reply(2)).toHaveText(/\w+ \w+/);
  expect(posts).toEqual(["speak", "stop", "speak"]);
});

test("Escape stops the reply, but first closes what is open over the page, or belongs to an input method", async ({
  room,
  page,
}) => {
  const ruth = await room("the-promised-raise");
  const posts = postsOf(page);
  const brief = page.locator("summary", { hasText: "Brief" });
  await ruth.send(FIRST);
  await expect(ruth.reply(1)).not.toBeEmpty();

  await brief.click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "What has happened" })).toBeHidden();
  await ruth.box.dispatchEvent("keydown", { key: "Escape", isComposing: true });
  await expect(ruth.stopButton).toBeEnabled();
  expect(posts).toEqual(["speak"]);

  await page.keyboard.press("Escape");
  await expect(ruth.turn(1).getByText("You stopped this reply.")).toBeVisible();
  expect(posts).toEqual(["speak", "stop"]);
});

test("a Stop that does not get through is tried again until it does", async ({ room, page, forgiven }) => {
  forgiven.push(/ERR_FAILED/);
  const ruth = await room("the-promised-raise");
  await ruth.send(FIRST);
  await expect(ruth.reply(1)).not.toBeEmpty();
  const posts = postsOf(page);
  await losePosts(page, 2);
  await ruth.stopButton.click();
  await expect(ruth.turn(1).getByText("You stopped this reply.")).toBeVisible();
  expect(posts).toEqual(["stop", "stop", "stop"]);
});

test("a Stop that never gets through says so after four tries, and can be pressed again", async ({
  room,
  page,
  forgiven,
}) => {
  forgiven.push(/ERR_FAILED/);
  // The reply would be over before the last of the tries, and keeps to the server's clock.
  await page.clock.install();
  const ruth = await room("the-promised-raise");
  const gaveUp = page.getByRole("alert").filter({ hasText: "could not be stopped" });
  await ruth.send(FIRST);
  await expect(ruth.reply(1)).not.toBeEmpty();
  const posts = postsOf(page);
  await losePosts(page, 4);
  await ruth.stopButton.click();
  await expect
    .poll(
      async () => {
        await page.clock.runFor(1_000);
        return gaveUp.count();
      },
      { intervals: [50] },
    )
    .toBe(1);
  expect(posts).toEqual(["stop", "stop", "stop", "stop"]);

  await ruth.stopButton.click();
  await expect(ruth.turn(1).getByText("You stopped this reply.")).toBeVisible();
  await expect(gaveUp).toHaveCount(0);
});

test.describe("once the partner has answered", () => {
  test.use({ pace: "unhurried" });

  test("the coach keeps nobody from sending, and Escape stops its note alone", async ({ room, db }) => {
    const ruth = await room("the-promised-raise");
    await ruth.say(FIRST);
    await ruth.send(SECOND);
    await expect(ruth.stopButton).toBeVisible();
    await expect(ruth.sendButton, "the partner is done").toBeVisible();
    await ruth.box.press("Escape");
    await expect(
      ruth.page.getByText("You stopped this note.").filter({ visible: true }).first(),
    ).toBeVisible();
    await expect(ruth.turn(2).getByText("You stopped this reply.")).toHaveCount(0);
    const stored = (await storedTurns(db, ruth.path)).at(-1);
    await expect(ruth.reply(2)).toHaveText(stored?.partner ?? "");
  });
});

/** The next so many posts do not get through. */
async function losePosts(page: Page, count: number): Promise<void> {
  let left = count;
  await page.route(DATA_POST, (route) => {
    if (route.request().method() !== "POST" || left === 0) return route.fallback();
    left -= 1;
    return route.abort();
  });
}

/** What the page posts from now on, by intent. */
function postsOf(page: Page): string[] {
  const posts: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "POST") return;
    posts.push(new URLSearchParams(request.postData() ?? "").get("intent") ?? "");
  });
  return posts;
}
