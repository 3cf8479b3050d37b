import { and, eq, isNull, max, or, sql } from "drizzle-orm";
import { audit } from "#app/features/accounts/audit.server.ts";
import { addVersion } from "#app/features/scenarios/publish-scenario.server.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import type { Database } from "#db/client.server.ts";
import { inTransaction, isUniqueViolation } from "#db/failures.ts";
import { scenarios, scenarioVersions } from "#db/schema/scenarios.ts";

const slugCharacters = 60;

/**
 * Adds a scenario to the catalogue, unpublished. The address is made of its title and stays when that changes. The same id
 * again (a second press) writes nothing. The content must have passed the lint.
 */
export async function writeScenario(
  db: Database,
  actorId: string,
  { id, content }: { id: string; content: ScenarioContent },
): Promise<void> {
  for (let number = 1; ; number++) {
    const slug = slugOf(content.title, number);
    try {
      await inTransaction(db, (transaction) => write(transaction, actorId, { id, slug, content }));
      return;
    } catch (error) {
      // The address is taken: the next number is tried.
      if (!isUniqueViolation(error) || number >= mostNumbers) throw error;
    }
  }
}

const mostNumbers = 50;

async function write(
  transaction: Database,
  actorId: string,
  { id, slug, content }: { id: string; slug: string; content: ScenarioContent },
): Promise<void> {
  const [last] = await transaction
    .select({ position: max(scenarios.position) })
    .from(scenarios)
    .where(isNull(scenarios.ownerId));
  const made = await transaction
    .insert(scenarios)
    .values({ id, slug, status: "draft", position: (last?.position ?? -1) + 1 })
    .onConflictDoNothing({ target: scenarios.id })
    .returning({ id: scenarios.id });
  if (made.length === 0) return;
  await addVersion(transaction, id, content, { byHand: true });
  await audit(transaction, {
    actorId,
    deed: "scenario written",
    subject: { kind: "scenario", id },
    facts: { slug },
  });
}

export type Changed = "changed" | "same" | "conflict" | "not-found";

/** Makes a new version of a catalogue scenario, unless somebody else has since the page was made (`was`: its version then). */
export async function changeScenario(
  db: Database,
  actorId: string,
  { id, was, content }: { id: string; was: number; content: ScenarioContent },
): Promise<Changed> {
  return inTransaction(db, async (transaction) => {
    // The version is looked up once the row is held: whoever waited for it would else find the one before, which is no longer its.
    const [held] = await transaction
      .select({ id: scenarios.id })
      .from(scenarios)
      .where(and(eq(scenarios.id, id), isNull(scenarios.ownerId)))
      .for("update");
    if (!held) return "not-found";
    const [found] = await transaction
      .select({ slug: scenarios.slug, version: scenarioVersions.number })
      .from(scenarios)
      .innerJoin(scenarioVersions, eq(scenarioVersions.id, scenarios.currentVersionId))
      .where(eq(scenarios.id, id));
    if (!found) return "not-found";
    if (found.version !== was) return "conflict";
    if (!(await addVersion(transaction, id, content, { byHand: true }))) return "same";
    await audit(transaction, {
      actorId,
      deed: "scenario changed",
      subject: { kind: "scenario", id },
      facts: { slug: found.slug, version: was + 1 },
    });
    return "changed";
  });
}

/**
 * Shows a catalogue scenario to everybody, or to nobody any more. Who practises it goes on. False when there is none of
 * this id, or it stands like that already.
 */
export async function showScenario(
  db: Database,
  actorId: string,
  { id, published }: { id: string; published: boolean },
): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    const other = published
      ? or(eq(scenarios.status, "draft"), eq(scenarios.status, "archived"))
      : eq(scenarios.status, "published");
    const [changed] = await transaction
      .update(scenarios)
      .set({ status: published ? "published" : "archived" })
      .where(and(eq(scenarios.id, id), isNull(scenarios.ownerId), sql`current_version_id is not null`, other))
      .returning({ slug: scenarios.slug });
    if (!changed) return false;
    await audit(transaction, {
      actorId,
      deed: published ? "scenario published" : "scenario unpublished",
      subject: { kind: "scenario", id },
      facts: { slug: changed.slug },
    });
    return true;
  });
}

/** "Not home this year" is "not-home-this-year"; the second of that title has a 2 behind it. */
function slugOf(title: string, number: number): string {
  const slug = title
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .slice(0, slugCharacters)
    .replaceAll(/^-+|-+$/gu, "");
  return `${slug || "scenario"}${number === 1 ? "" : `-${number}`}`;
}
