import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import { contentOf } from "#app/features/scenarios/queries.server.ts";
import type { Database } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { usageLog } from "#db/schema/budgets.ts";
import { asides, conversationSessions, messages, turns } from "#db/schema/conversations.ts";
import { debriefQuestions, debriefs } from "#db/schema/debriefs.ts";
import { invitations } from "#db/schema/invitations.ts";
import { users } from "#db/schema/people.ts";
import { realConversations } from "#db/schema/real-conversations.ts";
import { runs } from "#db/schema/runs.ts";
import { scenarios, scenarioVersions } from "#db/schema/scenarios.ts";
import { ownScenariosOf } from "./export-scenarios.server.ts";
import { exported } from "./personal-data.ts";

export type Export = NonNullable<Awaited<ReturnType<typeof exportOf>>>;
export type ExportedConversation = Export["conversations"][number];

/**
 * Everything that is stored of a person and is theirs, also of the guests they were before they signed in; as it stands at
 * one moment. Null when there is no such person.
 */
export async function exportOf(db: Database, personId: string) {
  return db.transaction(
    async (transaction) => {
      const [person] = await transaction.select(exported.person).from(users).where(eq(users.id, personId));
      if (!person) return null;
      const guests = await transaction.select(exported.person).from(users).where(eq(users.movedTo, personId));
      const ids = [personId, ...guests.map(({ id }) => id)];
      return {
        exportedAt: new Date().toISOString(),
        person,
        /** Who they were before they signed in. */
        guests,
        budget: await transaction
          .select(exported.usage)
          .from(usageLog)
          .where(inArray(usageLog.payerId, ids))
          .orderBy(asc(usageLog.id)),
        conversations: await conversationsOf(transaction, personId),
        /** What they have described themselves. */
        scenarios: await ownScenariosOf(transaction, personId),
        /** What they noted of the conversations they rehearsed for. */
        realConversations: await transaction
          .select(exported.realConversation)
          .from(realConversations)
          .where(eq(realConversations.ownerId, personId))
          .orderBy(asc(realConversations.createdAt)),
        invitations: await transaction
          .select(exported.invitation)
          .from(invitations)
          .where(eq(invitations.createdBy, personId))
          .orderBy(asc(invitations.createdAt)),
        /** What they did here, and what was done to their account. */
        deeds: await transaction
          .select(exported.deed)
          .from(auditLog)
          .where(
            or(
              inArray(auditLog.actorId, ids),
              and(eq(auditLog.subjectKind, "person"), inArray(auditLog.subjectId, ids)),
            ),
          )
          .orderBy(asc(auditLog.id)),
      };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

async function conversationsOf(transaction: Database, ownerId: string) {
  const rows = await transaction
    .select({
      conversation: exported.conversation,
      slug: scenarios.slug,
      version: scenarioVersions.number,
      versionId: scenarioVersions.id,
    })
    .from(conversationSessions)
    .innerJoin(scenarioVersions, eq(scenarioVersions.id, conversationSessions.scenarioVersionId))
    .innerJoin(scenarios, eq(scenarios.id, scenarioVersions.scenarioId))
    .where(eq(conversationSessions.ownerId, ownerId))
    .orderBy(asc(conversationSessions.createdAt));
  const ofOwner = sql`(select id from conversation_sessions where owner_id = ${ownerId})`;
  const allTurns = await transaction
    .select({ conversationId: turns.conversationId, turn: exported.turn })
    .from(turns)
    .where(sql`${turns.conversationId} in ${ofOwner}`)
    .orderBy(asc(turns.createdAt), asc(turns.ordinal));
  const allMessages = await transaction
    .select({ conversationId: messages.conversationId, message: exported.message })
    .from(messages)
    .where(sql`${messages.conversationId} in ${ofOwner}`)
    .orderBy(asc(messages.createdAt), asc(messages.attempt));
  const allAsides = await transaction
    .select({ conversationId: asides.conversationId, aside: exported.aside })
    .from(asides)
    .where(sql`${asides.conversationId} in ${ofOwner}`)
    .orderBy(asc(asides.createdAt));
  const allRuns = await transaction
    .select({ conversationId: runs.conversationId, run: exported.run })
    .from(runs)
    .where(sql`${runs.conversationId} in ${ofOwner}`)
    .orderBy(asc(runs.createdAt));
  const allDebriefs = await transaction
    .select({ conversationId: debriefs.conversationId, debrief: exported.debrief })
    .from(debriefs)
    .where(sql`${debriefs.conversationId} in ${ofOwner}`)
    .orderBy(asc(debriefs.createdAt));
  const allQuestions = await transaction
    .select({ conversationId: debriefQuestions.conversationId, question: exported.debriefQuestion })
    .from(debriefQuestions)
    .where(sql`${debriefQuestions.conversationId} in ${ofOwner}`)
    .orderBy(asc(debriefQuestions.createdAt));
  const turnsOf = Map.groupBy(allTurns, ({ conversationId }) => conversationId);
  const messagesOf = Map.groupBy(allMessages, ({ conversationId }) => conversationId);
  const asidesOf = Map.groupBy(allAsides, ({ conversationId }) => conversationId);
  const runsOf = Map.groupBy(allRuns, ({ conversationId }) => conversationId);
  const debriefsOf = Map.groupBy(allDebriefs, ({ conversationId }) => conversationId);
  const questionsOf = Map.groupBy(allQuestions, ({ conversationId }) => conversationId);
  const taken = [];
  for (const { conversation, slug, version, versionId } of rows) {
    const { title, persona } = await contentOf(transaction, versionId);
    taken.push({
      ...conversation,
      scenario: { slug, title, version },
      partner: persona.name,
      turns: (turnsOf.get(conversation.id) ?? []).map(({ turn }) => turn),
      messages: (messagesOf.get(conversation.id) ?? []).map(({ message }) => message),
      asides: (asidesOf.get(conversation.id) ?? []).map(({ aside }) => aside),
      /** What the coach wrote beside the turns stands in its runs, by `subjectId`. */
      runs: (runsOf.get(conversation.id) ?? []).map(({ run }) => run),
      debriefs: (debriefsOf.get(conversation.id) ?? []).map(({ debrief }) => debrief),
      debriefQuestions: (questionsOf.get(conversation.id) ?? []).map(({ question }) => question),
    });
  }
  return taken;
}
