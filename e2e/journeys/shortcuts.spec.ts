import type { Locator, Page } from "@playwright/test";
import { expect, test } from "#e2e/fixtures.ts";
import { press, tabTo } from "#e2e/keys.ts";
import { coachOf, conversationOf } from "#e2e/pane.ts";
import { Room } from "#e2e/room.ts";

test("“?” lists the shortcuts where it is no letter, and Escape gives the focus back", async ({
  room,
  page,
}) => {
  const ruth = await room("the-promised-raise");
  await ruth.box.press("?");
  await expect(shortcutsOf(page)).toBeHidden();
  await expect(ruth.box).toHaveValue("?");

  const leave = page.getByRole("link", { name: /^Leave/ });
  await leave.focus();
  await page.keyboard.press("?");
  await expect(shortcutsOf(page)).toBeVisible();
  await expect(shortcutsOf(page)).toContainText("To the part before");
  await page.keyboard.press("Escape");
  await expect(shortcutsOf(page)).toBeHidden();
  await expect(leave).toBeFocused();
});

test("Ctrl+/ leads to the box from anywhere, and so does ⌘+/", async ({ room, page }) => {
  const ruth = await room("the-promised-raise");
  for (const key of ["Control+/", "Meta+/"]) {
    await page.getByRole("link", { name: /^Leave/ }).focus();
    await page.keyboard.press(key);
    await expect(ruth.box).toBeFocused();
  }
});

test("F6 and Ctrl with an arrow go round conversation, coach and box, either way", async ({ room, page }) => {
  const ruth = await room("the-promised-raise", { turns: 2 });
  const [conversation, coach] = [conversationOf(ruth).box, coachOf(ruth).box];
  await page.getByRole("link", { name: /^Leave/ }).focus();
  await round(page, "F6", [conversation, coach, ruth.box, conversation]);
  await round(page, "Shift+F6", [ruth.box, coach, conversation]);
  await round(page, "Control+ArrowDown", [coach, ruth.box]);
  await round(page, "Control+ArrowUp", [coach, conversation]);

  await page.getByRole("button", { name: "Hide the coach" }).click();
  await conversation.focus();
  await round(page, "F6", [ruth.box, conversation]);
});

test("on a narrow page F6 passes over the pane that is not shown", async ({ room, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const ruth = await room("the-promised-raise");
  await conversationOf(ruth).box.focus();
  await round(page, "F6", [ruth.box, conversationOf(ruth).box]);
  await page
    .getByRole("navigation")
    .getByRole("link", { name: /^Coach/ })
    .click();
  await ruth.box.focus();
  await round(page, "F6", [coachOf(ruth).box, ruth.box]);
});

test("the first stops of the Tab key skip to conversation, coach and box; then come header, both, box and Send", async ({
  room,
  page,
}) => {
  const ruth = await room("the-promised-raise", { turns: 2 });
  await ruth.box.fill("When could it be?");
  const [conversation, coach] = [conversationOf(ruth).box, coachOf(ruth).box];
  const skip = (where: string) => page.getByRole("link", { name: `Skip to the ${where}` });

  for (const [where, target] of [
    ["conversation", conversation],
    ["coach’s notes", coach],
    ["message box", ruth.box],
  ] as const) {
    await tabTo(page, skip(where), "Shift+Tab");
    await expect(skip(where)).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(target).toBeFocused();
  }

  await tabTo(page, skip("conversation"), "Shift+Tab");
  const inOrder = [
    skip("conversation"),
    skip("coach’s notes"),
    skip("message box"),
    page.getByRole("link", { name: /^Leave/ }),
    page.locator("summary", { hasText: "Brief" }),
    page.locator("summary", { hasText: "Settings" }),
    conversation,
    coach,
    ruth.box,
    ruth.sendButton,
  ];
  expect(await passed(page, inOrder)).toEqual(inOrder.map((_, at) => at));
});

test("shortcuts of one key can be switched off; the list then opens from the settings alone", async ({
  room,
  page,
  context,
}) => {
  const ruth = await room("the-promised-raise");
  await press(page, page.locator("summary", { hasText: "Settings" }), "Shift+Tab");
  await tabTo(page, page.getByRole("radio", { name: "“?” opens the list of shortcuts" }));
  const kept = page.waitForResponse((response) => response.request().method() === "POST");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Only with Ctrl, Shift or F6" })).toBeChecked();
  await press(page, page.getByRole("button", { name: "Keyboard shortcuts" }));
  await expect(shortcutsOf(page)).toBeVisible();
  await expect(shortcutsOf(page)).not.toContainText("This list");
  await page.keyboard.press("Escape");
  await kept;

  const again = new Room(await context.newPage(), ruth.path);
  await again.open();
  for (const tab of [ruth, again]) {
    await tab.page.getByRole("link", { name: /^Leave/ }).focus();
    await tab.page.keyboard.press("?");
    await expect(shortcutsOf(tab.page)).toBeHidden();
    await tab.page.keyboard.press("Control+/");
    await expect(tab.box, "the others still work").toBeFocused();
  }
});

function shortcutsOf(page: Page): Locator {
  return page.getByRole("dialog", { name: "Keyboard shortcuts" });
}

async function round(page: Page, key: string, stops: Locator[]): Promise<void> {
  for (const stop of stops) {
    await page.keyboard.press(key);
    await expect(stop).toBeFocused();
  }
}

/** Tabs from the first of these to the last; their numbers in the order in which they had the focus. */
async function passed(page: Page, stops: Locator[]): Promise<number[]> {
  const order: number[] = [];
  while (order.at(-1) !== stops.length - 1) {
    const here = await Promise.all(
      stops.map((stop) => stop.evaluate((element) => element === document.activeElement)),
    );
    if (here.includes(true)) order.push(here.indexOf(true));
    await page.keyboard.press("Tab");
  }
  return order;
}
