import type { Beat, Turn } from "#app/features/conversations/conversation.ts";
import type { Difficulty, ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { graveBeats, gravePartner } from "#app/features/coaching/grave/grave-answers.ts";
import { graveIn } from "#app/features/coaching/grave/grave-words.ts";
import { curt, joinedLine } from "./joined-line.ts";
import { meantPlaces } from "#app/features/coaching/reading/keyword-meant.ts";
import { isOtherLanguage } from "#app/features/coaching/reading/readable.ts";
import { isGrounded, movedLines } from "#app/features/coaching/reading/said-before.ts";
import { stockLines } from "./stock-lines.ts";

/**
 * What a scripted voice may say in this turn, best first: the author's lines for the beat, then neighbouring ones, then
 * plain lines anybody could say, so that a long conversation never runs dry. Lines already said go last.
 */
export function partnerLines({
  content,
  difficulty,
  path,
}: {
  content: ScenarioContent;
  difficulty: Difficulty;
  path: Turn[];
}): string[] {
  const current = path.at(-1);
  if (!current) return [];
  const { beat } = current.state;
  const said = path.slice(0, -1).map(({ partner }) => partner.text);
  const isNew = (line: string) => !said.some((text) => text.includes(line));
  const partedOnYes =
    beat.does === "close" &&
    beat.ending === "next-step" &&
    path.some(({ state }) => state.beat.does === "confirm");
  const grave = graveIn(current.learner ?? "", content);
  const authored = [
    ...(grave !== null && graveBeats[grave].includes(beat.does) ? gravePartner[grave] : []),
    ...(partedOnYes ? stockLines.asAgreed : []),
    ...linesFor(content, beat, path),
    ...fallbacks(content, beat, current),
  ];
  const grounded = authored.filter((line) => isGrounded(line, path));
  const candidates = difficulty === "hard" ? colder(grounded, beat) : grounded;
  const fresh = candidates.filter(isNew);
  const joined = joinedLine(content, path, content.difficulty[difficulty].sentences, isNew);
  return [...new Set([...(joined ? [joined] : []), ...fresh, ...candidates])];
}

/** On a hard day everything is said in fewer words, and of the questions the shortest comes first. */
function colder(lines: string[], beat: Beat): string[] {
  if (kept.includes(beat.does)) return lines;
  const short = lines.map(curt);
  return beat.does === "probe" ? short.sort((a, b) => a.length - b.length) : short;
}

/** Beats whose line says what is given, told or final: cut short it would say something else. */
const kept: readonly Beat["does"][] = ["concede", "confirm", "disclose", "close"];

function linesFor(content: ScenarioContent, beat: Beat, path: Turn[]): string[] {
  const { lines } = content;
  const turn = path.at(-1);
  if (!turn) return [];
  const { ordinal, state } = turn;
  switch (beat.does) {
    case "open":
      return [];
    case "resist": {
      const resist = stillTrue(content, turn);
      const onTopic = resist.filter(({ topic }) => topic === beat.topic).map(({ text }) => text);
      const general = rotated(
        resist.filter(({ topic }) => topic === "any"),
        ordinal,
      ).map(({ text }) => text);
      return [...answersTo(content, path), ...rotated(onTopic, state.earned.length), ...general];
    }
    case "probe":
      return isOtherLanguage(turn.learner ?? "", content) ? lines.puzzled : lines.probe;
    case "move":
      return movedLines(content, path, [beat.move]);
    case "concede":
      return lines.concede.filter(({ concession }) => concession === beat.concession).map(({ text }) => text);
    case "disclose":
      return lines.disclose.filter(({ secret }) => secret === beat.secret).map(({ text }) => text);
    case "confirm":
      return (lines.confirm ?? [])
        .filter(({ concession }) => concession === beat.concession)
        .map(({ text }) => text);
    case "let-it-pass":
      return lines.repaired ?? [];
    case "be-leaving":
      return lines.ending["someone-leaves"];
    case "be-provoked":
      return lines.provoked;
    case "be-unimpressed":
      return lines.unimpressed;
    case "be-puzzled":
      return lines.puzzled;
    case "be-relieved":
      return lines.relieved;
    case "close":
      return lines.ending[beat.ending];
  }
}

/** Resisting lines that do not deny what was granted, told or reached before this turn. */
function stillTrue(
  { lines, concessions }: ScenarioContent,
  { state }: Turn,
): ScenarioContent["lines"]["resist"] {
  const behind = new Set([
    ...state.earned,
    ...state.disclosed,
    ...concessions.slice(0, state.concessions).map(({ id }) => id),
  ]);
  return lines.resist.filter(({ unless }) => !unless?.some((id) => behind.has(id)));
}

/** A question about what a move covers is answered with that move's line, also when the move was made before. */
function answersTo(content: ScenarioContent, path: Turn[]): string[] {
  const { learner = null, moves = null } = path.at(-1) ?? {};
  if (!moves?.acts.includes("ask")) return [];
  const line = (learner ?? "").toLowerCase().replaceAll("’", "'");
  // What is still kept back is not talked round: the person says that they would rather not.
  if (moves.askedAbout.length > 0) return stockLines.guarded;
  const asked = content.persona.moves.filter(({ keywords }) => meantPlaces(line, keywords).length > 0);
  return movedLines(
    content,
    path,
    asked.map(({ id }) => id),
  );
}

/** What comes when the beat's own lines are spent: never a gift, and never a question where none was called for. */
function fallbacks(content: ScenarioContent, beat: Beat, turn: Turn): string[] {
  const resist = stillTrue(content, turn);
  const general = resist.filter(({ topic }) => topic === "any").map(({ text }) => text);
  const others = resist.filter(({ topic }) => topic !== "any").map(({ text }) => text);
  switch (beat.does) {
    case "probe":
      return [...stockLines.probe, ...general];
    case "confirm":
      return stockLines.confirm;
    case "let-it-pass":
      return stockLines.repaired;
    case "be-leaving":
      return [...stockLines.leaving, ...stockLines.closing["someone-leaves"]];
    case "be-provoked":
      return stockLines.provoked;
    case "be-unimpressed":
      return [...stockLines.unimpressed, ...general];
    case "be-puzzled":
      return [...stockLines.puzzled, ...general];
    case "be-relieved":
      return stockLines.relieved;
    case "close":
      return stockLines.closing[beat.ending];
    case "move":
    case "disclose":
      return stockLines.moved;
    case "open":
    case "resist":
    case "concede":
      return [...stockLines.resist, ...others];
  }
}

function rotated<Line>(list: Line[], by: number): Line[] {
  const at = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}
