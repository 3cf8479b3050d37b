import { makeAdmin } from "#e2e/admin.ts";
import { expect, test } from "#e2e/fixtures.ts";
import { expectGoodForAll } from "#e2e/good-for-all.ts";

// Each state is looked at in both themes and at two widths.
test.describe.configure({ timeout: 240_000 });

const FIRST = "In April you told me we would get my pay there by the summer.";

test("one's own page, fresh and after practising, and what comes before and after deleting", async ({
  guest,
  room,
}) => {
  await guest.goto("/account");
  await expectGoodForAll(guest);
  const ruth = await room("the-promised-raise");
  await ruth.say(FIRST);
  for (const path of ["/account", `${ruth.path}/erasure`, "/account/erasure", "/erased"]) {
    await guest.goto(path);
    await expectGoodForAll(guest);
  }
});

test("the usage page, with an amount that is none", async ({ guest, room, db, forgiven }) => {
  forgiven.push(/status of 400/);
  await (await room("the-promised-raise")).say(FIRST);
  await makeAdmin(guest, db);
  await guest.goto("/admin/usage");
  await expectGoodForAll(guest);
  await guest.getByLabel("Weighted tokens a day").fill("plenty");
  await guest.getByRole("button", { name: "Save" }).click();
  await expect(guest.getByRole("alert")).toContainText("Write a whole number");
  await expectGoodForAll(guest);
});
