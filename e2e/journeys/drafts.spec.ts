import { expect, test } from "#e2e/fixtures.ts";
import { Room } from "#e2e/room.ts";
import { storedTurns } from "#e2e/stored.ts";
import { onNextPost } from "#e2e/posts.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";
const HALF = "I would like to say that";

test("half a message outlives a reload and a closed tab, and is there for its own conversation only", async ({
  room,
  page,
  context,
}) => {
  const ruth = await room("the-promised-raise");
  await ruth.box.pressSequentially(HALF);
  await page.reload();
  await ruth.ready();
  await expect(ruth.box).toHaveValue(HALF);
  await expect(ruth.sendButton).toBeEnabled();
  await page.close({ runBeforeUnload: true });

  const later = new Room(await context.newPage(), ruth.path);
  await later.open();
  await expect(later.box).toHaveValue(HALF);
});

test("another conversation has a draft of its own", async ({ room, page }) => {
  const ruth = await room("the-promised-raise");
  await ruth.box.fill(HALF);
  const loan = await room("the-loan");
  await expect(loan.box).toHaveValue("");
  await loan.box.fill("About the money");
  await page.goto(ruth.path);
  await ruth.ready();
  await expect(ruth.box).toHaveValue(HALF);
});

test("leaving for another page and coming back keeps it too", async ({ room, page }) => {
  const ruth = await room("the-promised-raise");
  await ruth.box.fill(HALF);
  await page.getByRole("link", { name: "Leave; the conversation stays as it is" }).click();
  await page.getByRole("link", { name: "Ask your manager for the raise you were promised" }).first().click();
  await expect(ruth.box).toHaveValue(HALF);
});

test("nothing of a message stays in the browser once it is taken", async ({ room, page }) => {
  const ruth = await room("the-promised-raise");
  await ruth.say(FIRST);
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toBe("{}");
  await page.reload();
  await ruth.ready();
  await expect(ruth.box).toHaveValue("");
});

test("a message whose page went away before anybody knew comes back, and cannot become two turns", async ({
  room,
  page,
  db,
}) => {
  const ruth = await room("the-promised-raise");
  // It arrives late, after the page has been loaded anew.
  const arrives = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  await onNextPost(page, "speak", async (route) => {
    const posted = { headers: await route.request().allHeaders(), data: route.request().postData() ?? "" };
    await arrives.promise;
    await page.request.post(route.request().url(), posted);
    arrived.resolve();
  });
  await ruth.send(FIRST);
  await expect(ruth.said(1)).toHaveText(FIRST);
  // However often.
  for (let reloads = 0; reloads < 2; reloads++) {
    await page.reload();
    await ruth.ready();
    await expect(ruth.box).toHaveValue(FIRST);
  }

  arrives.resolve();
  await arrived.promise;
  await ruth.sendButton.click();
  await ruth.untilAnswered(1);
  await expect(ruth.turns).toHaveCount(2);
  expect((await storedTurns(db, ruth.path)).map(({ learner }) => learner)).toEqual([FIRST]);
});

test("a message that arrives just behind a reload shows itself, and leaves the box", async ({
  room,
  page,
}) => {
  const ruth = await room("the-promised-raise");
  const arrives = Promise.withResolvers<void>();
  await onNextPost(page, "speak", async (route) => {
    const posted = { headers: await route.request().allHeaders(), data: route.request().postData() ?? "" };
    await arrives.promise;
    await page.request.post(route.request().url(), posted);
  });
  await ruth.send(FIRST);
  await page.reload();
  await ruth.ready();
  await expect(ruth.box).toHaveValue(FIRST);
  arrives.resolve();
  await expect(ruth.said(1)).toHaveText(FIRST);
  await expect(ruth.box).toHaveValue("");
  await ruth.untilAnswered(1);
});

test("what was typed before the page came alive is preferred to the draft", async ({ room, page }) => {
  const ruth = await room("the-promised-raise");
  await ruth.box.fill(HALF);
  const alive = Promise.withResolvers<void>();
  await page.route(/\.js$/, async (route) => {
    await alive.promise;
    await route.continue();
  });
  await page.goto(ruth.path, { waitUntil: "commit" });
  await ruth.box.fill(FIRST);
  alive.resolve();
  await ruth.ready();
  await expect(ruth.box).toHaveValue(FIRST);
  await ruth.sendButton.click();
  await ruth.untilAnswered(1);
});

test("ending a conversation and signing out leave no words behind", async ({ room, page }) => {
  const kept = () => page.evaluate(() => JSON.stringify(localStorage));
  const loan = await room("the-loan");
  await loan.box.fill(HALF);
  await loan.end();
  await expect.poll(kept).toBe("{}");

  const ruth = await room("the-promised-raise");
  await ruth.box.fill(HALF);
  await expect.poll(kept).toContain(HALF);
  await page.evaluate(() => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: "/logout" });
    document.body.append(form);
    form.submit();
  });
  await page.waitForURL("/");
  await expect.poll(kept).toBe("{}");
});

test("nothing of one conversation lives on in the next one", async ({ room, page }) => {
  const ruth = await room("the-promised-raise");
  await ruth.say(FIRST);
  await ruth.end();
  await page.getByRole("button", { name: "Practise it again" }).click();
  await expect(ruth.box).toBeVisible();
  await expect(ruth.turns).toHaveCount(1);
  await expect(page.getByRole("log", { name: "Conversation with Ruth" })).not.toContainText(FIRST);
});
