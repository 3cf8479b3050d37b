import { and, desc, eq, inArray } from "drizzle-orm";
import type { Lane } from "#app/ai/model.ts";
import { estimateReservation } from "#app/features/budgets/weighted-tokens.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import type { Database } from "#db/client.server.ts";
import { runs } from "#db/schema/runs.ts";
import { laneRequest } from "./lane-request.ts";
import { maxTokens } from "./practice.ts";

/** Weighted tokens to hold back for one lane of the branch's last turn. */
export function reservationFor(
  conversation: Conversation,
  branch: Turn[],
  lane: Lane,
  former: { charged: number } | null,
): number {
  const request = laneRequest(conversation, branch, lane);
  const spoken = request.messages.flatMap(({ blocks }) => blocks);
  return estimateReservation({
    former,
    prompt: [request.system, ...spoken, request.tail].join("\n"),
    news: [...spoken.slice(-1), request.tail, branch.at(-2)?.partner.text ?? ""].join("\n"),
    maxTokens: maxTokens[lane],
  });
}

/** What the last answered call of each lane cost here. */
export async function formerCharges(db: Database, conversationId: string) {
  const rows = await db
    .select({ lane: runs.lane, charged: runs.charged })
    .from(runs)
    .where(and(eq(runs.conversationId, conversationId), inArray(runs.status, ["complete", "truncated"])))
    .orderBy(desc(runs.createdAt))
    .limit(4);
  const charges: Partial<Record<Lane, { charged: number }>> = {};
  for (const { lane, charged } of rows) if (charged !== null) charges[lane] ??= { charged };
  return charges;
}
