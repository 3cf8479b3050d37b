import type { Database } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";

export type AuditSubject = {
  kind: (typeof auditLog.$inferInsert)["subjectKind"];
  /** Null: the site as a whole. */
  id: string | null;
};

export type Deed = {
  /** Null: the program itself, or the operator at the terminal. */
  actorId: string | null;
  /** In words of our own: "invitation revoked". */
  deed: string;
  subject: AuditSubject;
  /** Amounts, roles, names of things; never a text of a conversation, an e-mail address or a secret. */
  facts?: Record<string, string | number | boolean | null>;
};

/** Writes down who did what, in the transaction that does it: nothing is done without its line, no line without its deed. */
export async function audit(
  transaction: Database,
  { actorId, deed, subject, facts = {} }: Deed,
): Promise<void> {
  await transaction
    .insert(auditLog)
    .values({ actorId, deed, subjectKind: subject.kind, subjectId: subject.id, facts });
}
