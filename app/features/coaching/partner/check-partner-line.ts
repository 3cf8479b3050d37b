import type { PartnerState } from "#app/features/conversations/conversation.ts";
import type { Difficulty, ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { toldAnyway } from "./partner-leak.ts";
import { sentencesOf } from "#app/features/coaching/reading/sentences.ts";

const maxSentences = 4;

export type PartnerFault =
  | "empty"
  | "role-prefix"
  | "markdown"
  | "stage-directions"
  | "too-long"
  | "too-many-questions"
  | "stage-talk"
  | "coach-speak";

/** What is wrong with a partner's line, of the scripted voice or a model's; an empty list when it is speech. */
export function partnerFaults(text: string, { persona }: Pick<ScenarioContent, "persona">): PartnerFault[] {
  const said = text.trim();
  if (said === "") return ["empty"];
  const found: Record<Exclude<PartnerFault, "empty">, boolean> = {
    "role-prefix": rolePrefixOf(said, persona) !== "",
    markdown: markdown.test(said),
    "stage-directions": stageDirections.test(said),
    "too-long": sentencesOf(said).length > maxSentences,
    "too-many-questions": (said.match(/\?+/gu) ?? []).length > 1,
    "stage-talk": stageTalk.test(said),
    "coach-speak": coachSpeak.test(said),
  };
  return (Object.keys(found) as (keyof typeof found)[]).filter((fault) => found[fault]);
}

export type CheckedLine =
  | { ok: true; text: string; salvaged: boolean; mended?: PartnerFault[]; left?: PartnerFault[] }
  | { ok: false; reason: "stage-talk" | "told-anyway" };

/**
 * Checks what a partner's model said once it is whole. What is only badly put is mended, as the learner keeps it and the
 * next prompt reads it: a prefix, marks and stage directions go, sentences after the fourth go, and questions but the
 * fullest one. What is no speech of this person at all (their notes, what they keep to themselves, talk of being an AI) is
 * not ok: it counts as missed and can be asked again. Coach-speak stays and is only told, for the log: no mark can be
 * taken off it. A line without faults comes back as it is. Source: product.md, rules for the partner 1, 2, 4 and 6.
 */
export function checkPartnerLine(
  raw: string,
  about: { content: ScenarioContent; difficulty: Difficulty; state: PartnerState },
): CheckedLine {
  const faults = partnerFaults(raw, about.content);
  if (faults.includes("stage-talk")) return { ok: false, reason: "stage-talk" };
  if (toldAnyway(raw, about)) return { ok: false, reason: "told-anyway" };
  const mended = faults.filter((fault) => fault !== "empty" && fault !== "coach-speak");
  const left = faults.includes("coach-speak") && { left: ["coach-speak" as const] };
  if (mended.length === 0) return { ok: true, text: raw, salvaged: false, ...left };
  const plain = withoutMarks(raw);
  const spoken = plain.slice(rolePrefixOf(plain, about.content.persona).length);
  const kept = oneQuestion(sentencesOf(spoken)).slice(0, maxSentences);
  const text = kept.length === 0 ? raw : kept.join(" ");
  const salvaged = mended.includes("too-long") || mended.includes("too-many-questions");
  return { ok: true, text, salvaged, mended, ...left };
}

const markdown = /\*\*|__|^#{1,6} |^[ \t]*(?:[-*•]|\d+[.)]) /mu;
/** "*sighs*", "(looks away)", "[pause]" by themselves; a name or a word in brackets within a sentence is speech. */
const stageDirections =
  /(?<=^|[.!?…]["”’]?\s|\n)(?:\*[\p{Ll}][^*\n]{1,60}\*|\([\p{Ll}][^()\n]{1,60}\)|\[[\p{L}][^[\]\n]{1,60}\])/u;
const stageTalk =
  /<\/?(?:learner|partner|stage|system)|\b(?:as|i['’]?m|i am|being) (?:just |only )?an ai\b(?! [a-z]*(?:er|or|ist|start|team|comp|firm))|\ban? (?:large )?language model\b|\bstage note\b|\bmy (?:system )?(?:instructions|prompt)\b/iu;
/** What coaches and therapists say, and people at a kitchen table do not. */
const coachSpeak =
  /\b(?:(?:great|good|nice) job|well done)\b|\bi (?:really )?appreciate (?:you|your) (?:shar|open|honest|vulnerab|express|communicat|being (?:open|honest|vulnerable))|\bthank you for (?:sharing|expressing|opening up|being (?:so )?vulnerable)\b|\b(?:your|those) feelings are (?:completely |totally )?valid\b|\bwhat i(?:['’]m| am) hearing (?:is|from you)\b|\blet['’]s unpack\b|\bactive(?:ly)? listening\b|\bi-?statements?\b/iu;

/** The name a line begins with, as a transcript would ("Ruth: "), up to its colon; mostly nothing. */
function rolePrefixOf(said: string, { name }: ScenarioContent["persona"]): string {
  const [whole = "", prefix] = /^\W{0,9}([\p{L} .'’-]{2,40}?)\W{0,9}:\s/u.exec(said) ?? [];
  const names = [name.toLowerCase(), name.split(" ")[0]?.toLowerCase(), "partner", "coach"];
  return names.includes(prefix?.toLowerCase()) ? whole : "";
}

function withoutMarks(text: string): string {
  return text
    .replaceAll(new RegExp(stageDirections, "gu"), " ")
    .replaceAll(/^[ \t]*(?:#{1,6}|[-*•]|\d+[.)])[ \t]+/gmu, "")
    .replaceAll(/\*\*|__/gu, "")
    .replaceAll(/\s+/gu, " ")
    .trim();
}

function oneQuestion(sentences: string[]): string[] {
  const questions = sentences.filter((sentence) => sentence.includes("?"));
  const fullest = questions.toSorted((a, b) => b.length - a.length)[0];
  return sentences.filter((sentence) => sentence === fullest || !sentence.includes("?"));
}
