import { type SQL, sql } from "drizzle-orm";
import type { Usage } from "#app/ai/model.ts";
import type { Database } from "#db/client.server.ts";
import { messages } from "#db/schema/conversations.ts";
import { runs } from "#db/schema/runs.ts";
import { estimateTokens } from "#app/features/budgets/weighted-tokens.ts";
import type { Practice, Run } from "#app/features/practice/practice.ts";
import { lineOf, settleRun } from "./settle-run.server.ts";

/**
 * Settles runs whose writer is gone (its lease is over on the database's clock) with the text that was stored. Called by
 * every instance from time to time, and whenever somebody looks at a conversation that seems to hang. Each is taken and
 * settled in one transaction: should this process die too, the next to look finds it just as it was. Returns how many.
 */
export async function settleOrphans(practice: Practice, belongsTo?: string): Promise<number> {
  const ofIt =
    belongsTo === undefined ? sql`` : sql`and (conversation_id = ${belongsTo} or scenario_id = ${belongsTo})`;
  for (let settled = 0; ; settled++) {
    const run = await practice.db.transaction((transaction) =>
      settleOne(
        transaction,
        sql`select id from ${runs} where status = 'running' and lease_until < clock_timestamp() ${ofIt}
          order by lease_until limit 1 for update skip locked`,
      ),
    );
    if (!run) return settled;
    practice.log("warn", "orphan settled", { run: run.id, lane: run.lane, from: run.instance });
  }
}

/**
 * Settles what still runs in a conversation, or for a scenario of somebody's own, whoever writes it and however long its lease, in the caller's transaction,
 * which deletes it next: the budget gets back what is not used, and the writer finds that the run is not its any more.
 */
export async function settleAtOnce(transaction: Database, belongsTo: string): Promise<void> {
  const running = sql`select id from ${runs} where status = 'running'
    and (conversation_id = ${belongsTo} or scenario_id = ${belongsTo}) limit 1 for update`;
  while (await settleOne(transaction, running));
}

async function settleOne(transaction: Database, which: SQL) {
  const [orphan] = await transaction
    .update(runs)
    .set({ fence: sql`${runs.fence} + 1` })
    .where(sql`${runs.id} = (${which})`)
    .returning();
  if (!orphan) return null;
  // What drafts a scenario belongs to no conversation; its scenario stands in that place. Half a draft is none.
  const run: Run = { ...orphan, conversationId: orphan.conversationId ?? orphan.subjectId };
  const text =
    orphan.subject === "scenario-draft" ? "" : (orphan.text ?? (await storedLine(transaction, run)));
  const counts: Usage = orphan.counts ?? { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };
  await settleRun(transaction, run, {
    status: text === "" ? "failed" : "partial",
    text,
    rewritten: false,
    counts: { ...counts, output: estimateTokens(text) },
    estimated: true,
    reason: "cut",
    firstDeltaMs: orphan.firstDeltaMs,
  });
  return orphan;
}

/** What a lane of a turn had said so far. */
async function storedLine(transaction: Database, run: Run): Promise<string> {
  const [message] = await transaction.select({ text: messages.text }).from(messages).where(lineOf(run));
  return message?.text ?? "";
}
