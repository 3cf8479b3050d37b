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
} from "./coach-praise.ts";
import { fittingMove, quotedActs } from "./fitting-move.ts";
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
  const brought = freshFirst(outcomesFor(content, timing, turn, kind), path, content);
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
  // Owning one's part often fills the whole message: the quoted sentence then need not say "sorry" itself.
  const whole = (turn.moves?.acts ?? quoted).filter((act) => act !== "ask" || line.includes("?"));
  const acts = quoted.every((act) => act === "give-reason") ? whole : quoted;
  const [labels, key] = acts.includes("own-part")
    ? [ownPartLabels, "own-part"]
    : acts.includes("reflect") && !acts.includes("ask")
      ? [listeningLabels, "listening"]
      : acts.includes("ask")
        ? [askingLabels, "asking"]
        : [[], "plain"];
  return { labels: [...labels, ...praiseLabels], does: moveDone[key] ?? [] };
}

/** Alongside the partner nobody has heard the answer yet, so a step is only likely; after it, the step is told. */
export function outcomesFor(
  content: ScenarioContent,
  timing: CoachTiming,
  { state }: Turn,
  kind: "well-done" | "listened",
): string[] {
  const { beat } = state;
  if (beat.does === "disclose") return timing === "after" ? outcomes.told : outcomes.moved;
  if (beat.does !== "concede") return kind === "listened" ? outcomes.heard : outcomes.moved;
  const step = timing === "after" ? stepTold(content, beat.concession) : null;
  return step === null ? outcomes.step : [`, and now ${step}`];
}
