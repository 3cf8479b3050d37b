import type { Page } from "@playwright/test";
import { expect, test } from "#e2e/fixtures.ts";
import { expectGoodForAll } from "#e2e/good-for-all.ts";

const LOAN = "Ask your brother for the money you lent him";

test("what is refused at the door: another site's form, a text that is too long, a broken address", async ({
  page,
  site,
  forgiven,
}) => {
  forgiven.push(/status of (400|403|413)/);
  await page.goto("/");
  await post(page, `${site}/theme`, { intent: "a".repeat(200_001) });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("That is too long to send");
  await expectGoodForAll(page);

  await page.goto(`${site}/%E0%A4%A`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("That address is broken");
  await expectGoodForAll(page);

  // A page of no origin at all.
  await page.goto("about:blank");
  await post(page, `${site}/theme`, { intent: "dark" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("That did not come from this site");
  await expectGoodForAll(page);
});

for (const [status, title] of [
  [500, "Something broke on our side"],
  [503, "We cannot reach our database"],
] as const) {
  test(`the page of an error ${status}`, async ({ page, forgiven }) => {
    forgiven.push(new RegExp(`status of ${status}|answered ${status}`));
    await page.goto("/");
    await page.route(/\/scenarios\/the-loan\.data/, (route) => route.fulfill({ status, body: "" }));
    await page.getByRole("link", { name: LOAN }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expectGoodForAll(page);

    await page.unroute(/\/scenarios\/the-loan\.data/);
    await page.getByRole("link", { name: "Try again" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(LOAN);
  });
}

test("a form of ours that makes no sense is told so, not that we broke", async ({
  guest,
  room,
  site,
  forgiven,
}) => {
  forgiven.push(/status of 400/);
  const ruth = await room("the-promised-raise");
  await post(guest, `${site}${ruth.path}`, { intent: "nonsense" }, "text/plain");
  await expect(ruth.alert).toBeVisible();
  await expectGoodForAll(guest);
  const tooMany = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`field-${at}`, "x"]));
  await post(guest, `${site}${ruth.path}`, tooMany);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("That form could not be read");
  await expectGoodForAll(guest);
});

test("a page without a network, and one while the next is on its way", async ({ page, context }) => {
  await page.goto("/");
  await context.setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await expectGoodForAll(page);
  await context.setOffline(false);
  await expect(page.getByText("You are offline.")).toHaveCount(0);

  await page.route(/\/scenarios\/the-loan\.data/, () => {});
  await page.getByRole("link", { name: LOAN }).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expectGoodForAll(page);
});

/** Posts as a plain form does, past all scripts. */
async function post(page: Page, action: string, fields: Record<string, string>, enctype = ""): Promise<void> {
  await page.evaluate(
    ({ action, fields, enctype }) => {
      const form = document.createElement("form");
      form.method = "post";
      form.action = action;
      form.enctype = enctype;
      for (const [name, value] of Object.entries(fields)) {
        const field = document.createElement("input");
        field.name = name;
        field.value = value;
        form.append(field);
      }
      document.body.append(form);
      form.submit();
    },
    { action, fields, enctype },
  );
}
