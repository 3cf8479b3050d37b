import { asidesOf } from "#app/features/conversations/asides/queries.server.ts";
import { conversationFor, type OwnConversation } from "#app/features/conversations/queries.server.ts";
import { turnTree } from "#app/features/conversations/turn-tree.server.ts";
import type { Practice } from "#app/features/practice/practice.ts";
import { retryable } from "#app/features/practice/lanes/retry-lane.server.ts";
import { inTransaction } from "#db/failures.ts";
import { beginAside, runAside } from "./run-aside.server.ts";

export type RetriedAside =
  | { ok: true; kind: "question" | "draft" }
  | {
      ok: false;
      reason:
        | "not-found"
        | "ended"
        | "coach-off"
        | "coach-busy"
        | "resting"
        | "no-budget"
        | "site-limit"
        | "nothing-to-retry";
    };

/** Asks the coach the same again, as a new attempt. Two clicks at once are one attempt. */
export async function retryAside(
  practice: Practice,
  own: OwnConversation,
  asideId: string,
): Promise<RetriedAside> {
  const committed = await inTransaction(practice.db, async (transaction) => {
    const conversation = await conversationFor(transaction, own, { locked: true });
    const all = conversation ? await asidesOf(transaction, own) : [];
    const stored = all.find(({ id }) => id === asideId);
    if (!conversation || !stored) return { ok: false, reason: "not-found" } as const;
    if (conversation.end) return { ok: false, reason: "ended" } as const;
    if (conversation.coachMode === "off") return { ok: false, reason: "coach-off" } as const;
    if (all.some(({ reply }) => reply.status === "running"))
      return { ok: false, reason: "coach-busy" } as const;
    const { kind, reply } = stored;
    if (kind === "hint" || !retryable.includes(reply.status))
      return { ok: false, reason: "nothing-to-retry" } as const;
    if (!practice.model.available("coach")) return { ok: false, reason: "resting" } as const;

    const aside = { ...stored, reply: { status: "running" as const, text: "", attempt: reply.attempt + 1 } };
    const tree = await turnTree(transaction, own);
    const started = await beginAside(practice, transaction, { conversation, tree, all, aside });
    if (typeof started === "string") return { ok: false, reason: started } as const;
    return { ok: true, kind, started } as const;
  });
  if (!committed.ok) return committed;
  practice.live.detach(runAside(practice, committed.started));
  return { ok: true, kind: committed.kind };
}
