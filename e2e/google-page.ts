import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";

type AtGoogle = { sub?: string; name?: string; email?: string };

/** On the page of Google's stand-in: is somebody, and goes on. */
export async function approveAtGoogle(page: Page, person: AtGoogle = {}): Promise<void> {
  const { sub = randomUUID(), name = "Ada Example", email = "ada@x.example" } = person;
  await expect(page.getByRole("heading", { name: "Choose an account" })).toBeVisible();
  await page.getByLabel("sub").fill(sub);
  await page.getByLabel("name").fill(name);
  await page.getByLabel("email").fill(email);
  await page.getByRole("button", { name: "Continue" }).click();
}
