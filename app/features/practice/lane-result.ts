import type { FailureReason, Outcome, Usage } from "#app/ai/model.ts";
import { checkNote } from "#app/features/coaching/check-note.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import type { SettledLaneStatus } from "#app/streaming/channel-events.ts";
import type { Run } from "./practice.ts";

/** How a lane ended, ready to be stored. */
export type LaneResult = {
  status: Exclude<SettledLaneStatus, "silent">;
  text: string;
  /** The text does not begin with what viewers saw. */
  rewritten: boolean;
  counts: Usage;
  /** The provider reported no final count; the answer was counted from its text. */
  estimated: boolean;
  /** A word of ours for the log and the row; never a text of the conversation. */
  reason: string | null;
  firstDeltaMs: number | null;
};

/** Judged by code after generation: a refusal is withheld, a coach's note is salvaged or counts as missed. */
export function resultOf(
  run: Run,
  { content, branch }: { content: ScenarioContent; branch: Turn[] },
  said: { text: string; outcome: Outcome; usage: Usage | null; firstDeltaMs: number | null },
): LaneResult {
  const { outcome, usage, firstDeltaMs } = said;
  const cost = { ...countsOf(said.text, outcome, usage), firstDeltaMs };
  const reason: FailureReason | null = "reason" in outcome ? outcome.reason : null;
  if (outcome.status === "refused")
    return { status: "refused", text: "", rewritten: said.text !== "", reason, ...cost };
  // White space is no reply.
  if (said.text !== "" && said.text.trim() === "" && outcome.status !== "stopped") {
    return { status: "failed", text: "", rewritten: true, reason: reason ?? "unexpected", ...cost };
  }
  const kept = { status: outcome.status, text: said.text, rewritten: false, reason, ...cost };
  if (run.lane === "partner" || said.text === "" || outcome.status === "stopped") return kept;

  const note = checkNote(said.text, { path: branch, content });
  if (!note.ok)
    return { ...kept, status: "failed", text: "", rewritten: true, reason: `note ${note.reason}` };
  return {
    ...kept,
    text: note.text,
    rewritten: !note.text.startsWith(said.text),
    reason: note.salvaged ? "note salvaged" : reason,
  };
}

/** Text that was delivered is charged, also when the provider never told how much it was. */
const bytesPerToken = 3;

/** What an answer cost by what was heard of it; `estimated` where the provider did not tell in the end. */
export function countsOf(
  text: string,
  outcome: Outcome,
  usage: Usage | null,
): { counts: Usage; estimated: boolean } {
  const heard = Math.ceil(Buffer.byteLength(text) / bytesPerToken);
  const none = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };
  const ended =
    outcome.status === "complete" || outcome.status === "truncated" || outcome.status === "refused";
  if (usage && ended) return { counts: usage, estimated: false };
  if (!usage) return { counts: { ...none, output: heard }, estimated: heard > 0 };
  return { counts: { ...usage, output: Math.max(usage.output, heard) }, estimated: true };
}
