import { randomUUID } from "node:crypto";
import { expect, test } from "#e2e/fixtures.ts";
import { storedTurns } from "#e2e/stored.ts";

const FIRST = "In April you told me we would get my pay there by the summer.";
const SECOND = "What would Colm need to see before he could say yes?";

test.use({ pace: "unhurried" });

test("a reply that is slower than the page shows what there is, and the page asks again until its end", async ({
  room,
  page,
  site,
  db,
}) => {
  const ruth = await room("the-promised-raise");
  await ruth.say(FIRST);
  // Taken without waiting for the replies: the same as a post whose wait of twenty seconds is over.
  const taken = await page.request.post(ruth.path, {
    form: { intent: "speak", turnId: randomUUID(), text: SECOND, live: "yes" },
    headers: { Origin: site },
  });
  expect(taken.ok()).toBe(true);

  await page.goto(ruth.path);
  await expect(ruth.said(2)).toHaveText(SECOND);
  await expect(ruth.stopButton).toBeVisible();
  await expect(page.locator('noscript meta[http-equiv="refresh"]')).toHaveCount(1);

  await ruth.untilAnswered(2);
  const stored = (await storedTurns(db, ruth.path)).at(-1);
  await expect(ruth.reply(2)).toHaveText(stored?.partner ?? "");
  await expect(ruth.sendButton).toBeVisible();
  await expect(page.locator('meta[http-equiv="refresh"]'), "a page that is whole stays").toHaveCount(0);
});

test("Stop is a form like any other, and keeps what was said", async ({ room, page, site, db }) => {
  const ruth = await room("the-promised-raise");
  await page.request.post(ruth.path, {
    form: { intent: "speak", turnId: randomUUID(), text: FIRST, live: "yes" },
    headers: { Origin: site },
  });
  await page.goto(ruth.path);
  await ruth.stopButton.click();
  await expect(ruth.turn(1).getByText("You stopped this reply.")).toBeVisible();
  expect(await storedTurns(db, ruth.path)).toHaveLength(1);
  await ruth.say(SECOND);
  await expect(ruth.reply(2)).not.toBeEmpty();
});
