import type { BrowserContext } from "@playwright/test";
import { expect, test } from "#e2e/fixtures.ts";
import { Room } from "#e2e/room.ts";
import { storedTurns } from "#e2e/stored.ts";
import { onNextPost } from "#e2e/posts.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";
const OTHER = "I'd like to talk about the money, and I know the timing is rotten.";
const DATA_POST = /\/conversation\/[^/]+\.data/;

test("what is said before the answer to the last message has arrived is another turn, also in the same words", async ({
  room,
  page,
  db,
}) => {
  const ruth = await room("the-promised-raise");
  const answer = Promise.withResolvers<void>();
  await onNextPost(page, "speak", async (route) => {
    const response = await route.fetch();
    await answer.promise;
    await route.fulfill({ response }).catch(() => {});
  });
  for (const ordinal of [1, 2]) {
    await ruth.send(FIRST);
    await ruth.untilAnswered(ordinal);
  }
  answer.resolve();
  expect((await storedTurns(db, ruth.path)).map(({ learner }) => learner)).toEqual([FIRST, FIRST]);
});

test.describe("two tabs that send at once", () => {
  test.use({ pace: "unhurried" });

  test("ST11 one message is taken, the other stays in its box with the reason", async ({
    room,
    context,
    db,
    forgiven,
  }) => {
    forgiven.push(/status of 409/);
    const one = await room("the-promised-raise");
    const { refused, typed, taken } = await sendAtOnce(one, await secondTab(one, context));

    await expect(refused.alert).toContainText("is still answering. Your text is kept below");
    await expect(refused.box).toHaveValue(typed);
    expect(await storedTurns(db, one.path)).toHaveLength(1);
    await taken.untilAnswered(1);
  });

  test("the refused message follows the one that was taken, once it is sent again", async ({
    room,
    context,
    db,
    forgiven,
  }) => {
    forgiven.push(/status of 409/);
    const one = await room("the-promised-raise");
    const { refused, typed, taken } = await sendAtOnce(one, await secondTab(one, context));
    await taken.untilAnswered(1);
    const [first] = await storedTurns(db, one.path);

    await refused.sendButton.click();
    await expect.poll(async () => (await storedTurns(db, one.path)).length).toBe(2);
    expect((await storedTurns(db, one.path)).map(({ ordinal }) => ordinal)).toEqual([1, 2]);
    await taken.open();
    await taken.untilAnswered(2);
    await expect(taken.said(1)).toHaveText(first?.learner ?? "");
    await expect(taken.said(2)).toHaveText(typed);
  });
});

test("a message leaves the box at once and stands in the conversation, marked until it has arrived", async ({
  room,
  page,
}) => {
  const ruth = await room("the-promised-raise");
  const arrives = Promise.withResolvers<void>();
  await page.route(DATA_POST, async (route) => {
    await arrives.promise;
    await route.continue();
  });
  await ruth.send(FIRST);
  await expect(ruth.box).toHaveValue("");
  await expect(ruth.said(1)).toHaveText(FIRST);
  const whose = ruth.turn(1).getByRole("heading", { name: "You said" });
  await expect(whose).toContainText("sending");

  arrives.resolve();
  await expect(whose).not.toContainText("sending");
  await ruth.untilAnswered(1);
});

test.describe("without a network", () => {
  test("a message waits where it was said, and goes out once, by itself, when the network is back", async ({
    room,
    context,
    db,
    forgiven,
  }) => {
    forgiven.push(/ERR_INTERNET_DISCONNECTED/);
    const ruth = await room("the-promised-raise");
    await context.setOffline(true);
    await ruth.send(FIRST);
    await expect(ruth.turn(1)).toContainText("Not sent, you are offline.");
    await expect(ruth.said(1)).toHaveText(FIRST);
    await expect(ruth.turn(1).getByText("is answering"), "nobody answers what nobody heard").toHaveCount(0);
    await ruth.box.fill(OTHER);
    await expect(ruth.sendButton, "one at a time").toBeDisabled();

    await context.setOffline(false);
    await ruth.untilAnswered(1);
    await expect(ruth.turn(1)).not.toContainText("Not sent");
    await expect(ruth.box).toHaveValue(OTHER);
    expect((await storedTurns(db, ruth.path)).map(({ learner }) => learner)).toEqual([FIRST]);
  });

  test("ID14 a message that arrived just before is not sent twice", async ({
    room,
    page,
    context,
    db,
    forgiven,
  }) => {
    forgiven.push(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
    const ruth = await room("the-promised-raise");
    await onNextPost(page, "speak", async (route) => {
      // Before it arrives, or the page would hear its reply and know.
      await context.setOffline(true);
      await route.fetch();
      await route.abort();
    });
    await ruth.send(FIRST);
    await expect(ruth.turn(1)).toContainText("Not sent, you are offline.");
    await context.setOffline(false);
    await ruth.untilAnswered(1);
    await expect(ruth.turns).toHaveCount(2);
    expect((await storedTurns(db, ruth.path)).map(({ learner }) => learner)).toEqual([FIRST]);
  });

  test("a waiting message can be taken back, and outlives its page", async ({
    room,
    page,
    context,
    forgiven,
  }) => {
    forgiven.push(/ERR_INTERNET_DISCONNECTED/);
    const ruth = await room("the-promised-raise");
    await context.setOffline(true);
    await ruth.send(FIRST);
    await ruth.turn(1).getByRole("button", { name: "Take it back" }).click();
    await expect(ruth.turns).toHaveCount(1);
    await expect(ruth.box).toHaveValue(FIRST);

    await ruth.box.press("Enter");
    await expect(ruth.turn(1)).toContainText("Not sent, you are offline.");
    await page.close();
    await context.setOffline(false);
    const later = await secondTab(ruth, context);
    await expect(later.box).toHaveValue(FIRST);
    await later.sendButton.click();
    await later.untilAnswered(1);
  });
});

test("ST04 a message that does not get through stays in the box, and sending it again makes one turn", async ({
  room,
  page,
  db,
  forgiven,
}) => {
  forgiven.push(/ERR_FAILED/);
  const ruth = await room("the-promised-raise");
  await onNextPost(page, "speak", (route) => route.abort());
  await ruth.send(FIRST);

  await expect(ruth.alert).toContainText("did not get through");
  await expect(ruth.box).toHaveValue(FIRST);
  await expect(ruth.turns).toHaveCount(1);

  await ruth.sendButton.click();
  await ruth.untilAnswered(1);
  await expect(ruth.alert).toHaveCount(0);
  await expect(ruth.box).toHaveValue("");
  expect((await storedTurns(db, ruth.path)).map(({ learner }) => learner)).toEqual([FIRST]);
});

test("ID14 a message that arrived, but whose answer was lost, is sent again without becoming a second turn", async ({
  room,
  page,
  db,
  forgiven,
}) => {
  forgiven.push(/ERR_FAILED/);
  const ruth = await room("the-promised-raise");
  await onNextPost(page, "speak", async (route) => {
    await route.fetch();
    await ruth.untilAnswered(1);
    await route.abort();
  });
  await ruth.send(FIRST);
  await expect(ruth.alert).toContainText("did not get through");
  await expect(ruth.box).toHaveValue(FIRST);

  await ruth.sendButton.click();
  await expect(ruth.alert).toHaveCount(0);
  await ruth.untilAnswered(1);
  await expect(ruth.turns).toHaveCount(2);
  expect((await storedTurns(db, ruth.path)).map(({ learner }) => learner)).toEqual([FIRST]);
});

test.describe("a slow reply whose message's answer was lost", () => {
  test.use({ pace: "unhurried" });

  test("is heard to its end all the same", async ({ room, page, db, forgiven }) => {
    forgiven.push(/ERR_FAILED/);
    const ruth = await room("the-promised-raise");
    await onNextPost(page, "speak", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await ruth.send(FIRST);
    await expect(async () => {
      const [stored] = await storedTurns(db, ruth.path);
      expect(stored?.partner).toMatch(/[.!?]$/);
      await expect(ruth.reply(1)).toHaveText(stored?.partner ?? "", { timeout: 200 });
    }).toPass({ timeout: 20_000 });
  });
});

test("what was typed before the page came alive is still there, and is what is sent", async ({
  room,
  page,
  db,
}) => {
  const ruth = await room("the-promised-raise");
  let comeAlive: (() => void) | undefined;
  const alive = new Promise<void>((resolve) => (comeAlive = resolve));
  await page.route(/\.js$/, async (route) => {
    await alive;
    await route.continue();
  });
  await page.goto(ruth.path, { waitUntil: "commit" });
  await ruth.box.fill(FIRST);
  comeAlive?.();
  await ruth.ready();

  await expect(ruth.box).toHaveValue(FIRST);
  await ruth.sendButton.click();
  await ruth.untilAnswered(1);
  expect((await storedTurns(db, ruth.path)).map(({ learner }) => learner)).toEqual([FIRST]);
});

test("a message that is too long stays in the box and says by how much", async ({
  room,
  page,
  db,
  forgiven,
}) => {
  forgiven.push(/status of 400/);
  const ruth = await room("the-promised-raise");
  await ruth.box.fill("a".repeat(4001));
  await expect(page.getByText("1 character too long")).toBeVisible();
  await ruth.sendButton.click();

  await expect(ruth.alert).toContainText("4,001 characters");
  await expect(ruth.box).toHaveValue("a".repeat(4001));
  expect(await storedTurns(db, ruth.path)).toEqual([]);

  await ruth.box.fill(FIRST);
  await ruth.sendButton.click();
  await ruth.untilAnswered(1);
});

async function secondTab(room: Room, context: BrowserContext): Promise<Room> {
  const tab = new Room(await context.newPage(), room.path);
  await tab.open();
  return tab;
}

async function sendAtOnce(one: Room, two: Room) {
  await one.box.fill(FIRST);
  await two.box.fill(OTHER);
  await Promise.all([one.sendButton.click(), two.sendButton.click()]);
  const refusals = () => Promise.all([one, two].map(({ alert }) => alert.count()));
  await expect.poll(async () => (await refusals()).filter((alerts) => alerts > 0).length).toBe(1);
  return (await refusals())[0] === 1
    ? { refused: one, typed: FIRST, taken: two }
    : { refused: two, typed: OTHER, taken: one };
}
