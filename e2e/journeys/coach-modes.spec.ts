import { expect, test } from "#e2e/fixtures.ts";
import { storedTurns } from "#e2e/stored.ts";

const draft = "I'd like us to get to forty-six thousand, as you said in April.";

test("before I send: the draft is looked at while it stands in the box, changed, looked at again, and sent", async ({
  room,
  page,
  db,
}) => {
  const ruth = await room("the-promised-raise", { coachMode: "before-sending" });
  const review = page.getByRole("region", { name: "The coach on your draft" });
  const warnings: string[] = [];
  page.on("console", (line) => line.type() === "warning" && warnings.push(line.text()));
  await page.getByRole("button", { name: "Show the coach first" }).click();
  await expect(page.getByText("Write what you would say first")).toBeVisible();
  await ruth.box.fill("I was sort of hoping, maybe.");
  await expect(page.getByText("Write what you would say first")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(review.getByRole("link", { name: "Change it" })).toBeVisible();
  await expect(ruth.onItsWay).toHaveCount(0);
  await expect(ruth.box).toHaveValue("I was sort of hoping, maybe.");
  expect(await storedTurns(db, ruth.path)).toHaveLength(0);

  await review.getByRole("link", { name: "Change it" }).click();
  await expect(ruth.box).toBeFocused();
  expect(warnings).toEqual([]);
  await ruth.box.fill(draft);
  await expect(review).toContainText("You have changed it since.");
  await page.getByRole("button", { name: "Show the coach again" }).click();
  await expect(review.getByRole("link", { name: "Change it" })).toBeVisible();
  await expect(ruth.onItsWay).toHaveCount(0);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await ruth.untilAnswered(1);
  await expect(review).toHaveCount(0);
  await expect(ruth.box).toHaveValue("");
  await expect(ruth.turn(1)).toContainText("With the coach’s help: 2 looks at a draft");
  await expect(ruth.notes()).toHaveCount(0);
});

test("a question to the coach is answered beside the conversation, and hints climb", async ({
  room,
  page,
}) => {
  const ruth = await room("the-promised-raise", { coachMode: "when-asked" });
  const ask = page.getByRole("textbox", { name: "Ask the coach" });
  await ask.fill("Why is she like this?");
  await page.keyboard.press("Enter");
  const pane = page.locator("#coach");
  await expect(pane.getByRole("article").filter({ hasText: "Why is she like this?" })).toContainText(
    "You will not argue them away",
  );
  await expect(ask).toHaveValue("");
  await expect(ruth.onItsWay).toHaveCount(0);
  await page.getByRole("button", { name: "Give me a hint" }).click();
  await expect(pane).toContainText("Hint 1 of 4");
  await page.getByRole("button", { name: "A bigger hint" }).click();
  await expect(pane).toContainText("Hint 2 of 4");
  await expect(ruth.turns).toHaveCount(1);
});
