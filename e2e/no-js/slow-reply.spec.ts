import { randomUUID } from "node:crypto";
import { expect, test } from "#e2e/fixtures.ts";
import type { Room } from "#e2e/room.ts";
import { storedTurns } from "#e2e/stored.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";

test.use({ pace: "slow" });

test("a reply that is slower than the page shows what there is, and the page asks again until its end", async ({
  room,
  page,
  site,
  db,
}) => {
  const ruth = await room("the-promised-raise");
  await takeWithoutWaiting(ruth, site);
  await page.goto(ruth.path);
  await expect(ruth.said(1)).toHaveText(FIRST);
  await expect(ruth.stopButton).toBeVisible();
  await expect(page.locator('noscript meta[http-equiv="refresh"]')).toHaveCount(1);

  await expect(ruth.sendButton).toBeVisible({ timeout: 20_000 });
  const [stored] = await storedTurns(db, ruth.path);
  await expect(ruth.reply(1)).toHaveText(stored?.partner ?? "");
  await expect(page.locator('meta[http-equiv="refresh"]'), "a page that is whole stays").toHaveCount(0);
});

test("Stop is a form like any other, and keeps what was said", async ({ room, page, site, db }) => {
  const ruth = await room("the-promised-raise");
  await takeWithoutWaiting(ruth, site);
  await expect.poll(async () => (await storedTurns(db, ruth.path))[0]?.partner).not.toBe("");
  await page.goto(ruth.path);
  const early = await ruth.reply(1).innerText();
  await ruth.stopButton.click();

  await expect(ruth.turn(1).getByText("You stopped this reply.")).toBeVisible();
  const [stopped] = await storedTurns(db, ruth.path);
  expect(stopped?.partner.startsWith(early)).toBe(true);
  await expect(ruth.reply(1)).toHaveText(stopped?.partner ?? "");
  await expect(ruth.sendButton).toBeVisible();
});

test("Retry is a form that brings the whole reply, and only that", async ({ room, page, site, db }) => {
  const ruth = await room("the-promised-raise");
  await takeWithoutWaiting(ruth, site);
  await page.goto(ruth.path);
  await ruth.stopButton.click();
  await ruth.turn(1).getByRole("button", { name: "Retry the reply" }).click({ timeout: 30_000 });

  await expect(page).toHaveURL(`${ruth.path}#turn-1`);
  const turns = await storedTurns(db, ruth.path);
  expect(turns.map(({ learner }) => learner)).toEqual([FIRST]);
  await expect(ruth.reply(1)).toHaveText(turns[0]?.partner ?? "");
  await expect(ruth.onItsWay).toHaveCount(0);
  await expect(ruth.turn(1).getByText("You stopped this reply.")).toHaveCount(0);
});

/** The same as a plain post whose wait of twenty seconds is over. */
async function takeWithoutWaiting(room: Room, origin: string): Promise<void> {
  const taken = await room.page.request.post(room.path, {
    form: { intent: "speak", turnId: randomUUID(), text: FIRST, live: "yes" },
    headers: { Origin: origin },
  });
  expect(taken.ok()).toBe(true);
}
