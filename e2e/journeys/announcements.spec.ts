import type { Page } from "@playwright/test";
import { takeBudgetAway } from "#e2e/admin.ts";
import { expect, test } from "#e2e/fixtures.ts";
import { Room } from "#e2e/room.ts";
import { storedTurns } from "#e2e/stored.ts";
import { listen, told } from "#e2e/told.ts";

const FIRST = "In April you told me we would get my pay there by the summer. I'd like to talk about that.";
const SECOND = "You always do this, Ruth. You promised me money and you did nothing for six months.";
/** The fourth ends it. */
const INSULT = "You're a liar and you know it. Pay me or I walk out tonight.";

test.beforeEach(({ page }) => listen(page));

test("of a whole turn is told that the reply comes, then all of it with its speaker's name, then the coach's note", async ({
  room,
  page,
  db,
}) => {
  const ruth = await room("the-promised-raise");
  await ruth.say(FIRST);
  // That the next reply comes is told only where nothing else is to be told any more by then.
  await expect.poll(() => told(page)).toHaveLength(2);
  await expect(page.locator("p[role=status]").last()).toBeEmpty();
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

test.describe("while words come in slowly", () => {
  test.use({ pace: "slow" });

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
});

test.describe("while words come in", () => {
  test.use({ pace: "unhurried" });

  test("words that arrive move the focus nowhere", async ({ room, page }) => {
    const ruth = await room("the-promised-raise");
    await ruth.say(FIRST);
    const places = [
      page.locator("summary", { hasText: "Brief" }),
      page.getByRole("link", { name: /^Leave/ }),
    ];
    for (const [index, place] of places.entries()) {
      const ordinal = index + 2;
      await ruth.send(SECOND);
      await expect(ruth.reply(ordinal)).not.toBeEmpty();
      await place.focus();
      await ruth.untilAnswered(ordinal);
      await expect(ruth.note(ordinal)).toBeVisible();
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
    const said = (stored?.partner ?? "").trim();
    const brokenOff = /[.!?]$/.test(said) ? said : `${said}…`;
    await expect
      .poll(() => told(page))
      .toEqual(["status: Ruth is replying", `status: Ruth: ${brokenOff} You stopped this reply.`]);
  });
});

test.describe("what goes wrong", () => {
  test("is an alert once, again only when it happens again, and never told a second time by the polite region", async ({
    room,
    page,
    forgiven,
  }) => {
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

    await ruth.box.fill(FIRST);
    await ruth.sendButton.click();
    await ruth.untilAnswered(1);
    await expect.poll(async () => (await told(page)).at(-1)).toMatch(/^status: Ruth: /);
    const polite = (await told(page)).filter((line) => line.startsWith("status: "));
    expect(polite.filter((line) => line.includes("characters"))).toEqual([]);
  });
});

test.describe("a budget", () => {
  test("that is too small for one more message is an alert, once", async ({
    page,
    invite,
    site,
    db,
    forgiven,
  }) => {
    forgiven.push(/status of 402/);
    const ruth = await poorRoom(page, { site, link: await invite({ tokens: 25_000 }) });
    await takeBudgetAway(db, ruth.path);
    await ruth.send(FIRST);
    await expect(ruth.alert).toContainText("Your practice budget is used up");
    await page.evaluate(() => dispatchEvent(new Event("focus")));
    await page.waitForResponse(/\/conversation\/[^/]+\.data/);
    await expect.poll(() => told(page)).toHaveLength(2);
    expect((await told(page)).at(-1)).toMatch(/^alert: Your practice budget is used up, so nothing was sent/);
  });

  test("that a reply has used up is told after the reply, not over it", async ({
    page,
    invite,
    site,
    db,
  }) => {
    const ruth = await poorRoom(page, { site, link: await invite({ tokens: 4_500 }) });
    await ruth.send(FIRST);
    await expect(ruth.box).toHaveCount(0);
    const [first] = await storedTurns(db, ruth.path);
    await expect
      .poll(() => told(page))
      .toEqual([
        "status: Ruth is replying",
        `status: Ruth: ${first?.partner}`,
        expect.stringMatching(/^status: Your practice budget is used up. .*Everything so far is kept/),
      ]);
  });
});

test("an offer to end is told after the words that made it", async ({ room, page }) => {
  const ruth = await room("the-promised-raise", { after: [INSULT, INSULT, INSULT] });
  await ruth.say(INSULT);
  await expect(ruth.proposal).toBeVisible();
  await expect
    // Each line gets its time.
    .poll(async () => (await told(page)).at(-1), { timeout: 30_000 })
    .toBe("status: Ruth would leave it at this: this talk is over.");
  const lines = await told(page);
  expect(lines.findLastIndex((line) => line.startsWith("status: Ruth: "))).toBeGreaterThan(0);
  expect(lines.filter((line) => line.includes("leave it at this"))).toHaveLength(1);
});

/** Somebody who has come by this link, in a room. */
async function poorRoom(page: Page, { site, link }: { site: string; link: string }): Promise<Room> {
  const post = { headers: { Origin: site }, maxRedirects: 0 };
  await page.request.post(link, post);
  const started = await page.request.post("/scenarios/the-promised-raise", post);
  const room = new Room(page, started.headers()["location"] ?? "");
  await room.open();
  return room;
}

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
