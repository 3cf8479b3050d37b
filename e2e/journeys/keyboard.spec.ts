import type { Page } from "@playwright/test";
import { expect, test } from "#e2e/fixtures.ts";
import { press, tabTo } from "#e2e/keys.ts";
import { coachOf } from "#e2e/pane.ts";
import { Room } from "#e2e/room.ts";

const SECOND = "You always do this, Ruth. You promised me money and you did nothing for six months.";

test.describe("with the keyboard alone", () => {
  // Slow enough to stop a reply by hand.
  test.use({ pace: "slow" });
  test.setTimeout(240_000);

  test("a whole rehearsal: come in, choose, speak, stop, retry, read the note, hide the coach, end, keep it, again", async ({
    page,
    invite,
  }) => {
    await page.goto(await invite());
    await press(page, page.getByRole("button", { name: "Start practising" }));
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await press(page, page.getByRole("link", { name: "Ask your manager for the raise you were promised" }));
    await page.waitForURL("**/scenarios/*");
    await tabTo(page, page.getByRole("radio", { name: /^Real/ }));
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("radio", { name: /^Hard/ })).toBeChecked();
    await press(page, page.getByRole("button", { name: "Start the conversation" }));
    const ruth = await roomOf(page);

    await expect(ruth.box, "one can write at once").toBeFocused();
    await page.keyboard.type("In April you told me we would");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("get my pay there by the summer.");
    await page.keyboard.press("Enter");
    await expect(ruth.reply(1)).toHaveText(/\w+ \w+/);
    await expect(ruth.said(1)).toHaveText("In April you told me we would get my pay there by the summer.");
    await press(page, ruth.stopButton);
    await expect(ruth.turn(1).getByText("You stopped this reply.")).toBeVisible();
    await press(page, ruth.turn(1).getByRole("button", { name: "Retry the reply" }), "Shift+Tab");
    await expect(ruth.turn(1).getByText("You stopped this reply.")).toHaveCount(0);
    await ruth.untilAnswered(1);

    await page.keyboard.press("Control+/");
    await page.keyboard.type(SECOND);
    await page.keyboard.press("Enter");
    await expect(ruth.note(2)).toBeVisible({ timeout: 60_000 });
    await expect(ruth.onItsWay).toHaveCount(0, { timeout: 60_000 });
    await expect(ruth.box, "the next message can be written at once").toBeFocused();
    await page.keyboard.press("Shift+F6");
    await expect(coachOf(ruth).box).toBeFocused();
    await press(page, coachOf(ruth).box.getByRole("link", { name: /^Turn 2/ }));
    await expect(ruth.said(2)).toBeInViewport();

    await press(page, page.getByRole("button", { name: "Hide the coach" }), "Shift+Tab");
    await expect(ruth.notes()).toHaveCount(0);
    const brief = page.getByRole("heading", { name: "What has happened" });
    await press(page, page.locator("summary", { hasText: "Brief" }), "Shift+Tab");
    await expect(brief).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(brief).toBeHidden();
    await press(page, page.locator("summary", { hasText: "Settings" }));
    await tabTo(page, page.getByRole("radio", { name: /^In full/ }));
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("radio", { name: /^Short notice/ })).toBeChecked();
    await page.keyboard.press("Escape");

    await press(page, ruth.endButton);
    await page.waitForURL("**/debrief");
    await press(page, page.getByRole("button", { name: "We have a next step" }));
    await expect(page.getByRole("heading", { name: "You left with a next step." })).toBeVisible();
    const download = page.waitForEvent("download");
    await press(page, page.getByRole("link", { name: "Download as text" }));
    expect((await download).suggestedFilename()).toMatch(/\.md$/);
    await press(page, page.getByRole("button", { name: "Practise it again" }), "Shift+Tab");
    const again = await roomOf(page);
    expect(again.path).not.toBe(ruth.path);
    await expect(again.reply(0)).not.toBeEmpty();
  });
});

/** The room that the page has come to. */
async function roomOf(page: Page): Promise<Room> {
  await page.waitForURL(/\/conversation\/[^/]+$/);
  const room = new Room(page, new URL(page.url()).pathname);
  await room.ready();
  return room;
}
