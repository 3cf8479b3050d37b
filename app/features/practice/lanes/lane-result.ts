import type { FailureReason, Outcome, Usage } from "#app/ai/model.ts";
import type { CodedMoves } from "#app/features/conversations/conversation.ts";
import type { SettledLaneStatus } from "#app/streaming/channel-events.ts";

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
  /** How the coach's model read the learner's message; left out where nobody asked it. */
  coded?: Coded;
};

/** `told`: how that goes with what the rules have read; counted in the log. */
export type Coded = {
  moves: CodedMoves | null;
  told: "agrees" | "differs" | "missing" | "unreadable";
};

/** What is left of a model's words, and in words of our own what was wrong with them (`mended`) and still is (`left`). */
type Checked =
  | { ok: true; text: string; salvaged: boolean; mended?: string[]; left?: string[] }
  | { ok: false; reason: string };

/** What becomes of a model's words once they are whole. `of`: what they are, for the log. */
export type Judge = {
  of: "note" | "line";
  check(words: string): Checked;
  code?(hidden: string): Coded;
};

/** `hidden` stood beside the words and was never shown. */
type Said = {
  text: string;
  hidden: string;
  outcome: Outcome;
  usage: Usage | null;
  firstDeltaMs: number | null;
};

/** Judged by code after generation: a refusal is withheld, a note or a line is mended, salvaged or counts as missed. */
export function resultOf(judge: Judge, said: Said): LaneResult {
  const { outcome, usage, firstDeltaMs } = said;
  const cost = { ...countsOf(said.text + said.hidden, outcome, usage), firstDeltaMs };
  const reason: FailureReason | null = "reason" in outcome ? outcome.reason : null;
  if (outcome.status === "refused")
    return { status: "refused", text: "", rewritten: said.text !== "", reason, ...cost };
  const kept = { status: outcome.status, text: said.text, rewritten: false, reason, ...cost };
  if (outcome.status === "stopped") return kept;

  const { of, check, code } = judge;
  const whole = outcome.status === "complete" || outcome.status === "truncated";
  const coded = whole && code ? { coded: code(said.hidden) } : {};
  const failed = { ...kept, ...coded, status: "failed" as const, text: "", rewritten: said.text !== "" };
  // White space is no reply, and neither is the structured part alone.
  if (said.text.trim() === "") return { ...failed, reason: reason ?? `${of} empty` };
  const checked = check(said.text);
  if (!checked.ok) return { ...failed, reason: `${of} ${checked.reason}` };
  return {
    ...kept,
    ...coded,
    text: checked.text,
    rewritten: !checked.text.startsWith(said.text),
    reason: mendedWords(of, checked) ?? reason,
  };
}

function mendedWords(
  of: Judge["of"],
  { salvaged, mended, left }: Extract<Checked, { ok: true }>,
): string | null {
  const told = [
    ...(salvaged ? [`${of} salvaged`] : []),
    ...(mended ? [`${of} mended (${mended.join(", ")})`] : []),
    ...(left ? [`${of} left (${left.join(", ")})`] : []),
  ];
  return told.length > 0 ? told.join(", ") : null;
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
