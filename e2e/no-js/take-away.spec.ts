import { readFile } from "node:fs/promises";
import { expect, test } from "#e2e/fixtures.ts";
import { storedTurns } from "#e2e/stored.ts";

test("a conversation that has ended is read, downloaded and printed whole", async ({ room, page, db }) => {
  const ruth = await room("the-promised-raise", { turns: 2 });
  await ruth.end();
  const last = (await storedTurns(db, ruth.path)).at(-1);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as text (.md)" }).click();
  const file = await readFile(await (await download).path(), "utf8");
  expect(file).toContain(last?.learner);
  expect(file).toContain(last?.partner);

  await page.getByRole("link", { name: "Read every word again" }).click();
  await expect(ruth.reply(2)).toHaveText(last?.partner ?? "");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(ruth.said(2)).toBeVisible();
  await expect(ruth.note(2)).toContainText((last?.coach ?? "").slice(-40));
});
