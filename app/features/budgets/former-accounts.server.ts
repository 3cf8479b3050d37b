import { createHmac } from "node:crypto";
import { inArray, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { formerAccounts } from "#db/schema/people.ts";

/** Binds the hash to its use: the session key seals cookies too. */
const purpose = "former google account";

/**
 * Remembers what a Google account had been given, in weighted tokens, when its person is erased. `keys`: the session
 * keys, newest first. A key that is removed for good takes the memory of those who left under it along.
 */
export async function rememberAccount(
  transaction: Database,
  { keys, googleSubject, grantedTokens }: { keys: string[]; googleSubject: string; grantedTokens: number },
): Promise<void> {
  const [subjectHash] = hashesOf(keys, googleSubject);
  if (subjectHash === undefined) throw new Error("no session key");
  await transaction
    .insert(formerAccounts)
    .values({ subjectHash, grantedTokens })
    .onConflictDoUpdate({
      target: formerAccounts.subjectHash,
      set: { grantedTokens: sql`greatest(${formerAccounts.grantedTokens}, excluded.granted_tokens)` },
    });
}

/**
 * What has this Google account been given already, by a person who erased themselves? 0 for a new one. Whoever signs
 * people up grants the role's default less this, and never less than nothing.
 */
export async function grantedBefore(db: Database, keys: string[], googleSubject: string): Promise<number> {
  const rows = await db
    .select({ granted: formerAccounts.grantedTokens })
    .from(formerAccounts)
    .where(inArray(formerAccounts.subjectHash, hashesOf(keys, googleSubject)));
  return Math.max(0, ...rows.map(({ granted }) => granted));
}

function hashesOf(keys: string[], googleSubject: string): string[] {
  return keys.map((key) =>
    createHmac("sha256", Buffer.from(key, "hex")).update(`${purpose}\n${googleSubject}`).digest("hex"),
  );
}
