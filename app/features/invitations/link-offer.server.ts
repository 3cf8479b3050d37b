import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { users } from "#db/schema/people.ts";

/** From this share of the budget on a guest is told that it will end, and what else there is. */
const nearlyUsed = 0.8;

/** May this guest be asked to link an account, and is their budget nearly used up? Never again once they said "not now". */
export async function linkOffer(
  db: Database,
  guestId: string,
): Promise<{ dismissed: boolean; nearlyUsed: boolean }> {
  const [guest] = await db
    .select({
      dismissed: sql<boolean>`${users.linkDismissedAt} is not null`,
      nearlyUsed: sql<boolean>`${users.usedTokens} + ${users.reservedTokens} >= ${nearlyUsed}::float8 * ${users.quotaTokens}`,
    })
    .from(users)
    .where(eq(users.id, guestId));
  return guest ?? { dismissed: true, nearlyUsed: false };
}

/** "Not now" is remembered: there are other ways to an account, for whoever changes their mind. */
export async function dismissLinkOffer(db: Database, guestId: string): Promise<void> {
  await db
    .update(users)
    .set({ linkDismissedAt: sql`coalesce(${users.linkDismissedAt}, clock_timestamp())` })
    .where(eq(users.id, guestId));
}
