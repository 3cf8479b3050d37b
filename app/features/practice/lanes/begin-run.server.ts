import { holdBack } from "#app/features/budgets/hold-back.server.ts";
import type { Database } from "#db/client.server.ts";
import { runs } from "#db/schema/runs.ts";
import { leaseEnd, type PlannedRun } from "./new-run.server.ts";
import type { Run } from "#app/features/practice/practice.ts";
import { shortened, withWhatIsLeft } from "#app/features/practice/turns/shorter-answers.ts";

/** Which part of the budget pays: what is there for turns, or all of it, with the slice that turns leave for debriefs. */
type Paid = { from?: "turns" | "all" };

/**
 * Holds back what one run may cost and writes it, inside a transaction that has more to write; with a shorter answer where
 * the budget carries no full one. Nothing was written where it carries none at all.
 */
export async function beginRun(
  transaction: Database,
  planned: PlannedRun,
  about: Pick<Run, "conversationId" | "subject" | "subjectId">,
  { from = "turns" }: Paid = {},
): Promise<Run | "no-budget" | "site-limit"> {
  const held = await holdRun(transaction, planned, from);
  return typeof held === "string" ? held : writeRun(transaction, held, about);
}

type HeldRun = { run: PlannedRun; day: string | null };

/** Writes a run whose cost has been held back, on the `day` of the ceiling that it was counted on. */
export async function writeRun(
  transaction: Database,
  { run: { leaseMs, ...row }, day }: HeldRun,
  about: Pick<Run, "conversationId" | "subject" | "subjectId">,
): Promise<Run> {
  // A draft belongs to no conversation: in memory its scenario stands in that place.
  const drafts = about.subject === "scenario-draft";
  await transaction.insert(runs).values({
    ...row,
    ...about,
    conversationId: drafts ? null : about.conversationId,
    scenarioId: drafts ? about.conversationId : null,
    ceilingDay: day,
    leaseUntil: leaseEnd(leaseMs),
    text: about.subject === "turn" ? null : "",
  });
  const { id, lane, attempt, reserved, maxTokens, payerId } = row;
  return { id, lane, attempt, reserved, maxTokens, payerId, fence: 1, ...about };
}

async function holdRun(
  transaction: Database,
  planned: PlannedRun,
  from: NonNullable<Paid["from"]>,
): Promise<HeldRun | "no-budget" | "site-limit"> {
  let run = planned;
  for (;;) {
    const held = await holdBack(transaction, { payerId: run.payerId, amount: run.reserved, from });
    if (held.outcome === "held") return { run, day: held.day };
    if (held.outcome === "site-limit") return "site-limit";
    const [shorter] = (from === "all" ? withWhatIsLeft(run, held.free) : shortened([run], held.free)) ?? [];
    if (!shorter) return "no-budget";
    run = shorter;
  }
}
