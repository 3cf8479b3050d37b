import { readFile } from "node:fs/promises";
import learners from "#e2e/fakes/learners/the-promised-raise.ts";
import { expect, test } from "#e2e/fixtures.ts";
import { longTalk } from "#e2e/long-talk.ts";
import { Room } from "#e2e/room.ts";
import { storedTurns } from "#e2e/stored.ts";

/** A whole rehearsal. The partner may take a turn or two more to agree. */
const TURNS = 10;

test(
  "an invitation leads through a conversation of ten turns to an agreement that can be taken away",
  { tag: "@phone" },
  async ({ page, invite, db, isMobile }) => {
    await page.goto(await invite());
    await page.getByRole("button", { name: "Start practising" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Good that you are here");

    await page.getByRole("link", { name: "Ask your manager for the raise you were promised" }).click();
    await page.getByRole("button", { name: "Start the conversation" }).click();
    await page.waitForURL("**/conversation/*");
    const room = new Room(page, new URL(page.url()).pathname);
    await room.ready();
    await expect(room.reply(0)).not.toBeEmpty();

    let turns = 0;
    if (isMobile) {
      // Each turn looks as the one before: the phone shows the first of them, and the last.
      for (const line of learners.skilled.slice(0, 2)) await room.say(line);
      await longTalk(page.request, room.path, learners.skilled.slice(2, TURNS - 1));
      await room.open();
      turns = TURNS - 1;
    }
    for (const line of learners.skilled.slice(turns)) {
      await room.say(line);
      turns += 1;
      if (turns >= TURNS && (await room.proposal.isVisible())) break;
    }

    const stored = await storedTurns(db, room.path);
    expect(stored.map(({ learner }) => learner)).toEqual(learners.skilled.slice(0, turns));
    for (const { ordinal, partner } of stored) await expect(room.reply(ordinal)).toHaveText(partner);
    await expect(room.note(1), "the coach only listens at first").toHaveCount(0);
    expect(await room.notes().count()).toBeGreaterThanOrEqual(TURNS / 2);

    await expect(room.proposal).toContainText("you have an agreement");
    await room.proposal.getByRole("button", { name: "Accept and end" }).click();
    await expect(page.getByRole("heading", { name: "You reached an agreement." })).toBeVisible();
    await expect(page).toHaveURL(`${room.path}/debrief`);
    await expect(page.getByText(`${turns} turns with Ruth`)).toBeVisible();

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download as text" }).click();
    const file = await readFile(await (await download).path(), "utf8");
    expect(file).toContain("You reached an agreement.");
    expect(file).toContain(`## Turn ${turns}`);
    expect(file).toContain(stored.at(-1)?.partner);
  },
);
