import { acceptedWords, repairedWords } from "#app/features/coaching/notes/coach-answer-words.ts";
import { heldWords } from "#app/features/coaching/notes/coach-held-words.ts";
import { agreedEffects } from "#app/features/coaching/notes/coach-praise.ts";
import { outcomesFor, whatWasDone } from "#app/features/coaching/notes/coach-praise-notes.ts";
import { type NoteKind, soreSpot } from "#app/features/coaching/notes/coach-reading.ts";
import { noteWords } from "#app/features/coaching/notes/coach-words.ts";
import { unusedMoves } from "#app/features/coaching/reading/fitting-move.ts";
import { fill } from "#app/features/coaching/notes/note-writing.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { faultIn, type NotedTurn, turnsAtFault } from "./noted-turn.ts";
import { planNexts, planWords } from "./plan-words.ts";

/** What a turn that worked did for this partner. */
export function strengthTold(
  content: ScenarioContent,
  { turn, before, kind }: NotedTurn,
  variant: number,
): string {
  switch (kind) {
    case "repaired":
      return told(content, repairedWords.effects[variant % repairedWords.effects.length] ?? "");
    case "accepted":
      return told(content, acceptedWords.effects[variant % acceptedWords.effects.length] ?? "");
    case "agreed":
      return told(content, agreedEffects[variant % agreedEffects.length] ?? "");
    default: {
      const { does } = whatWasDone(content, turn);
      const outcomes = outcomesFor(content, {
        timing: "after",
        turn,
        before,
        kind: kind === "listened" ? "listened" : "well-done",
      });
      const done = does[variant % does.length] ?? "";
      return told(content, `{quote} ${done}${outcomes[variant % outcomes.length] ?? ""}.`);
    }
  }
}

/** What a turn that did not help did to this partner. */
export function faultTold(content: ScenarioContent, { way, kind }: NotedTurn, variant: number): string {
  const fault = faultIn(kind) ?? "held";
  const effects = fault === "held" ? heldWords.effects : noteWords[fault].effects;
  const effect = effects[variant % effects.length] ?? "";
  return told(content, effect.replace("{spot}", soreSpot(content, way) ?? ""));
}

/** The quotation stands by itself over the sentence, which therefore says "that". */
function told(content: ScenarioContent, words: string): string {
  const filled = fill(words, content).replaceAll("{quote}", "that");
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

/** What went most wrong; "held" where nothing did. */
export function worstKind(turns: NotedTurn[]): NoteKind {
  return turnsAtFault(turns)[0]?.kind ?? "held";
}

/** An if-then plan about what is likeliest to go wrong next time. Source: mission.md D.1, planning. */
export function planFor(content: ScenarioContent, path: Turn[], worst: NoteKind): string {
  const [move] = unusedMoves(content, path);
  const next = move ? (planNexts[move.id] ?? inFirstPerson(move.what)) : null;
  return fill(planWords[faultIn(worst) ?? "held"]({ next, topic: topicMostHeld(path) }), content);
}

/** What the partner fell back on most often, in the scenario's own words. */
function topicMostHeld(path: Turn[]): string | null {
  const held = path.flatMap(({ state: { beat } }) =>
    beat.does === "resist" && beat.topic ? [beat.topic] : [],
  );
  const times = (topic: string) => held.filter((other) => other === topic).length;
  return held.toSorted((a, b) => times(b) - times(a))[0] ?? null;
}

/** "say what you need and why" as the learner plans it. */
function inFirstPerson(what: string): string {
  return what.replaceAll(/\byour\b/gu, "my").replaceAll(/\byou\b/gu, "I");
}
