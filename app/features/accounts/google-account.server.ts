import { and, eq, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Database } from "#db/client.server.ts";
import { users } from "#db/schema/people.ts";
import { audit } from "./audit.server.ts";
import type { GoogleIdentity } from "./google-identity.ts";
import type { Role } from "./person.ts";

export type Account = {
  id: string;
  role: Role;
  epoch: number;
  disabled: boolean;
  /** Made just now, with an empty budget. */
  isNew: boolean;
};

/**
 * The account of this Google identity, made when there is none: one and the same also when two tabs come back at once.
 * The identity is `subject` alone; name and address are only brought up to date.
 */
export async function accountOfGoogle(transaction: Database, identity: GoogleIdentity): Promise<Account> {
  const shown = shownOf(identity);
  const [account] = await transaction
    .insert(users)
    .values({
      id: uuidv7(),
      role: "GUEST",
      googleSubject: identity.subject,
      quota: { tokens: 0, preset: null },
      quotaTokens: 0,
      ...shown,
    })
    .onConflictDoUpdate({ target: users.googleSubject, set: shown })
    .returning({
      id: users.id,
      role: users.role,
      epoch: users.sessionEpoch,
      disabled: sql<boolean>`${users.disabledAt} is not null`,
      isNew: sql<boolean>`xmax = 0`,
    });
  if (!account) throw new Error("an account was neither made nor found");
  if (account.isNew)
    await audit(transaction, { actorId: account.id, deed: "account made", subject: of(account) });
  return account;
}

/**
 * Gives an account that has no Google identity this one; false when it has one by now, or the identity is another
 * account's already.
 */
export async function linkGoogle(
  transaction: Database,
  personId: string,
  identity: GoogleIdentity,
): Promise<boolean> {
  const [taken] = await transaction
    .select({ id: users.id })
    .from(users)
    .where(eq(users.googleSubject, identity.subject));
  if (taken) return false;
  const linked = await transaction
    .update(users)
    .set({ googleSubject: identity.subject, ...shownOf(identity) })
    .where(and(eq(users.id, personId), isNull(users.googleSubject)))
    .returning({ id: users.id });
  const [account] = linked;
  if (!account) return false;
  await audit(transaction, { actorId: account.id, deed: "Google account linked", subject: of(account) });
  return true;
}

function shownOf({ name, email, emailVerified }: GoogleIdentity) {
  return { name, email, emailVerified };
}

function of({ id }: { id: string }) {
  return { kind: "person", id } as const;
}
