import { contentWords } from "#app/features/coaching/reading/learner-words.ts";
import { type FrameworkMove, frameworks } from "#app/features/coaching/frameworks.ts";
import type { Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";

/** What a question to the scripted coach names, as far as fixed rules can tell. */
export type AskedAbout = {
  /** The number of a turn, also one that does not exist. */
  turn: number | null;
  move: FrameworkMove | null;
  /** Wants the words themselves. */
  wording: boolean;
};

const numbers = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(
  " ",
);

/** Reads a question about a conversation: a turn by its number, a move by its name, a wish for words. */
export function askedAbout(question: string, content: ScenarioContent, path: Turn[]): AskedAbout {
  const asked = question.toLowerCase().replaceAll("’", "'");
  const move = frameworks[content.framework].moves.find(({ name }) => namesMove(asked, name.toLowerCase()));
  return {
    turn: turnIn(asked, path),
    move: move ?? null,
    wording:
      /\b(?:what|which words?) (?:do|should|can|could|would) i (?:say|write|answer)\b|\bhow (?:do|should|can|could|would) i (?:say|put|word|phrase|answer)\b|\b(?:exact|actual|whole|full|right|better) (?:words?|sentences?|wording|lines?|phrases?)\b|\bgive me (?:a|an|the|some|one) (?:[a-z]+ )?(?:sentence|words?|line|example|phrase|wording)|\bword(?:ed|ing)? (?:it|that|this)\b|\bput (?:it|that|this) (?:better|differently|otherwise)\b|\bsa(?:y|id) (?:it |that )?instead\b|\bin other words\b|\bfor me to say\b/.test(
        asked,
      ),
  };
}

/** "Hold" is a move and a word; alone it counts only where it is spoken of as one. */
function namesMove(asked: string, name: string): boolean {
  if (!new RegExp(`\\b${name}\\b`, "u").test(asked)) return false;
  return (
    name.includes(" ") ||
    name.length > 6 ||
    new RegExp(
      `\\b(?:say|says|said|call|called|the|is|was|with|about|for|on|move) ["“'‘]?${name}\\b|^["“'‘]?${name}\\b|["“'‘]${name}\\b`,
      "u",
    ).test(asked)
  );
}

function turnIn(asked: string, path: Turn[]): number | null {
  const last = path.at(-1)?.ordinal ?? 0;
  const named =
    /\b(?:turn|message|number) (?:no\.? ?|number )?(\d{1,3}|[a-z]+)\b/u.exec(asked)?.[1] ??
    /\b(\d{1,3})(?:st|nd|rd|th) (?:turn|message|line|reply|sentence)\b/u.exec(asked)?.[1];
  const spelt = /\b([a-z]+) (?:turn|message|line|reply)\b/u.exec(asked)?.[1] ?? "";
  if (named !== undefined && /^\d+$/u.test(named)) return Number(named);
  if (named !== undefined && numbers.includes(named)) return numbers.indexOf(named) + 1;
  if (ordinals.includes(spelt)) return ordinals.indexOf(spelt) + 1;
  const isLast =
    spelt === "last" ||
    /\bwhy (?:was|is|wasn't|isn't) (?:that|it|this)\b|\bwhat (?:was|is) wrong with (?:that|it|this)\b/u.test(
      asked,
    ) ||
    /\b(?:your|the|that|last) note\b|\bwhat do(?:es)? (?:you|that|it) mean\b/u.test(asked);
  return isLast && last > 0 ? last : null;
}

/** The turn whose message shares most of the question's own words, or null: "but I offered January" means one of them. */
export function turnWithWordsOf(question: string, path: Turn[], besides: string): Turn | null {
  const words = contentWords(question).filter(
    (word) => word.length > 3 && !contentWords(besides).includes(word) && !talkedAbout.has(word),
  );
  const shared = ({ learner }: Turn) => {
    const said = new Set(contentWords(learner ?? ""));
    return words.filter((word) => said.has(word)).length;
  };
  const [best] = path.toSorted((a, b) => shared(b) - shared(a));
  return best && shared(best) > 0 ? best : null;
}

/** Words of talking about a talk. */
const talkedAbout = new Set("observed offered offer said turn move wrong note sentence debrief".split(" "));
