import type { Beat, Turn } from "#app/features/conversations/conversation.ts";
import type { Difficulty, ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { sentencesOf } from "./sentences.ts";
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
  const candidates = [...linesFor(content, beat, current), ...fallbacks(content, beat)];
  const fresh = candidates.filter(isNew);
  const joined = joinedLine(content, current, content.difficulty[difficulty].sentences, isNew);
  return [...new Set([...(joined ? [joined] : []), ...fresh, ...candidates])];
}

function linesFor({ lines }: ScenarioContent, beat: Beat, { ordinal, state }: Turn): string[] {
  switch (beat.does) {
    case "open":
      return [];
    case "resist": {
      const onTopic = lines.resist.filter(({ topic }) => topic === beat.topic).map(({ text }) => text);
      const general = rotated(
        lines.resist.filter(({ topic }) => topic === "any"),
        ordinal,
      ).map(({ text }) => text);
      return [...rotated(onTopic, state.earned.length), ...general];
    }
    case "probe":
      return rotated(lines.probe, 0);
    case "move":
      return lines.moved.filter(({ move }) => move === beat.move).map(({ text }) => text);
    case "concede":
      return lines.concede.filter(({ concession }) => concession === beat.concession).map(({ text }) => text);
    case "disclose":
      return lines.disclose.filter(({ secret }) => secret === beat.secret).map(({ text }) => text);
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

/** What comes when the beat's own lines are spent: never a gift, and never a question where none was called for. */
function fallbacks({ lines }: ScenarioContent, beat: Beat): string[] {
  const general = lines.resist.filter(({ topic }) => topic === "any").map(({ text }) => text);
  const others = lines.resist.filter(({ topic }) => topic !== "any").map(({ text }) => text);
  switch (beat.does) {
    case "probe":
      return [...stockLines.probe, ...general];
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

/** A step given for a move sounds right when the move is answered first, as long as the reply stays short. */
function joinedLine(
  { lines }: ScenarioContent,
  { state, moves }: Turn,
  sentences: number,
  isNew: (line: string) => boolean,
): string | null {
  const { beat } = state;
  if (beat.does !== "concede" && beat.does !== "disclose") return null;
  const step =
    beat.does === "concede"
      ? lines.concede.find(({ concession, text }) => concession === beat.concession && isNew(text))
      : lines.disclose.find(({ secret, text }) => secret === beat.secret && isNew(text));
  const answer = lines.moved.find(({ move, text }) => moves?.earned.includes(move) && isNew(text));
  if (!step || !answer) return null;
  // The whole answer where it fits, else its first sentence: a step out of nowhere answers nobody.
  const [first = ""] = sentencesOf(answer.text);
  return (
    [`${answer.text} ${step.text}`, `${first} ${step.text}`].find(
      (joined) => sentencesOf(joined).length <= Math.min(4, sentences + 1) && joined.split("?").length <= 2,
    ) ?? null
  );
}

function rotated<Line>(list: Line[], by: number): Line[] {
  const at = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}
