import type { Room } from "#e2e/room.ts";
import { expect, test } from "#e2e/fixtures.ts";
import { storedTurns } from "#e2e/stored.ts";
import { listen, told } from "#e2e/told.ts";

const FIRST = "In April you told me we would get my pay there by the summer. I'd like to talk about that.";
const SECOND = "You always do this, Ruth. You promised me money and you did nothing for six months.";

test.beforeEach(({ page }) => listen(page));

test("of a whole turn is told that the reply comes, then all of it with its speaker's name, then the coach's note", async ({
  room,
  page,
  db,
}) => {
  const ruth = await room("the-promised-raise");
  await ruth.say(FIRST);
  await ruth.say(SECOND);

  const [first, second] = await storedTurns(db, ruth.path);
  expect(second?.coach).not.toBe("");
  const whole = [
    "status: Ruth is replying",
    `status: Ruth: ${first?.partner}`,
    "status: Ruth is replying",
    `status: Ruth: ${second?.partner}`,
    `status: Coach: ${second?.coach}`,
  ];
  await expect.poll(() => told(page)).toEqual(whole);
  await page.reload();
  await ruth.ready();
  expect(await told(page), "what is there when the page opens is read, not told").toEqual([]);
});

test("the regions are in the page before they have anything to say", async ({ room, page }) => {
  const ruth = await room("the-promised-raise");
  const source = await (await page.request.get(ruth.path)).text();
  expect(source).toMatch(/<p role="status" [^>]*><\/p>/);
  expect(source).toMatch(/<div role="alert"><\/div>/);
  await expect(page.getByRole("log", { name: "Conversation with Ruth" })).toHaveAttribute("aria-live", "off");
});

test.describe("while words come in", () => {
  test.use({ pace: "unhurried" });

  test("the streaming article is busy, and its words are told to nobody before the last of them", async ({
    room,
    page,
    db,
  }) => {
    const ruth = await room("the-promised-raise");
    await ruth.send(FIRST);
    const reply = ruth.turn(1).getByRole("article").last();
    await expect(ruth.reply(1)).toHaveText(/\w+ \w+ \w+/);
    await expect(reply).toHaveAttribute("aria-busy", "true");
    await expect.poll(() => told(page)).toEqual(["status: Ruth is replying"]);
    await ruth.untilAnswered(1);
    await expect(reply).toHaveAttribute("aria-busy", "false");
    const [stored] = await storedTurns(db, ruth.path);
    await expect
      .poll(() => told(page))
      .toEqual(["status: Ruth is replying", `status: Ruth: ${stored?.partner}`]);
  });

  test("words that arrive move the focus nowhere", async ({ room, page }) => {
    const ruth = await room("the-promised-raise");
    await ruth.say(FIRST);
    const places = [
      page.getByRole("link", { name: /^Leave/ }),
      page.locator("summary", { hasText: "Brief" }),
      ruth.box,
    ];
    for (const [index, place] of places.entries()) {
      await ruth.box.fill(SECOND);
      await ruth.box.press("Enter");
      await place.focus();
      await expect(ruth.reply(index + 2)).not.toBeEmpty();
      await ruth.untilAnswered(index + 2);
      await expect(place, "it stays where it was").toBeFocused();
    }
  });
});

test("a note that has come first is told after the reply, also when both end in the same moment", async ({
  room,
  page,
}) => {
  const haddad = await room("no-to-the-deadline");
  await haddad.say(FIRST);
  await page.route(/events\?turn=/, (route) => {
    const turn = new URL(route.request().url()).searchParams.get("turn") ?? "";
    return route.fulfill({ contentType: "text/event-stream", body: noteFirst(turn) });
  });
  await haddad.send(SECOND);
  await expect
    .poll(async () => (await told(page)).slice(-2))
    .toEqual(["status: Farid: Go on, then.", "status: Coach: Blame — it closed a door."]);
});

test.describe("a slow reply", () => {
  test.use({ pace: "slow" });

  test("that was stopped is told with what had been said of it", async ({ room, page, db }) => {
    const ruth = await room("the-promised-raise");
    await ruth.send(FIRST);
    await expect(ruth.reply(1)).toHaveText(/\w+ \w+ \w+/);
    await ruth.stopButton.click();
    await expect(ruth.turn(1).getByText("You stopped this reply.")).toBeVisible();
    const [stored] = await storedTurns(db, ruth.path);
    await expect
      .poll(() => told(page))
      .toEqual(["status: Ruth is replying", `status: Ruth: ${stored?.partner} You stopped this reply.`]);
  });
});

test.describe("what goes wrong", () => {
  test("is an alert once, and again only when it happens again", async ({ room, page, forgiven }) => {
    forgiven.push(/status of 400/);
    const ruth = await room("the-promised-raise");
    await ruth.send("a".repeat(4001));
    await expect(ruth.alert).toContainText("4,001 characters");
    await ruth.box.press("End");
    await page.keyboard.type("b");
    await page.evaluate(() => dispatchEvent(new Event("focus")));
    await expect.poll(() => alerts(ruth)).toHaveLength(1);
    await ruth.sendButton.click();
    await expect.poll(() => alerts(ruth)).toHaveLength(2);
    await expect(ruth.alert).toContainText("4,002 characters");
  });

  test("is never told a second time by the polite region", async ({ room, page, forgiven }) => {
    forgiven.push(/status of 400/);
    const ruth = await room("the-promised-raise");
    await ruth.send("a".repeat(4001));
    await expect(ruth.alert).toContainText("4,001 characters");
    await ruth.box.fill(FIRST);
    await ruth.sendButton.click();
    await ruth.untilAnswered(1);
    await expect.poll(async () => (await told(page)).at(-1)).toMatch(/^status: Ruth: /);
    const polite = (await told(page)).filter((line) => line.startsWith("status: "));
    expect(polite.filter((line) => line.includes("characters"))).toEqual([]);
  });
});

async function alerts(room: Room): Promise<string[]> {
  return (await told(room.page)).filter((line) => line.startsWith("alert: "));
}

/** A stream in which the coach has ended before the partner says a word. */
function noteFirst(turn: string): string {
  const frames = [
    ["coach", { turn, delta: "Blame — it closed a door." }],
    ["coach", { turn, done: true, status: "complete" }],
    ["partner", { turn, delta: "Go on, then." }],
    ["partner", { turn, done: true, status: "complete" }],
    ["turn", { turn, status: "complete", turnsLeft: 7 }],
  ] as const;
  return frames
    .map(([event, data], at) => `event: ${event}\nid: 1.${at}-1.${at}\ndata: ${JSON.stringify(data)}\n\n`)
    .join("");
}
