import { createHash, randomBytes } from "node:crypto";
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Database } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { ownerLinks, users } from "#db/schema/people.ts";
import { audit } from "./audit.server.ts";

const tokenBytes = 32;
const minutesValid = 15;
const signedIn = "signed in by owner link";

/**
 * Makes a link that signs in whoever runs this site, once, within 15 minutes. Returns its token, which is stored nowhere
 * and cannot be shown again.
 */
export async function makeOwnerLink(db: Database): Promise<string> {
  const token = randomBytes(tokenBytes).toString("base64url");
  await db.insert(ownerLinks).values({
    id: uuidv7(),
    tokenHash: hashOf(token),
    expiresAt: sql`clock_timestamp() + make_interval(mins => ${minutesValid})`,
  });
  return token;
}

/** Links that were made before let nobody in any more. */
export async function voidOwnerLinks(db: Database): Promise<void> {
  await db
    .update(ownerLinks)
    .set({ expiresAt: sql`clock_timestamp()` })
    .where(and(isNull(ownerLinks.usedAt), gt(ownerLinks.expiresAt, sql`clock_timestamp()`)));
}

export type OwnerLinkStanding = "open" | "ended" | "unknown";

/** Does this link still let somebody in? Reads only: a link preview changes nothing. */
export async function ownerLinkStanding(db: Database, token: string): Promise<OwnerLinkStanding> {
  const [link] = await db
    .select({
      open: sql<boolean>`${ownerLinks.usedAt} is null and ${ownerLinks.expiresAt} > clock_timestamp()`,
    })
    .from(ownerLinks)
    .where(eq(ownerLinks.tokenHash, hashOf(token)));
  if (!link) return "unknown";
  return link.open ? "open" : "ended";
}

export type Owner = {
  id: string;
  epoch: number;
  /** Made just now, with an empty budget. */
  isNew: boolean;
};

/**
 * Uses the link up and says who comes in by it; null when it lets nobody in. The guard stands in the UPDATE, so that of
 * two people at once one gets in. The owner is one and the same administrator each time.
 */
export async function redeemOwnerLink(transaction: Database, token: string): Promise<Owner | null> {
  const used = await transaction
    .update(ownerLinks)
    .set({ usedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(ownerLinks.tokenHash, hashOf(token)),
        isNull(ownerLinks.usedAt),
        gt(ownerLinks.expiresAt, sql`clock_timestamp()`),
      ),
    )
    .returning({ id: ownerLinks.id });
  if (used.length === 0) return null;
  // Two links at once must not make two owners.
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtext('owner'))`);
  const owner = (await formerOwner(transaction)) ?? (await newOwner(transaction));
  await audit(transaction, {
    actorId: owner.id,
    deed: signedIn,
    subject: { kind: "person", id: owner.id },
    facts: { new: owner.isNew },
  });
  return owner;
}

/** Who came in so before, as long as they are an administrator; also after they have linked a Google account. */
async function formerOwner(transaction: Database): Promise<Owner | null> {
  const [owner] = await transaction
    .select({ id: users.id, epoch: users.sessionEpoch })
    .from(auditLog)
    .innerJoin(users, eq(users.id, auditLog.subjectId))
    .where(and(eq(auditLog.deed, signedIn), eq(users.role, "ADMIN"), isNull(users.disabledAt)))
    .orderBy(asc(auditLog.id))
    .limit(1);
  return owner ? { ...owner, isNew: false } : null;
}

async function newOwner(transaction: Database): Promise<Owner> {
  const id = uuidv7();
  const quota = { tokens: 0, preset: null };
  await transaction.insert(users).values({ id, role: "ADMIN", quota, quotaTokens: 0 });
  return { id, epoch: 0, isNew: true };
}

/** SHA-256, hex. A plain hash is enough for 256 random bits (ASVS 6.5.2). */
function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
