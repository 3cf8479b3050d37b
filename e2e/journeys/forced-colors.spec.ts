import type { Locator } from "@playwright/test";
import { expect, test } from "#e2e/fixtures.ts";

// A system with colours of its own (high contrast) paints over every background: what is a thing must have an edge.
test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: "active" }));

test("sheets, choices, buttons and the chosen theme can be told apart", async ({ page }) => {
  await page.goto("/scenarios/the-promised-raise");
  const form = page.locator("form").filter({ hasText: "Before you start" });
  const start = page.getByRole("button", { name: "Start the conversation" });
  const choice = page.locator("label").filter({ hasText: "No coach" });
  for (const thing of [form, choice, start]) await expectEdge(thing);
  const [chosen, other] = await Promise.all(
    ["System", "Dark"].map((name) => background(page.getByRole("button", { name }))),
  );
  expect(chosen).not.toBe(other);
});

test("in the room: the box, the button beside it and the message that did not go through", async ({
  room,
  forgiven,
}) => {
  forgiven.push(/status of 400/);
  const ruth = await room("the-promised-raise");
  await ruth.say("In April you told me we would get my pay there by the summer.");
  await ruth.send("a".repeat(4001));
  await expect(ruth.alert).toBeVisible();
  for (const thing of [ruth.box, ruth.sendButton, ruth.alert.locator("> *")]) await expectEdge(thing);
});

async function expectEdge(thing: Locator): Promise<void> {
  const edge = await thing.evaluate((element) => {
    const { borderBlockStartStyle, borderBlockStartWidth, borderBlockStartColor, backgroundColor } =
      getComputedStyle(element);
    return {
      style: borderBlockStartStyle,
      px: parseFloat(borderBlockStartWidth),
      differs: borderBlockStartColor !== backgroundColor,
    };
  });
  expect(edge, thing.toString()).toEqual({ style: "solid", px: expect.any(Number), differs: true });
  expect(edge.px, thing.toString()).toBeGreaterThanOrEqual(1);
}

function background(thing: Locator): Promise<string> {
  return thing.evaluate((element) => getComputedStyle(element).backgroundColor);
}
