import type { ModelRequest, Outcome } from "#app/ai/model.ts";
import { ShownPart } from "#app/features/coaching/coded/shown-part.ts";
import type { Practice, Run } from "#app/features/practice/practice.ts";
import { type Judge, type LaneResult, resultOf } from "./lane-result.ts";
import { WholeText } from "./whole-text.ts";
import { settleRun } from "./settle-run.server.ts";

/** A database that is away for a moment must not cost a reply that was already received. */
const settleRetriesMs = [200, 1_000, 3_000, 5_000, 8_000];

/**
 * Runs one lane to its end: asks the model, lets viewers see each word at once, stores the text every 250 ms, settles it
 * and its cost once. This process is the lane's only writer for as long as it holds the lease. Never rejects.
 */
export async function runLane(
  practice: Practice,
  run: Run,
  judge: Judge,
  prepare: (signal: AbortSignal) => Promise<ModelRequest>,
): Promise<void> {
  const lane = practice.live.open(run);
  practice.keeper.keep(lane);
  const words = new WholeText();
  const shown = run.lane === "coach" ? new ShownPart() : null;
  const began = performance.now();
  let outcome: Outcome = { status: "failed", reason: "unexpected" };
  try {
    const request = await prepare(lane.signal);
    for await (const event of practice.model.reply(request, lane.signal)) {
      switch (event.type) {
        case "delta":
          if (lane.firstDeltaMs === null) practice.reached("before-first-word");
          lane.firstDeltaMs ??= Math.round(performance.now() - began);
          lane.append(shown ? shown.push(words.push(event.text)) : words.push(event.text));
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
    outcome = { status: lane.text ? "partial" : "failed", reason: "unexpected" };
    practice.log("error", "lane broke", {
      ...factsOf(run),
      error: error instanceof Error ? error.name : "unknown",
    });
  }
  if (lane.wasCut && outcome.status === "stopped")
    outcome = { status: lane.text ? "partial" : "failed", reason: "cut" };

  if (shown) lane.append(shown.end());

  await practice.keeper.release(lane);
  practice.reached("before-settle");
  const { text, usage, firstDeltaMs } = lane;
  const hidden = shown?.hidden ?? "";
  const result = resultOf(judge, { text, hidden, outcome, usage, firstDeltaMs });
  if (!lane.isLost) await settle(practice, run, result);
  practice.live.close(lane);
}

async function settle(practice: Practice, run: Run, result: LaneResult): Promise<void> {
  for (const waitMs of [...settleRetriesMs, null]) {
    try {
      const settled = await settleRun(practice.db, run, result, () => practice.reached("inside-settle"));
      practice.reached("after-settle");
      // What a lane costs beyond its reservation is the operator's, who should hear of it.
      const level = settled && settled.overage === 0 ? "info" : "warn";
      practice.log(level, settled ? "lane ended" : "lane was taken over", {
        ...factsOf(run),
        status: result.status,
        reason: result.reason,
        ...(result.coded && { coded: result.coded.told }),
        ...settled,
      });
      return;
    } catch (error) {
      practice.log("error", "lane could not be settled", { ...factsOf(run), code: errorCode(error) });
      if (waitMs === null) return; // Its lease runs out, and the next instance to look settles what was stored.
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}

function factsOf(run: Run) {
  return {
    run: run.id,
    conversation: run.conversationId,
    [run.subject]: run.subjectId,
    lane: run.lane,
    attempt: run.attempt,
  };
}

function errorCode(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
}
