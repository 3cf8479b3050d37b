import type { Turn } from "#app/features/conversations/conversation.ts";
import type { CoachTiming, ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { stepTold } from "./coach-hints.ts";
import {
  agreedEffects,
  agreedLabels,
  agreedNexts,
  askingLabels,
  endingNexts,
  listeningLabels,
  moveDone,
  outcomes,
  ownPartLabels,
  praiseLabels,
  promiseLabels,
} from "./coach-praise.ts";
import { fittingMove, quotedActs } from "#app/features/coaching/reading/fitting-move.ts";
import { asksLeave } from "#app/features/coaching/reading/moves-in-sentence.ts";
import { heldWords } from "./coach-held-words.ts";
import { isFreeLabel } from "./note-label.ts";
import { freshFirst, note } from "./note-writing.ts";

type About = { content: ScenarioContent; timing: CoachTiming; path: Turn[] };

/** Notes on a turn that worked: one sentence, with the quotation that earned it and what it brought. */
export function praise(
  { content, timing, path }: About,
  kind: "well-done" | "listened" | "agreed",
): string[] {
  const turn = path.at(-1);
  if (!turn) return [];
  const proposed = turn.state.proposes;
  if (kind === "agreed") {
    const effects = freshFirst(agreedEffects, path, content);
    const nexts = freshFirst(partingFor(content), path, content);
    return freshFirst(agreedLabels, path, content)
      .filter((label) => isFreeLabel(label, path))
      .map((label, at) =>
        note(content, path, label, effects[at % effects.length] ?? "", nexts[at % nexts.length] ?? ""),
      );
  }
  const { labels: fitting, does } = whatWasDone(content, turn);
  const labels = fitting.filter((label) => isFreeLabel(label, path));
  const done = freshFirst(does, path, content);
  const brought = freshFirst(
    outcomesFor(content, { timing, turn, before: path.at(-2), kind }),
    path,
    content,
  );
  const next =
    proposed === "agreement"
      ? freshFirst(partingFor(content), path, content)[0]
      : proposed === null
        ? ""
        : endingNexts[proposed][0];
  return labels.map((label, at) =>
    note(
      content,
      path,
      label,
      `{quote} ${done[at % done.length] ?? ""}${brought[at % brought.length] ?? ""}.`,
      next,
    ),
  );
}

/** After a hard talk among colleagues the terms come first, after listening to a friend the thanks. */
function partingFor({ framework }: ScenarioContent): string[] {
  const [terms = "", ...others] = agreedNexts;
  return framework === "oars" ? [...others, terms] : agreedNexts;
}

/** What the quoted words of a turn that worked are called, and what they do. */
export function whatWasDone(content: ScenarioContent, turn: Turn): { labels: string[]; does: string[] } {
  const move = fittingMove(content, turn);
  if (move) return { labels: [move.name, ...praiseLabels], does: moveDone[move.id] ?? moveDone.plain ?? [] };
  const { acts: quoted, line } = quotedActs(content, turn);
  if (asksLeave(line))
    return { labels: [...heldWords.leaveLabels, ...praiseLabels], does: moveDone["ask-permission"] ?? [] };
  // Owning one's part often fills the whole message: the quoted sentence then need not say "sorry" itself.
  const whole = (turn.moves?.acts ?? quoted).filter((act) => act !== "ask" || line.includes("?"));
  const acts = quoted.every((act) => act === "give-reason") ? whole : quoted;
  const [labels, key] = acts.includes("own-part")
    ? [ownPartLabels, "own-part"]
    : quoted.includes("offer") && /\bi(?:'ll| will)\b/.test(line)
      ? [promiseLabels, "promise"]
      : acts.includes("reflect") && !acts.includes("ask")
        ? [listeningLabels, "listening"]
        : acts.includes("ask")
          ? [askingLabels, "asking"]
          : [[], "plain"];
  return { labels: [...labels, ...praiseLabels], does: moveDone[key] ?? [] };
}

type Brought = {
  timing: CoachTiming;
  turn: Turn;
  before: Turn | undefined;
  kind: "well-done" | "listened";
};

/**
 * What the turn brought, as far as the partner's state and line bear it out. Alongside the partner nobody has heard the
 * answer yet, so a step is only likely; after it, the step is told.
 */
export function outcomesFor(content: ScenarioContent, { timing, turn, before, kind }: Brought): string[] {
  const { beat } = turn.state;
  if (beat.does === "disclose") return timing === "after" ? outcomes.told : outcomes.opens;
  if (beat.does === "concede") {
    const step = timing === "after" ? stepTold(content, beat.concession) : null;
    return step === null ? outcomes.step : [`, and now ${step}`];
  }
  const nearer = nearerBy(turn, before);
  if (nearer < 0) return outcomes.back;
  if (nearer === 0) return outcomes.still;
  if (kind === "listened") return outcomes.heard;
  return asksFor(content, turn) ? outcomes.asked : outcomes.moved;
}

/** How far the partner came nearer in this turn; below 0 they drew back. */
export function nearerBy({ state }: Turn, before: Turn | undefined): number {
  if (!before) return 0;
  return before.state.resistance - state.resistance + (state.trust - before.state.trust);
}

/** The quoted words want something done, and hearing them is not doing it. */
function asksFor(content: ScenarioContent, turn: Turn): boolean {
  const { acts, line } = quotedActs(content, turn);
  return (
    acts.includes("state-need") &&
    !acts.includes("boundary") &&
    // What the learner wants to do themselves is no request.
    !/\b(?:like|want|prefer|need|love|hope) to\b/.test(line)
  );
}
