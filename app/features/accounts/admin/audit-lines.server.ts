import { and, asc, count, desc, eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { users } from "#db/schema/people.ts";
import { auditWords } from "./admin-words.ts";
import { nameless } from "./people.server.ts";

export type AuditLine = {
  id: number;
  at: string;
  deed: string;
  /** Null: the program itself, or the operator at the terminal. */
  actor: string | null;
  subject: { kind: (typeof auditLog.$inferSelect)["subjectKind"]; id: string | null };
  facts: [name: string, value: string][];
};

export type AuditAsked = {
  /** Null: every deed. */
  deed: string | null;
  /** An id; null: anybody. */
  actor: string | null;
  page: number;
  pageSize: number;
};

/** Who did what? The latest first, with how many lines there are in all. */
export async function auditLines(
  db: Database,
  { deed, actor, page, pageSize }: AuditAsked,
): Promise<{ lines: AuditLine[]; total: number }> {
  const asked = and(
    deed === null ? undefined : eq(auditLog.deed, deed),
    actor === null ? undefined : eq(auditLog.actorId, actor),
  );
  const [counted] = await db.select({ total: count() }).from(auditLog).where(asked);
  const rows = await db
    .select({ line: auditLog, ...actorShown })
    .from(auditLog)
    .leftJoin(users, eq(users.id, auditLog.actorId))
    .where(asked)
    .orderBy(desc(auditLog.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const lines = rows.map(({ line, ...row }) => ({
    id: line.id,
    at: line.createdAt.toISOString(),
    deed: line.deed,
    actor: line.actorId && nameOf(row),
    subject: { kind: line.subjectKind, id: line.subjectId },
    facts: Object.entries(line.facts).map(([name, value]): [string, string] => [name, String(value)]),
  }));
  return { lines, total: counted?.total ?? 0 };
}

/** What can be asked for: the deeds that were done, and who did them. */
export async function auditChoices(
  db: Database,
): Promise<{ deeds: string[]; actors: { id: string; name: string }[] }> {
  const deeds = await db.selectDistinct({ deed: auditLog.deed }).from(auditLog).orderBy(asc(auditLog.deed));
  const actors = await db
    .selectDistinct({ id: users.id, ...actorShown })
    .from(auditLog)
    .innerJoin(users, eq(users.id, auditLog.actorId))
    .orderBy(asc(users.name))
    .limit(actorsOffered);
  return {
    deeds: deeds.map(({ deed }) => deed),
    actors: actors.map(({ id, ...row }) => ({ id, name: nameOf(row) })),
  };
}

/** More would be no list to choose from; the address takes any id. */
const actorsOffered = 200;

const actorShown = {
  name: users.name,
  present: users.id,
  invited: sql<boolean>`${users.invitationId} is not null`,
  google: sql<boolean>`${users.googleSubject} is not null`,
};

function nameOf(row: { name: string | null; present: string | null; invited: boolean; google: boolean }) {
  return row.present === null ? auditWords.erased : (row.name ?? nameless(row));
}
