import { currentTopic, unsaidMoves } from "#app/features/coaching/notes/coach-reading.ts";
import { frameworkHints, personaHint } from "#app/features/coaching/notes/coach-hints.ts";
import { unusedMoves } from "#app/features/coaching/reading/fitting-move.ts";
import { isOtherLanguage } from "#app/features/coaching/reading/readable.ts";
import { fill, firstName } from "#app/features/coaching/notes/note-writing.ts";
import { moveTold, turnTold } from "#app/features/coaching/debrief/scripted/told-again.ts";
import { askedAbout } from "./asked-about.ts";
import type { AsideQuestion } from "./aside-request.ts";
import { questionWords } from "./question-words.ts";

/**
 * What a scripted coach may answer, best first. It understands a turn by its number, a move by its name, and four kinds of
 * question (what to say, why they are so, how it goes, when to end); of anything else it says that it cannot.
 */
export function questionAnswers(question: AsideQuestion): string[] {
  const { content, branch, aside } = question;
  const { otherLanguage, exact, line, why, state, ending, beyond } = questionWords;
  const asked = aside.text.toLowerCase().replaceAll("’", "'");
  if (isOtherLanguage(aside.text, content)) return [otherLanguage];
  const moves = movesLeft(question);
  const withMove = (openings: readonly string[]) =>
    moves.flatMap((move, at) => `${fill(openings[at % openings.length] ?? "", content)} ${move}`);
  const { turn, move, wording } = askedAbout(aside.text, content, branch);
  const about = { content, path: branch };
  if (wording) return withMove(exact);
  if (turn !== null && branch.length > 1) return [turnTold(about, turn)];
  if (move !== null) return [moveTold(about, move, aside.text)];
  if (/\bwhat (?:do|should|can|could|would) i do\b|\bhow (?:do|should|can|would) i\b|\bgive me\b/.test(asked))
    return withMove(line);
  if (/\bwhy\b|\bwhat does (?:s?he|they)\b|\bwhat is (?:her|his|their)\b/.test(asked)) {
    const position = content.persona.positions.find(({ topic }) => topic === currentTopic(branch));
    const reasons = position ? fill(why.about, content).replace("{topic}", position.topic) : "";
    return withMove(why.openings).map((text) => (reasons === "" ? text : `${reasons} ${text}`));
  }
  if (/\bhow am i\b|\bam i\b|\bwas that\b|\bdid i\b|\bis (?:it|this) going\b/.test(asked)) {
    const [before, now] = [branch.at(-2)?.state ?? branch[0]?.state, branch.at(-1)?.state];
    const change = (now?.resistance ?? 0) - (before?.resistance ?? 0);
    return withMove(change < 0 ? state.warmer : change > 0 ? state.colder : state.same);
  }
  if (/\b(?:end|stop|finish|leave|give up|quit)\b/.test(asked)) return withMove(ending);
  return withMove(beyond);
}

/** What would count and has not been tried: this partner's first, then the framework's. */
function movesLeft({ content, branch, earlier }: AsideQuestion): string[] {
  const name = firstName(content);
  const ordinal = branch.at(-1)?.ordinal ?? 0;
  // The same move may be put in other words, so it is known by its last ones.
  const told = (move: string) =>
    earlier.filter(({ kind, reply }) => kind === "question" && reply.text.includes(move.slice(-15))).length;
  return [
    ...unsaidMoves(content, branch).map(({ what }, at) => personaHint(what, name, ordinal + at)),
    ...unusedMoves(content, branch).map((move) =>
      fill(`Try ${move.name}: ${frameworkHints[move.id] ?? move.what}.`, content),
    ),
    questionWords.nothingLeft,
  ].sort((a, b) => told(a) - told(b));
}
