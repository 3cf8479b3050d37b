import { expect, test } from "#e2e/fixtures.ts";
import { expectGood, LOOKS, wear } from "#e2e/good-for-all.ts";

const said = [
  "In April you told me we would get my pay there by the summer.",
  "I am asking for 46,000, because I have run Owen's eleven accounts since June.",
];

test("the debrief comes word by word, is talked about, and its moment is tried again", async ({
  room,
  page,
  forgiven,
}) => {
  // A question that is none.
  forgiven.push(/status of 400/);
  const ruth = await room("the-promised-raise");
  for (const line of said) await ruth.say(line);
  await ruth.end();
  await page.getByRole("link", { name: "Show me the coach’s view" }).click();
  await page.getByRole("button", { name: "Ask the coach for the debrief" }).click();
  const debrief = page.getByRole("region", { name: "The coach looks back" });
  await expect(debrief.getByText("The coach is writing the debrief").first()).toBeAttached();
  await expect(debrief.getByText(/^If .+, then I will /)).toBeVisible();
  await expect(debrief.getByRole("status")).toHaveText("The debrief is there");

  const talk = page.getByRole("region", { name: "Talk it over with the coach" });
  await talk.getByRole("button", { name: "Ask the coach" }).click();
  await expect(talk.getByText("There was nothing to ask.")).toBeInViewport();
  await expect(talk.getByRole("textbox", { name: "Your question" })).toBeFocused();
  await talk.getByRole("textbox", { name: "Your question" }).fill("What could I have said instead?");
  await talk.getByRole("button", { name: "Ask the coach" }).click();
  await expect(talk.getByText(/^One way that often lands here: .+ to Ruth\.$/)).toBeVisible();
  await expect(talk.getByRole("textbox", { name: "Your question" })).toHaveValue("");

  await page.getByText("Show it turn by turn").click();
  await expect(
    page.getByRole("region", { name: "What Ruth was thinking" }).getByRole("listitem"),
  ).toHaveCount(3);
  // Long words and a list of rows: the narrowest screen says most.
  const [narrow] = LOOKS;
  if (!narrow) throw new Error("nothing to look at");
  await wear(page, narrow);
  await expectGood(page, narrow);

  await debrief.getByRole("button", { name: "Try that moment again" }).click();
  await page.waitForURL(`**${ruth.path}**`);
  await expect(ruth.box).not.toHaveValue("");
});
