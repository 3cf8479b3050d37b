import { uuidv7 } from "uuidv7";
import { openingState } from "#app/features/coaching/partner-state.ts";
import { promptHash } from "#app/features/coaching/prompt-hash.server.ts";
import type { ConversationSettings } from "#app/features/conversations/conversation.ts";
import { type Before, nothingSet } from "#app/features/scenarios/before-start/before.ts";
import type { PublishedScenario } from "#app/features/scenarios/queries.server.ts";
import { conversationSessions, messages, turns } from "#db/schema/conversations.ts";
import type { Practice } from "./practice.ts";

/**
 * Begins a rehearsal of the scenario as it is today: pins its version, stamps the prompts and models it will be practised
 * with, and writes turn 0, the partner's opener. Costs nothing. Returns the conversation's id.
 */
export async function startConversation(
  practice: Practice,
  ownerId: string,
  scenario: PublishedScenario,
  settings: ConversationSettings,
  { goal, redLine, confidence, dread }: Before = nothingSet,
): Promise<string> {
  const id = uuidv7();
  const opener = uuidv7();
  const { content, versionId } = scenario;
  const { difficulty, coachMode } = settings;
  await practice.db.transaction(async (transaction) => {
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
  });
  return id;
}
