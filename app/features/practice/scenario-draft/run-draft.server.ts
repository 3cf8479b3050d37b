import { eq } from "drizzle-orm";
import type { Outcome } from "#app/ai/model.ts";
import { draftRequest } from "#app/features/coaching/scenario-writing/draft-request.ts";
import { type ReadDraft, readDraft } from "#app/features/coaching/scenario-writing/read-draft.ts";
import { countsOf, type LaneResult } from "#app/features/practice/lanes/lane-result.ts";
import type { LiveLane } from "#app/features/practice/lanes/live-lanes.ts";
import type { Practice, Run } from "#app/features/practice/practice.ts";
import { settleRun } from "#app/features/practice/lanes/settle-run.server.ts";
import { WholeText } from "#app/features/practice/lanes/whole-text.ts";
import type { Situation } from "#app/features/scenarios/own/situation.ts";
import { inTransaction } from "#db/failures.ts";
import { scenarioDrafts } from "#db/schema/scenarios.ts";

/** A database that is away for a moment must not cost a draft that was already received. */
const settleRetriesMs = [200, 1_000, 3_000, 5_000];

/**
 * Runs the drafting of a scenario to its end, as a lane of a turn is run: leased, under its fence, and settled once, the
 * draft and its cost in one transaction. Never rejects: every failure is the run's status, and a Retry is a new attempt.
 */
export async function runDraft(practice: Practice, run: Run, situation: Situation): Promise<void> {
  const lane = practice.live.open(run);
  practice.keeper.keep(lane);
  let outcome = await heard(practice, lane, situation);
  if (lane.wasCut && outcome.status === "stopped") outcome = { status: "failed", reason: "cut" };
  await practice.keeper.release(lane);
  practice.reached("before-settle");
  if (!lane.isLost) await settle(practice, run, judged(lane, outcome, situation));
  practice.live.close(lane);
}

async function heard(practice: Practice, lane: LiveLane, situation: Situation): Promise<Outcome> {
  const words = new WholeText();
  const began = performance.now();
  let outcome: Outcome = { status: "failed", reason: "unexpected" };
  try {
    const request = draftRequest(situation, lane.run.maxTokens);
    for await (const event of practice.model.reply(request, lane.signal)) {
      switch (event.type) {
        case "delta":
          lane.firstDeltaMs ??= Math.round(performance.now() - began);
          lane.append(words.push(event.text));
          break;
        case "usage":
          lane.usage = event.usage;
          break;
        case "end":
          outcome = event.outcome;
          lane.usage = event.usage ?? lane.usage;
          break;
      }
    }
  } catch (error) {
    // Nothing is thrown for what the world does (see the port): this is a defect, told without any text.
    outcome = { status: "failed", reason: "unexpected" };
    practice.log("error", "draft broke", {
      run: lane.run.id,
      error: error instanceof Error ? error.name : "unknown",
    });
  }
  return outcome;
}

/** How the run ended, and the draft, if there is one. What was said is not kept beside the draft made of it. */
type Judged = { result: LaneResult; read: ReadDraft | null };

function judged(lane: LiveLane, outcome: Outcome, situation: Situation): Judged {
  const { text, usage, firstDeltaMs } = lane;
  const cost = { ...countsOf(text, outcome, usage), text: "", rewritten: false, firstDeltaMs };
  // Half a draft is none, and what failed costs nothing.
  const failed = (reason: string): Judged => ({ result: { ...cost, status: "failed", reason }, read: null });
  const declined: Judged = {
    result: { ...cost, status: "refused", reason: "declined" },
    read: { ok: false, reason: "declined" },
  };
  switch (outcome.status) {
    case "stopped":
      return { result: { ...cost, status: "stopped", reason: null }, read: null };
    case "refused":
      return declined;
    case "truncated":
      return failed("draft too long");
    case "partial":
    case "failed":
      return failed(outcome.reason);
    case "complete": {
      const read = readDraft(text, situation);
      if (read.ok) return { result: { ...cost, status: "complete", reason: null }, read };
      return read.reason === "declined" ? declined : failed("draft unreadable");
    }
  }
}

async function settle(practice: Practice, run: Run, { result, read }: Judged): Promise<void> {
  const facts = { run: run.id, scenario: run.conversationId, attempt: run.attempt, status: result.status };
  for (const waitMs of [...settleRetriesMs, null]) {
    try {
      const charge = await store(practice, run, { result, read });
      practice.reached("after-settle");
      practice.log(
        charge && charge.overage === 0 ? "info" : "warn",
        charge ? "draft ended" : "draft was taken over",
        {
          ...facts,
          reason: result.reason,
          mended: read?.ok ? read.mended.join(" ") : null,
          ...charge,
        },
      );
      return;
    } catch {
      practice.log("error", "draft could not be settled", facts);
      if (waitMs === null) return; // Its lease runs out, and the next instance to look settles it.
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}

/** Null when somebody else has settled or taken it; then no draft is stored either. */
function store(practice: Practice, run: Run, { result, read }: Judged) {
  return inTransaction(practice.db, async (transaction) => {
    const charge = await settleRun(transaction, run, result, () => practice.reached("inside-settle"));
    if (charge && read) {
      await transaction
        .update(scenarioDrafts)
        .set(read.ok ? { draft: read.draft, draftedBy: "model", reason: null } : { reason: "declined" })
        .where(eq(scenarioDrafts.scenarioId, run.conversationId));
    }
    return charge;
  });
}
