import { and, eq, gt, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { openingState } from "#app/features/coaching/partner/partner-state.ts";
import { promptHash } from "#app/features/coaching/prompts/prompt-hash.server.ts";
import type { ConversationSettings } from "#app/features/conversations/conversation.ts";
import { type Before, nothingSet } from "#app/features/scenarios/before-start/before.ts";
import type { PublishedScenario } from "#app/features/scenarios/queries.server.ts";
import type { Database } from "#db/client.server.ts";
import { conversationSessions, messages, turns } from "#db/schema/conversations.ts";
import { users } from "#db/schema/people.ts";
import type { Practice } from "#app/features/practice/practice.ts";

/** Conversations cost nothing until a word is said, but rows: nobody looks at more briefs than this. */
export const startLimits = { anHour: 30, withoutAWord: 40 };

export type StartedConversation =
  | { ok: true; id: string }
  /** `too-fast`: many within an hour. `unspoken`: many in which nothing was said. `no-person`: erased meanwhile. */
  | { ok: false; reason: "too-fast" | "unspoken" | "no-person" };

/**
 * Begins a rehearsal of the scenario as it is today: pins its version, stamps the prompts and models it will be practised
 * with, and writes turn 0, the partner's opener. Costs nothing, and is limited: `startLimits`.
 */
export async function startConversation(
  practice: Practice,
  ownerId: string,
  scenario: PublishedScenario,
  settings: ConversationSettings,
  { goal, redLine, confidence, dread }: Before = nothingSet,
  limits = startLimits,
): Promise<StartedConversation> {
  const id = uuidv7();
  const opener = uuidv7();
  const { content, versionId } = scenario;
  const { difficulty, coachMode } = settings;
  return practice.db.transaction(async (transaction) => {
    const refused = await whyNot(transaction, ownerId, limits);
    if (refused) return { ok: false, reason: refused };
    await transaction.insert(conversationSessions).values({
      id,
      ownerId,
      scenarioVersionId: versionId,
      difficulty,
      coachMode,
      coachTiming: content.coachTiming,
      headTurnId: opener,
      promptHash: promptHash(content, difficulty),
      partnerModel: practice.model.names.partner,
      coachModel: practice.model.names.coach,
      goal,
      redLine,
      confidenceBefore: confidence,
      dreadBefore: dread,
    });
    await transaction.insert(turns).values({
      conversationId: id,
      id: opener,
      ordinal: 0,
      state: openingState(content, difficulty),
      coachMode,
    });
    await transaction
      .insert(messages)
      .values({ conversationId: id, turnId: opener, role: "partner", text: content.opener });
    return { ok: true, id };
  });
}

/** Asked with the person's row locked, so that whoever starts many at once is counted one by one. */
async function whyNot(
  transaction: Database,
  ownerId: string,
  { anHour, withoutAWord }: typeof startLimits,
): Promise<"too-fast" | "unspoken" | "no-person" | null> {
  const [person] = await transaction
    .select({ id: users.id })
    .from(users)
    .where(eq(users.id, ownerId))
    .for("no key update");
  if (!person) return "no-person";
  const hourAgo = sql`clock_timestamp() - interval '1 hour'`;
  const theirs = eq(conversationSessions.ownerId, ownerId);
  const { lastTurnAt, createdAt } = conversationSessions;
  // No turn is older than its conversation: said once more, so that the index finds the few that may count.
  const lately = transaction.$count(
    conversationSessions,
    and(theirs, gt(lastTurnAt, hourAgo), gt(createdAt, hourAgo)),
  );
  if ((await lately) >= anHour) return "too-fast";
  const unspoken = transaction.$count(conversationSessions, and(theirs, eq(lastTurnAt, createdAt)));
  return (await unspoken) >= withoutAWord ? "unspoken" : null;
}
