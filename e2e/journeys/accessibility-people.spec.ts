import { makeOwnerLink } from "#app/features/accounts/owner-link.server.ts";
import { expect, test } from "#e2e/fixtures.ts";
import { expectGoodForAll } from "#e2e/good-for-all.ts";

// Each page is looked at in both themes and at two widths.
test.describe.configure({ timeout: 240_000 });

test("the way in: after a lost sign-in, and by the owner's link, open and ended", async ({
  page,
  guest,
  db,
  forgiven,
}) => {
  forgiven.push(/status of 4\d\d/);
  await guest.goto(`/owner/${await makeOwnerLink(db)}`);
  await expectGoodForAll(guest);
  for (const path of ["/api/auth/google/callback?state=x&code=y", "/owner/nobody"]) {
    await page.goto(path);
    await expectGoodForAll(page);
  }
});

test("administration: the overview, people, a person with a refused form, the audit", async ({
  owner,
  forgiven,
}) => {
  forgiven.push(/status of 400/);
  for (const path of [
    "/admin",
    "/admin/audit",
    "/admin/users?search=nobody-like-that",
    "/admin/users?role=ADMIN",
  ]) {
    await owner.goto(path);
    await expectGoodForAll(owner);
  }
  await owner
    .getByRole("link", { name: /^The owner/ })
    .first()
    .click();
  await owner.getByRole("button", { name: "Take" }).click();
  await expect(owner.getByText("Say why")).toBeVisible();
  await expectGoodForAll(owner);
});
