import { getTableColumns } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { auditLog } from "#db/schema/audit.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { asides, conversationSessions, messages, turns } from "#db/schema/conversations.ts";
import { debriefQuestions, debriefs } from "#db/schema/debriefs.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";
import { realConversations } from "#db/schema/real-conversations.ts";
import { runs } from "#db/schema/runs.ts";
import { scenarioDrafts, scenarios, scenarioVersions } from "#db/schema/scenarios.ts";

/**
 * What of each table is somebody's own and goes into their export. Whatever is in no list here stands in `notExported`
 * with its reason; a test compares both with the schema, so that a new column is not forgotten.
 */
export const exported = {
  person: columnsOf(users, [
    ...["id", "role", "name", "email", "emailVerified", "googleSubject", "invitationId", "seat"],
    ...["seatHeldUntil", "movedTo", "linkDismissedAt", "disabledAt", "quota", "usage", "quotaTokens"],
    ...["usedTokens", "reservedTokens", "createdAt", "expiresAt"],
  ] as const),
  conversation: columnsOf(conversationSessions, [
    ...["id", "difficulty", "coachMode", "coachTiming", "partnerModel", "coachModel", "ending", "endedBy"],
    ...["endedAt", "goal", "redLine", "confidenceBefore", "dreadBefore", "confidenceAfter", "dreadAfter"],
    ...["ownView", "createdAt", "lastTurnAt"],
  ] as const),
  turn: columnsOf(turns, [
    ...[
      "id",
      "parentId",
      "ordinal",
      "moves",
      "coded",
      "coachMode",
      "ending",
      "endedBy",
      "endedAt",
      "createdAt",
    ],
  ] as const),
  aside: columnsOf(asides, [
    ...["id", "turnId", "kind", "text", "rung", "move", "answer", "createdAt"],
  ] as const),
  message: columnsOf(messages, ["turnId", "role", "attempt", "text", "createdAt"] as const),
  run: columnsOf(runs, [
    ...["id", "subject", "subjectId", "lane", "attempt", "status", "model", "counts", "estimated"],
    ...["text", "charged", "reason", "createdAt", "settledAt"],
  ] as const),
  debrief: columnsOf(debriefs, ["id", "turnId", "createdAt"] as const),
  debriefQuestion: columnsOf(debriefQuestions, ["id", "debriefId", "text", "answer", "createdAt"] as const),
  ownScenario: columnsOf(scenarios, ["id", "slug", "status", "createdAt"] as const),
  ownVersion: columnsOf(scenarioVersions, ["number", "content", "createdAt"] as const),
  ownDraft: columnsOf(scenarioDrafts, ["situation", "draft", "draftedBy", "reason", "createdAt"] as const),
  realConversation: columnsOf(realConversations, [
    ...["id", "conversationId", "title", "goal", "plannedDay", "plannedTime", "outcome", "hadOn"],
    ...["howItWent", "wentText", "keepText", "createdAt", "changedAt"],
  ] as const),
  usage: columnsOf(usageLog, [
    ...["id", "kind", "amount", "runId", "counts", "estimated", "reason", "createdAt"],
  ] as const),
  invitation: columnsOf(invitations, [
    ...["id", "label", "note", "quota", "quotaTokens", "seats", "seatsTaken", "usage", "createdAt"],
    ...["expiresAt", "revokedAt", "closedAt", "createdBy", "fundedBy", "refundedAt"],
  ] as const),
  deed: columnsOf(auditLog, [
    ...["id", "actorId", "deed", "subjectKind", "subjectId", "facts", "createdAt"],
  ] as const),
};

/** Why a column (table.column), or a whole table, is in nobody's export. */
export const notExported: Record<string, string> = {
  "users.session_epoch": "counts how often every session was ended; says nothing about a person",
  "users.overage_tokens": "what the operator paid beyond the budget; the operator's books",
  "conversation_sessions.owner_id": "the person's own id, which stands over the export",
  "conversation_sessions.scenario_version_id": "its scenario and version stand beside it by name",
  "conversation_sessions.head_turn_id": "follows from the turns",
  "conversation_sessions.prompt_hash": "a fingerprint of the site's prompts",
  "turns.conversation_id": "they stand inside their conversation",
  "turns.state":
    "what the scenario's author lets the partner feel and hide: it would give the rehearsal away",
  "asides.conversation_id": "they stand inside their conversation",
  "messages.conversation_id": "they stand inside their conversation",
  "debriefs.conversation_id": "they stand inside their conversation",
  "debrief_questions.conversation_id": "they stand inside their conversation",
  "runs.conversation_id": "they stand inside their conversation",
  "runs.payer_id": "the person's own id, or that of the guest they were",
  "runs.reserved": "how the program held a budget back for a moment",
  "runs.ceiling_day": "the operator's books",
  "runs.max_tokens": "how the program asked a model",
  "runs.instance": "which process answered",
  "runs.fence": "how processes keep out of each other's way",
  "runs.lease_until": "how processes keep out of each other's way",
  "runs.stop_requested_at": "how processes keep out of each other's way; that it was stopped is its status",
  "runs.first_delta_ms": "a measurement of the program",
  "runs.rewritten": "how the program shows a reply again",
  "usage_log.payer_id": "the person's own id, or that of the guest they were",
  "usage_log.overage": "what the operator paid beyond the budget; the operator's books",
  "usage_log.actor_id": "who changed the budget is somebody else",
  "invitations.token_hash": "stands for a secret",
  "invitations.scenario_id": "the site's, not the person's",
  "invitations.source": "whether the program or a person made it",
  quota_presets: "the site's, not a person's",
  daily_ceiling: "the site's, not a person's",
  daily_spending: "sums of everybody, of nobody by name",
  "scenarios.owner_id": "the person's own id, which stands over the export",
  "scenarios.current_version_id": "the last of the versions, which stand inside it",
  "scenarios.position": "the order of the site's catalogue",
  "scenario_versions.id": "how the program names a version; its number stands there",
  "scenario_versions.scenario_id": "they stand inside their scenario",
  "scenario_versions.content_hash": "a fingerprint of what stands beside it",
  "scenario_versions.by_hand": "whether the program's catalogue or a person wrote it",
  "scenario_drafts.scenario_id": "it stands inside its scenario",
  "runs.scenario_id": "they stand inside their scenario",
  "real_conversations.owner_id": "the person's own id, which stands over the export",
  "real_conversations.revision": "counts for a calendar which file is the newer one",
  signed_out_sessions:
    "ids of sessions that were ended, without whose they were; gone when they would have expired",
  owner_links: "hashes of links that lead into the site",
  failed_lookups: "hashes of addresses, kept for an hour, of nobody known",
  former_accounts: "a keyed hash that outlives an erased account, and can be given to nobody by name",
};

/** The named columns of a table, for a select. */
function columnsOf<Table extends PgTable, Name extends keyof Table["_"]["columns"] & string>(
  table: Table,
  names: readonly Name[],
): Pick<Table["_"]["columns"], Name> {
  const columns: Record<string, unknown> = getTableColumns(table);
  return Object.fromEntries(names.map((name) => [name, columns[name]])) as Pick<Table["_"]["columns"], Name>;
}
