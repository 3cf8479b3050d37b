import { and, desc, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { checkDebrief } from "#app/features/coaching/debrief/check-debrief.ts";
import { type AboutDebrief, debriefRequest } from "#app/features/coaching/debrief/debrief-prompt.ts";
import { conversationFor, type OwnConversation } from "#app/features/conversations/queries.server.ts";
import { beginRun } from "#app/features/practice/lanes/begin-run.server.ts";
import type { Judge } from "#app/features/practice/lanes/lane-result.ts";
import { maxDebriefTokens, type Practice } from "#app/features/practice/practice.ts";
import { retryable } from "#app/features/practice/lanes/retry-lane.server.ts";
import { runLane } from "#app/features/practice/lanes/run-lane.server.ts";
import type { Database } from "#db/client.server.ts";
import { inTransaction } from "#db/failures.ts";
import { debriefs } from "#db/schema/debriefs.ts";
import { runs } from "#db/schema/runs.ts";
import { aboutDebrief } from "./about-debrief.server.ts";
import { planDebriefRun } from "./plan-debrief-run.server.ts";

export type AskedDebrief =
  | { ok: true; debriefId: string }
  | {
      ok: false;
      reason: "not-found" | "not-ended" | "nothing-said" | "resting" | "no-budget" | "site-limit";
    };

/**
 * Asks the coach for the debrief of the branch in view, which has ended: paid from the slice that turns leave, one for each
 * end. `attempt` is the one the page asked for, so that a post that comes twice, or from two tabs, is one call; a later one
 * only follows one that did not come whole.
 */
export async function askForDebrief(
  practice: Practice,
  own: OwnConversation,
  attempt: number,
): Promise<AskedDebrief> {
  const committed = await practice.live.inTurn(own.id, () =>
    inTransaction(practice.db, (transaction) => commit(practice, transaction, own, attempt)),
  );
  if (!committed.ok) return committed;
  const { debriefId, started } = committed;
  if (started) {
    const { run, about } = started;
    practice.live.detach(
      runLane(practice, run, debriefJudge(about), async () => debriefRequest(about, run.maxTokens)),
    );
  }
  return { ok: true, debriefId };
}

async function commit(practice: Practice, transaction: Database, own: OwnConversation, attempt: number) {
  const conversation = await conversationFor(transaction, own, { locked: true });
  if (!conversation) return { ok: false, reason: "not-found" } as const;
  if (!conversation.end) return { ok: false, reason: "not-ended" } as const;
  const { about, nodes } = await aboutDebrief(transaction, conversation, conversation.end);
  if (!about.path.some(({ learner }) => learner !== null))
    return { ok: false, reason: "nothing-said" } as const;

  const former = await latestAttempt(transaction, own.id, conversation.headTurnId);
  if (former && !(retryable.includes(former.status) && attempt > former.attempt))
    return { ok: true, debriefId: former.id, started: null } as const;
  if (!practice.model.available("coach")) return { ok: false, reason: "resting" } as const;

  const debriefId = former?.id ?? uuidv7();
  const planned = planDebriefRun(practice, conversation, nodes, {
    attempt: (former?.attempt ?? 0) + 1,
    request: debriefRequest(about, maxDebriefTokens),
    newBlocks: 1,
  });
  const run = await beginRun(
    transaction,
    planned,
    { conversationId: own.id, subject: "debrief", subjectId: debriefId },
    { from: "all" },
  );
  if (typeof run === "string") return { ok: false, reason: run } as const;
  if (!former)
    await transaction
      .insert(debriefs)
      .values({ conversationId: own.id, id: debriefId, turnId: conversation.headTurnId });
  return { ok: true, debriefId, started: { run, about } } as const;
}

/** How the last attempt at the debrief of this end stands; null before one was asked for. */
async function latestAttempt(transaction: Database, conversationId: string, turnId: string) {
  const [latest] = await transaction
    .select({ id: debriefs.id, attempt: runs.attempt, status: runs.status })
    .from(debriefs)
    .innerJoin(
      runs,
      and(
        eq(runs.conversationId, debriefs.conversationId),
        eq(runs.subjectId, debriefs.id),
        eq(runs.subject, "debrief"),
      ),
    )
    .where(and(eq(debriefs.conversationId, conversationId), eq(debriefs.turnId, turnId)))
    .orderBy(desc(runs.attempt))
    .limit(1);
  return latest ?? null;
}

/** False quotations are dropped, and counted in the log. */
function debriefJudge(about: AboutDebrief): Judge {
  return {
    of: "note",
    check(words) {
      const checked = checkDebrief(words, about);
      if (!checked.ok) return checked;
      const { text, dropped } = checked;
      return {
        ok: true,
        text,
        salvaged: false,
        ...(dropped > 0 && { mended: [`${dropped} false quotations dropped`] }),
      };
    },
  };
}
