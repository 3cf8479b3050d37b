import type { Locator, Page } from "@playwright/test";
import { expect, test } from "#e2e/fixtures.ts";
import { coachOf, conversationOf } from "#e2e/pane.ts";
import type { Room } from "#e2e/room.ts";

const PHONE = { width: 390, height: 740 };
const PHONE_ON_ITS_SIDE = { width: 740, height: 360 };
/** A page of 1280 × 800 px, magnified twice. */
const MAGNIFIED_TWICE = { width: 640, height: 400 };
/** A page of 1280 × 1024 px, magnified four times. */
const MAGNIFIED = { width: 320, height: 256 };
const LINES = ["It is about my pay.", "You said forty-six in April.", "When could it be?"];

test.describe("on a wide page", () => {
  test("conversation and coach stand beside each other, three to two, and the page itself does not scroll", async ({
    room,
    page,
  }) => {
    const ruth = await room("the-promised-raise", { turns: 6 });
    await expect(page.getByRole("heading", { level: 2, name: "Ruth" })).toBeVisible();
    await expect(page.getByRole("heading", { level: 2, name: "Coach" })).toBeVisible();
    await expectShare(page, 60);
    await expect(ruth.box).toBeInViewport({ ratio: 1 });
    expect(await pageScrolls(page)).toBe(false);
    for (const pane of [conversationOf(ruth), coachOf(ruth)]) {
      await expect(pane.box, "a pane that scrolls can be reached by keyboard").toHaveAttribute(
        "tabindex",
        "0",
      );
    }
  });

  test("the line between them is moved by keyboard, and stays where it was put", async ({ room, page }) => {
    const ruth = await room("the-promised-raise");
    const line = page.getByRole("separator");
    await line.focus();
    await press(page, "ArrowRight", 2);
    await expect(line).toHaveAttribute("aria-valuenow", "70");
    await expectShare(page, 70);
    await press(page, "ArrowLeft", 1);
    await expectShare(page, 65);
    await page.keyboard.press("End");
    await expectShare(page, 75);
    // Each press is kept by a post of its own; it is the last one that counts.
    const kept = page.waitForResponse((response) => /=40\b/.test(response.request().postData() ?? ""));
    await page.keyboard.press("Home");
    await expectShare(page, 40);
    await kept;

    await withoutScripts(page);
    await page.goto(ruth.path);
    await expectShare(page, 40);
  });

  test("the line is moved by pointer and by buttons, and a double click puts it back", async ({
    room,
    page,
  }) => {
    await room("the-promised-raise");
    const line = page.getByRole("separator");
    const from = await centreOf(line);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x - 100, from.y, { steps: 4 });
    await expectShare(page, ((from.x - 100) / 1280) * 100);
    await page.mouse.up();
    await expect(line, "it settles on the nearest step").toHaveAttribute("aria-valuenow", "50");
    await expectShare(page, 50);
    await page.getByRole("button", { name: "More room for the conversation" }).click();
    await expectShare(page, 55);
    await page.getByRole("button", { name: "More room for the coach" }).click();
    await expectShare(page, 50);
    await line.dblclick();
    await expectShare(page, 60);
  });
});

test.describe("on a narrow page", () => {
  test.beforeEach(({ page }) => page.setViewportSize(PHONE));

  test("there is one column, and each note is folded up under its turn", async ({ room, page }) => {
    const ruth = await room("the-promised-raise", { turns: 2 });
    await expect(coachOf(ruth).box).toBeHidden();
    const words = ruth.turn(2).getByRole("note").locator(".spoken");
    await expect(words).toBeHidden();
    await ruth.turn(2).locator("summary").click();
    await expect(words).toBeVisible();
    await expect(words).not.toBeEmpty();
    expect(await pageScrolls(page)).toBe(false);
  });

  test("the coach's tab counts the notes that have not been read, and shows them", async ({ room, page }) => {
    const ruth = await room("the-promised-raise", { turns: 3 });
    await expect(tab(page, "Coach (2 notes not read)")).toBeVisible();
    const longer = await page.locator(".room").evaluate((all) => all.scrollHeight - all.clientHeight);
    expect(longer, "the panes scroll, and nothing around them").toBe(0);
    await ruth.turn(2).locator("summary").click();
    await expect(tab(page, "Coach (1 note not read)")).toBeVisible();
    await tab(page, /^Coach/).click();
    await expect(tab(page, "Coach")).toHaveAttribute("aria-current", "page");
    await expect(ruth.note(2)).toBeVisible();
    await expect(ruth.note(3)).toBeVisible();
    await expect(ruth.turn(3)).toBeHidden();

    await tab(page, "Conversation").click();
    await ruth.open();
    await expect(tab(page, "Coach"), "what was read stays read").toBeVisible();
    await ruth.say("And by when?");
    await expect(tab(page, "Coach (1 note not read)")).toBeVisible();
  });

  test("one's own words stand in both views, and lead from the coach's to their turn", async ({
    room,
    page,
  }) => {
    const ruth = await room("the-promised-raise");
    for (const line of LINES) await ruth.say(line);
    for (const [index, line] of LINES.entries()) await expect(ruth.said(index + 1)).toHaveText(line);
    await tab(page, /^Coach/).click();
    for (const line of LINES) {
      await expect(coachOf(ruth).box.getByText(line, { exact: true })).toBeVisible();
    }
    await coachOf(ruth)
      .box.getByRole("link", { name: /^Turn 1/ })
      .click();
    await expect(ruth.said(1)).toBeInViewport();
    await expect(ruth.turn(1)).toHaveAttribute("data-pointed");
  });

  test("what is sent from the coach's view leads back to the conversation", async ({ room, page }) => {
    const ruth = await room("the-promised-raise");
    await ruth.say(LINES[0] ?? "");
    await tab(page, /^Coach/).click();
    await ruth.send(LINES[1] ?? "");
    await expect(ruth.said(2)).toBeVisible();
    await ruth.untilAnswered(2);
  });

  test("turning the phone, or a keyboard that makes the page smaller, keeps the box and the end in view", async ({
    room,
    page,
  }) => {
    const ruth = await room("the-promised-raise", { turns: 5 });
    for (const size of [PHONE_ON_ITS_SIDE, PHONE, PHONE_ON_ITS_SIDE]) {
      await page.setViewportSize(size);
      await expectBoxAndEnd(ruth);
    }
    await page.setViewportSize(PHONE);
    await ruth.box.click();
    for (const size of [{ ...PHONE, height: PHONE.height - 300 }, PHONE]) {
      await page.setViewportSize(size);
      await expectBoxAndEnd(ruth);
    }
  });

  test("a keyboard that is laid over the page, as on iOS, covers neither", async ({ room, page }) => {
    await page.addInitScript(pretendKeyboard);
    const ruth = await room("the-promised-raise", { turns: 5 });
    await page.evaluate(() => window.setKeyboard(300));
    await expect.poll(async () => bottomOf(ruth.box)).toBeLessThanOrEqual(PHONE.height - 300);
    await expectBoxAndEnd(ruth);
    await page.evaluate(() => window.setKeyboard(0));
    await expect.poll(async () => bottomOf(ruth.box)).toBeGreaterThan(PHONE.height - 300);
    await expectBoxAndEnd(ruth);
  });
});

test("magnified four times the page scrolls as a document, to every word and to the box", async ({
  room,
  page,
}) => {
  await page.setViewportSize(MAGNIFIED);
  const ruth = await room("the-promised-raise");
  await ruth.say(LINES[0] ?? "");
  expect(await pageScrolls(page)).toBe(true);
  for (const part of [ruth.said(1), ruth.reply(1), ruth.box]) {
    await part.scrollIntoViewIfNeeded();
    await expect(part).toBeInViewport();
  }
});

test("header, tabs and box leave most of a low page to the conversation", async ({ room, page }) => {
  const ruth = await room("the-promised-raise");
  for (const size of [MAGNIFIED_TWICE, PHONE_ON_ITS_SIDE]) {
    await page.setViewportSize(size);
    await ruth.open();
    expect((await page.getByRole("banner").boundingBox())?.height).toBeLessThan(56);
    const { height = 0 } = (await conversationOf(ruth).box.boundingBox()) ?? {};
    expect(height).toBeGreaterThan(size.height / 2);
    await expect(ruth.box).toBeInViewport({ ratio: 1 });
  }
});

for (const size of [PHONE, { width: 1280, height: 800 }]) {
  test(`the coach can be hidden, and stays hidden until it is shown again (${size.width} px)`, async ({
    room,
    page,
  }) => {
    await page.setViewportSize(size);
    const ruth = await room("the-promised-raise", { turns: 2 });
    const kept = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Hide the coach" }).click();
    await expectNoCoach(ruth);
    await kept;
    await ruth.say(LINES[2] ?? "");
    await expectNoCoach(ruth);

    await ruth.open();
    await expectNoCoach(ruth);
    await page.getByRole("button", { name: "Show the coach" }).click();
    await expect(ruth.note(3), "it went on writing").toHaveCount(1);
  });
}

test("a note has an icon, a word and a colour, on a wide page and on a narrow one", async ({
  room,
  page,
}) => {
  const ruth = await room("the-promised-raise", { turns: 2 });
  for (const size of [{ width: 1280, height: 800 }, PHONE]) {
    await page.setViewportSize(size);
    const note = ruth.note(2);
    await expect(note.locator("svg").first()).toBeVisible();
    await expect(note).toContainText(/Coach: \p{L}+/u);
    const colours = await note.evaluate((element) =>
      [element.querySelector("svg"), document.body].map((one) => one && getComputedStyle(one).color),
    );
    expect(colours[0]).not.toBe(colours[1]);
  }
});

test("read without its style, each turn is in order: what one said, the answer, the note; then the coach, then the box", async ({
  room,
  page,
}) => {
  const ruth = await room("the-promised-raise", { turns: 2 });
  const texts = await Promise.all([
    ruth.said(2).innerText(),
    ruth.reply(2).innerText(),
    page.locator("#note-2 [role=note] .spoken").innerText(),
  ]);
  await page.evaluate(() =>
    document.querySelectorAll("link[rel=stylesheet]").forEach((link) => link.remove()),
  );
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  const read = await page.getByRole("main").innerText();
  const turn = await ruth.turn(2).innerText();
  expectInOrder(turn, texts);
  expectInOrder(read, [...texts, texts[2] ?? ""]);
  const parts = page.locator("#conversation, #coach, #text");
  expect(await parts.evaluateAll((all) => all.map(({ id }) => id))).toEqual([
    "conversation",
    "coach",
    "text",
  ]);
  const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
  expect(ids.length, "no id is given twice").toBe(new Set(ids).size);
});

declare global {
  // eslint-disable-next-line no-var -- Only `var` declares a property of the window.
  var setKeyboard: (height: number) => void;
}

function tab(page: Page, name: string | RegExp): Locator {
  return page.getByRole("navigation", { name: "What to show" }).getByRole("link", { name, exact: true });
}

async function expectShare(page: Page, percent: number): Promise<void> {
  const width = async () => (await page.locator(".talk-pane").boundingBox())?.width ?? 0;
  const whole = page.viewportSize()?.width ?? 0;
  await expect.poll(async () => Math.abs((await width()) - (whole * percent) / 100)).toBeLessThan(8);
}

async function expectNoCoach(room: Room): Promise<void> {
  await expect(room.notes()).toHaveCount(0);
  await expect(coachOf(room).box).toHaveCount(0);
  await expect(tab(room.page, /^Coach/)).toHaveCount(0);
  await expect(room.box).toBeInViewport({ ratio: 1 });
}

async function expectBoxAndEnd(room: Room): Promise<void> {
  await expect(room.box).toBeInViewport({ ratio: 1 });
  await expect.poll(() => conversationOf(room).fromEnd()).toBeLessThanOrEqual(1);
  expect(await pageScrolls(room.page)).toBe(false);
}

function pageScrolls(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
    return scrollHeight > clientHeight || scrollWidth > clientWidth;
  });
}

/** From the next page load on no script arrives: what is seen is what the server has rendered. */
async function withoutScripts(page: Page): Promise<void> {
  await page.route(/\.js$/, (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
}

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
}

async function centreOf(part: Locator): Promise<{ x: number; y: number }> {
  const box = await part.boundingBox();
  if (!box) throw new Error(`${part.toString()} is not to be seen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function bottomOf(part: Locator): Promise<number> {
  const box = await part.boundingBox();
  return (box?.y ?? 0) + (box?.height ?? 0);
}

function expectInOrder(text: string, parts: string[]): void {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    expect(at, `“${part}” comes after what is before it`).toBeGreaterThanOrEqual(from);
    from = at + part.length;
  }
}

/** Runs in the page: a visual viewport whose height a keyboard takes away, as iOS has it. Nothing here can show a real one. */
function pretendKeyboard(): void {
  let keyboard = 0;
  const viewport = Object.assign(new EventTarget(), { scale: 1, offsetTop: 0 });
  Object.defineProperty(viewport, "height", { get: () => innerHeight - keyboard });
  Object.defineProperty(window, "visualViewport", { value: viewport });
  window.setKeyboard = (height) => {
    keyboard = height;
    viewport.dispatchEvent(new Event("resize"));
  };
}
