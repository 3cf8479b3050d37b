import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { sentencesOf } from "./sentences.ts";

const maxSentences = 4;

export type PartnerFault =
  | "empty"
  | "role-prefix"
  | "markdown"
  | "too-long"
  | "too-many-questions"
  | "stage-talk";

/** What is wrong with a partner's line, of the scripted voice or a model's; an empty list when it is speech. */
export function partnerFaults(text: string, { persona }: Pick<ScenarioContent, "persona">): PartnerFault[] {
  const faults: PartnerFault[] = [];
  const said = text.trim();
  if (said === "") return ["empty"];
  const prefix = /^\W{0,9}([\p{L} .'’-]{2,40}?)\W{0,9}:\s/u.exec(said)?.[1]?.toLowerCase();
  if (
    prefix !== undefined &&
    [persona.name.toLowerCase(), persona.name.split(" ")[0]?.toLowerCase(), "partner", "coach"].includes(
      prefix,
    )
  ) {
    faults.push("role-prefix");
  }
  if (/\*\*|__|^#{1,6} |^[ \t]*(?:[-*•]|\d+[.)]) /mu.test(said)) faults.push("markdown");
  if (sentencesOf(said).length > maxSentences) faults.push("too-long");
  if (said.split("?").length - 1 > 1) faults.push("too-many-questions");
  if (/<\/?(?:learner|partner|stage|system)|\bas an ai\b|language model|\bstage note\b/iu.test(said))
    faults.push("stage-talk");
  return faults;
}
