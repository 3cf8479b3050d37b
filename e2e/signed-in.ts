import { randomUUID } from "node:crypto";
import { sealSession } from "#app/features/accounts/session-cookie.server.ts";
import type { Role } from "#app/features/accounts/person.ts";
import type { Database } from "#db/client.server.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { users } from "#db/schema/people.ts";

/** The session key of every server the tests start. */
export const testSessionKey = "ab".repeat(32);

export type SignedIn = { id: string; cookie: string };

/** Somebody with an account and so many weighted tokens, as if they had signed in: the cookie to send. */
export async function signedIn(db: Database, role: Role, tokens = 500_000): Promise<SignedIn> {
  const id = randomUUID();
  const quota = { tokens, preset: null };
  await db.insert(users).values({ id, role, googleSubject: `sub-${id}`, quota, quotaTokens: tokens });
  await db.insert(usageLog).values({ payerId: id, kind: "grant", amount: tokens });
  const expiresAt = new Date(Date.now() + 3_600_000);
  const sealed = await sealSession([testSessionKey], { id: randomUUID(), personId: id, epoch: 0, expiresAt });
  return { id, cookie: `session=${sealed}` };
}
