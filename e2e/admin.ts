import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { users } from "#db/schema/people.ts";

/** Makes whoever this page belongs to an administrator. */
export async function makeAdmin(page: Page, db: Database): Promise<void> {
  const taken = await page.request.get("/account/export.json");
  const { person }: { person: { id: string } } = await taken.json();
  await db.update(users).set({ role: "ADMIN" }).where(eq(users.id, person.id));
}
