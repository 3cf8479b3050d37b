import type { PartnerState, Turn } from "#app/features/conversations/conversation.ts";
import type { CoachTiming, ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { isOnTrack, namesPartnerView, unsaidMoves } from "#app/features/coaching/notes/coach-reading.ts";
import { actMeanings } from "#app/features/coaching/coded/coded-moves.ts";
import { recentLabels } from "#app/features/coaching/notes/note-label.ts";
import { untagged } from "./prompt-blocks.ts";

/** What changes each turn for the coach: how the message was read, what it did, which labels are spent. Goes last. */
export function coachTail({
  content,
  timing,
  path,
}: {
  content: ScenarioContent;
  timing: CoachTiming;
  path: Turn[];
}): string {
  const turn = path.at(-1);
  const labels = recentLabels(path.slice(0, -1));
  return [
    "<note>",
    "Write your note on the learner's newest message now.",
    reading(turn),
    effect(path, timing),
    isOnTrack(content, path)
      ? "The learner is on track: one sentence, with the quotation."
      : next(content, path),
    namesPartnerView(path)
      ? "This time, name the partner's plausible view in the second sentence."
      : "Do not explain the partner's view this time.",
    labels.length > 0 ? `Labels already used, not to be used now: ${labels.join(", ")}.` : "",
    "One point, at most 2 sentences, about 40 words. Shape: Label — “their words” effect. Next move. After it, on a new line, the <coded> part.",
    "</note>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** How the rules read this message, for a coach that may see it otherwise. */
export function reading(turn: Turn | undefined): string {
  const moves = turn?.moves;
  if (!moves) return "";
  const acts = moves.acts.slice(0, 3).map((act) => actMeanings[act]);
  return `Code read it as: ${acts.join(", ")}. The phrase that shows it best: “${untagged(moves.phrase)}”`;
}

function effect(path: Turn[], timing: CoachTiming): string {
  const now = path.at(-1)?.state;
  const before = path.at(-2)?.state;
  if (!now || !before) return "";
  const changes = [
    change(now.resistance - before.resistance, "more guarded", "less guarded"),
    change(now.trust - before.trust, "more trusting", "less trusting"),
    change(now.patience - before.patience, "more patient", "less patient"),
  ].filter((word) => word !== "");
  const felt = changes.length > 0 ? changes.join(", ") : "unchanged";
  return `${timing === "after" ? "Effect on the partner" : "Likely effect on the partner"}: ${felt}; ${answers(now)}.`;
}

function change(by: number, up: string, down: string): string {
  return by > 0 ? up : by < 0 ? down : "";
}

function answers({ beat, proposes }: PartnerState): string {
  const does = {
    open: "opens",
    resist: "holds the position",
    probe: "asks what is wanted",
    move: "was reached",
    concede: "gives one step",
    disclose: "tells something held back",
    confirm: "confirms what was given",
    "let-it-pass": "lets the hard word go",
    "be-leaving": "is on the way out",
    "be-provoked": "is provoked",
    "be-unimpressed": "is unimpressed",
    "be-puzzled": "is puzzled",
    "be-relieved": "takes the easy way out",
    close: "wants to close",
  }[beat.does];
  return proposes === null ? does : `${does}, and would end it here (${proposes.replace("-", " ")})`;
}

function next(content: ScenarioContent, path: Turn[]): string {
  if (path.at(-1)?.state.proposes === "agreement")
    return "Next move: how to leave well, and not a word that opens it again.";
  const unsaid = unsaidMoves(content, path)[0];
  return unsaid
    ? `A next move that would count with this partner (hint at it, do not word it): ${untagged(unsaid.what)}`
    : "";
}
