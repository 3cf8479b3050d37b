import { and, asc, count, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";
import { auditWords } from "./admin-words.ts";
import type { Fact } from "./audit-line-words.ts";
import { nameless } from "./people.server.ts";

export type AuditLine = {
  id: number;
  at: string;
  deed: string;
  /** Null: the program itself, or the operator at the terminal. */
  actor: string | null;
  subject: AuditedSubject;
  facts: Fact[];
};

type AuditedSubject = {
  kind: (typeof auditLog.$inferSelect)["subjectKind"];
  id: string | null;
  /** What it is called; null: nothing by itself, or it is gone. */
  name: string | null;
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
    .select({ line: auditLog, ...actorShown, ...subjectShown })
    .from(auditLog)
    .leftJoin(users, eq(users.id, auditLog.actorId))
    .leftJoin(subjects, and(eq(auditLog.subjectKind, "person"), eq(subjects.id, auditLog.subjectId)))
    .leftJoin(
      invitations,
      and(eq(auditLog.subjectKind, "invitation"), eq(invitations.id, auditLog.subjectId)),
    )
    .where(asked)
    .orderBy(desc(auditLog.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const lines = rows.map(({ line, ...row }) => ({
    id: line.id,
    at: line.createdAt.toISOString(),
    deed: line.deed,
    actor: line.actorId && nameOf(row),
    subject: {
      kind: line.subjectKind,
      id: line.subjectId,
      name: line.subjectKind === "person" ? subjectName(row) : invitationName(row),
    },
    facts: Object.entries(line.facts),
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

const subjects = alias(users, "subjects");

const actorShown = {
  name: users.name,
  present: users.id,
  invited: sql<boolean>`${users.invitationId} is not null`,
  google: sql<boolean>`${users.googleSubject} is not null`,
};

const subjectShown = {
  subjectId: subjects.id,
  subjectCalled: subjects.name,
  subjectInvited: sql<boolean>`${subjects.invitationId} is not null`,
  subjectGoogle: sql<boolean>`${subjects.googleSubject} is not null`,
  label: invitations.label,
  source: invitations.source,
};

function invitationName({ label, source }: { label: string | null; source: string | null }): string | null {
  return source === "start" ? auditWords.printed : label;
}

function subjectName(row: {
  subjectId: string | null;
  subjectCalled: string | null;
  subjectInvited: boolean;
  subjectGoogle: boolean;
}): string | null {
  if (row.subjectId === null) return null;
  return row.subjectCalled ?? nameless({ invited: row.subjectInvited, google: row.subjectGoogle });
}

function nameOf(row: { name: string | null; present: string | null; invited: boolean; google: boolean }) {
  return row.present === null ? auditWords.erased : (row.name ?? nameless(row));
}
