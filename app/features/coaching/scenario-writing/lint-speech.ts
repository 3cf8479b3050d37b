import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import type { LintFault } from "#app/features/scenarios/writing/faults.ts";

const maxSentences = 4;
const maxOpenerSentences = 2;
/** Enough for about twelve turns of holding a position without saying a line twice. */
const enough = { resist: 14, probe: 6, provoked: 6 };

/** What is wrong with the lines a scripted partner may say, each told at the field it was written in. */
export function lintSpeech(content: ScenarioContent): LintFault[] {
  const { lines, opener } = content;
  const spoken = spokenBy(content);
  const said = spoken.map(({ text }) => plain(text));
  const faults = spoken.flatMap(({ field, text }, at): LintFault[] => {
    if (!isSpeech(text)) return [{ field, reason: "not-speech", about: text }];
    return said.indexOf(said[at] ?? "") < at ? [{ field, reason: "twice", about: text }] : [];
  });
  if (sentences(opener) > maxOpenerSentences)
    faults.push({ field: "opener", reason: "not-speech", about: opener });
  for (const text of lines.probe.filter((line) => !line.includes("?")))
    faults.push({ field: "lines", reason: "not-speech", about: text });
  const few = (["resist", "probe", "provoked"] as const).filter((kind) => lines[kind].length < enough[kind]);
  return [
    ...faults,
    ...few.map((about) => ({ field: "lines" as const, reason: "too-little" as const, about })),
  ];
}

/** Speech as it is said aloud: no list, no markup, at most four sentences and one question. */
function isSpeech(line: string): boolean {
  const plainSpeech = !/[\n*#_`]|^\s*[-•\d]+[.)]?\s/u.test(line);
  return plainSpeech && sentences(line) <= maxSentences && (line.match(/\?/gu) ?? []).length <= 1;
}

function spokenBy({ opener, lines }: ScenarioContent): { field: LintFault["field"]; text: string }[] {
  const rest = [
    ...lines.moved.map(({ text }) => text),
    ...(lines.confirm ?? []).map(({ text }) => text),
    ...lines.probe,
    ...lines.provoked,
    ...(lines.repaired ?? []),
    ...lines.unimpressed,
    ...lines.puzzled,
    ...lines.relieved,
    ...Object.values(lines.ending).flat(),
  ];
  // What somebody typed comes after what is made by code: of two that are the same, theirs is told.
  return [
    ...rest.map((text) => ({ field: "lines" as const, text })),
    { field: "opener", text: opener },
    ...lines.resist.map(({ text }) => ({ field: "positions" as const, text })),
    ...lines.concede.map(({ text }) => ({ field: "concessions" as const, text })),
    ...lines.disclose.map(({ text }) => ({ field: "secrets" as const, text })),
  ];
}

function sentences(line: string): number {
  return (line.match(/[.!?…]+(?=["”’)]*(\s|$))/gu) ?? []).length;
}

function plain(line: string): string {
  return line
    .toLowerCase()
    .replaceAll("’", "'")
    .replaceAll(/[^\p{L}\p{N}']+/gu, " ")
    .trim();
}
