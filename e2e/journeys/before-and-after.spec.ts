import { expect, test } from "#e2e/fixtures.ts";
import { Room } from "#e2e/room.ts";

test(
  "a goal and how one feels about it are set in a few presses, and asked for again before the coach speaks",
  { tag: "@phone" },
  async ({ guest: page }) => {
    await page.goto("/scenarios/the-promised-raise");
    await page.getByText("Your own goal, and how you feel about it (optional)").click();
    await page.getByRole("textbox", { name: "What you want out of it" }).fill("A date, in writing.");
    const confidence = page.getByRole("group", { name: "How confident are you" });
    await confidence.getByRole("radio", { name: "4" }).click();
    await page
      .getByRole("group", { name: "How much do you dread it" })
      .getByRole("radio", { name: "8" })
      .click();
    await page.getByRole("button", { name: "Start the conversation" }).click();
    await page.waitForURL("**/conversation/*");

    const ruth = new Room(page, new URL(page.url()).pathname);
    await ruth.ready();
    await expect(page.getByRole("log").getByText("A date, in writing.")).toBeVisible();
    await ruth.say("In April you told me we would get my pay there by the summer.");
    await ruth.say("I am asking for 46,000, because I have run the accounts since June.");
    await ruth.end();

    const noted = page.getByRole("region", { name: "What the coach noted" });
    await expect(noted).toBeHidden();
    await page.getByRole("textbox", { name: "What worked" }).fill("I named the figure.");
    await confidence.getByRole("radio", { name: "7" }).click();
    await page.getByRole("button", { name: "Keep it, and show me the coach’s view" }).click();
    await expect(noted).toBeVisible();
    const own = page.getByRole("region", { name: "First, how you see it" });
    for (const words of ["I named the figure.", "Confidence 4, dread 8, of 10", "Confidence 7, of 10"])
      await expect(own).toContainText(words);
  },
);
