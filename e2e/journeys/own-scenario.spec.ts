import { expect, test } from "#e2e/fixtures.ts";
import { aSituation } from "#e2e/fakes/situations.ts";
import { expectGoodForAll } from "#e2e/good-for-all.ts";

// Each state is looked at in both themes and at two widths.
test.describe.configure({ timeout: 240_000 });

test("a situation is described, refused with a word, drafted, edited and practised; then noted how it went", async ({
  guest: page,
  forgiven,
}) => {
  forgiven.push(/status of 400/);
  await page.goto("/");
  await page.getByRole("link", { name: "Describe a situation of your own" }).click();
  await page.getByLabel("Who is it?").fill("my teenage niece");
  await page.getByLabel("What should they be called?").fill(aSituation.name);
  await page.getByLabel("And who are you in it?").fill(aSituation.role);
  await page.getByLabel("What has happened, and what is hard about it?").fill(aSituation.happened);
  await page.getByLabel("What would a good ending be?").fill(aSituation.goal);
  await page.getByLabel("What will come up?").fill(aSituation.topics.join("\n"));
  await page.getByLabel("Everybody I will speak with here is 18 or older").check();
  await page.getByRole("button", { name: "Draft the other person" }).click();

  const who = page.getByLabel("Who is it?");
  await expect(who).toHaveAttribute("aria-invalid", "true");
  await expect(who).toBeFocused();
  await expect(page.getByText("Here you can only practise with adults")).toBeVisible();
  await expect(page.getByLabel("What has happened, and what is hard about it?")).toHaveValue(
    aSituation.happened,
  );
  await expectGoodForAll(page);
  await who.fill(aSituation.who);
  await page.getByRole("button", { name: "Draft the other person" }).click();

  await expect(page.getByRole("heading", { name: "The other person, as drafted" })).toBeVisible();
  await expectGoodForAll(page);
  await page.getByText("More about them").click();
  await page.getByLabel("Title", { exact: true }).fill("");
  await page.getByRole("button", { name: "Keep it, and on to practising" }).click();
  await expect(page.getByText("This is needed.")).toBeVisible();
  await expect(page.getByLabel("Title", { exact: true })).toBeFocused();
  await page.getByLabel("Title", { exact: true }).fill("The cold flat");
  await page.getByRole("button", { name: "Keep it, and on to practising" }).press("Enter");

  await expect(page.getByRole("heading", { name: "The cold flat" })).toBeVisible();
  await page.getByRole("button", { name: "Start the conversation" }).click();
  await expect(page).toHaveURL(/\/conversation\//);
  const room = new URL(page.url()).pathname;

  await page.goto(`${room}/reminder`);
  await expectGoodForAll(page);
  await page.getByRole("button", { name: "I have had it already" }).click();
  await expect(page.getByRole("heading", { name: "Did you have it? The cold flat" })).toBeVisible();
  await expectGoodForAll(page);
  await page.getByText("Yes, I had it").click();
  await page.getByLabel("What would you keep, for the next one?").fill("The pause.");
  await page.getByRole("button", { name: "Keep this" }).click();
  await expect(page.getByText("Change what you noted")).toBeVisible();
  await expect(page.getByText("The pause.").first()).toBeVisible();
});
