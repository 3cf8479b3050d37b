import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { adjustBudget } from "#app/features/budgets/adjust-budget.server.ts";
import type { Database } from "#db/client.server.ts";
import { conversationSessions } from "#db/schema/conversations.ts";
import { users } from "#db/schema/people.ts";

/** Makes whoever this page belongs to an administrator. */
export async function makeAdmin(page: Page, db: Database): Promise<void> {
  const taken = await page.request.get("/account/export.json");
  const { person }: { person: { id: string } } = await taken.json();
  await db.update(users).set({ role: "ADMIN" }).where(eq(users.id, person.id));
}

/** An administrator takes all that is left of the budget of whoever has the conversation at this path. */
export async function takeBudgetAway(db: Database, path: string): Promise<void> {
  const [own] = await db
    .select({ personId: conversationSessions.ownerId })
    .from(conversationSessions)
    .where(eq(conversationSessions.id, path.split("/").at(-1) ?? ""));
  const personId = own?.personId ?? "";
  const taken = await adjustBudget(db, {
    actorId: personId,
    personId,
    amount: -10_000_000,
    reason: "a journey's end",
  });
  if (!taken.ok) throw new Error(taken.reason);
}
