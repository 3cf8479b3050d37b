import type { LearnerAct, PartnerState, Turn } from "#app/features/conversations/conversation.ts";
import type { CoachTiming, ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { namesPartnerView, noteKind, unsaidMoves } from "./coach-reading.ts";
import { recentLabels } from "./note-label.ts";

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
  const kind = noteKind(content, path);
  const onTrack =
    kind === "well-done" ||
    kind === "listened" ||
    kind === "agreed" ||
    kind === "accepted" ||
    kind === "repaired";
  return [
    "<note>",
    "Write your note on the learner's newest message now.",
    reading(turn),
    effect(path, timing),
    onTrack ? "The learner is on track: one sentence, with the quotation." : next(content, path),
    namesPartnerView(path)
      ? "This time, name the partner's plausible view in the second sentence."
      : "Do not explain the partner's view this time.",
    labels.length > 0 ? `Labels already used, not to be used now: ${labels.join(", ")}.` : "",
    "One point, at most 2 sentences, about 40 words. Shape: Label — “their words” effect. Next move.",
    "</note>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function reading(turn: Turn | undefined): string {
  const moves = turn?.moves;
  if (!moves) return "";
  const acts = moves.acts.slice(0, 3).map((act) => actNames[act]);
  return `Code read it as: ${acts.join(", ")}. The phrase that shows it best: “${moves.phrase.replaceAll("<", "&lt;")}”`;
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
  const unsaid = unsaidMoves(content, path)[0];
  return unsaid
    ? `A next move that would count with this partner (hint at it, do not word it): ${unsaid.what}`
    : "";
}

const actNames: Record<LearnerAct, string> = {
  insult: "an insult",
  threat: "a threat",
  blame: "blame or a sore spot",
  demand: "a demand",
  evade: "hedging",
  "give-in": "giving in",
  "magic-words": "kind words without content",
  repeat: "the same as before",
  "odd-talk": "talk outside the scene",
  ask: "a question",
  reflect: "reflecting the partner",
  "state-need": "stating a need",
  "give-reason": "giving a reason",
  offer: "an offer",
  "own-part": "owning their part",
  boundary: "a boundary",
  accept: "saying yes to what was given",
  announce: "announcing that something is coming",
  close: "closing",
  unclear: "unclear",
};
