import type { LearnerAct, Turn } from "#app/features/conversations/conversation.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import { frameworks } from "./frameworks.ts";
import type { FrameworkId, FrameworkMove } from "./frameworks.ts";
import { readActs } from "./read-acts.ts";
import { sentencesOf } from "./sentences.ts";

/**
 * The framework's move that the quoted phrase of this turn shows, or null when it is none of them (owning one's part
 * is good everywhere and belongs to no framework but stands beside all).
 */
export function fittingMove(content: ScenarioContent, turn: Turn): FrameworkMove | null {
  const { acts, line } = quotedActs(content, turn);
  const id = moveFor(content.framework, acts, line, turn.ordinal);
  return frameworks[content.framework].moves.find((move) => move.id === id) ?? null;
}

/** What the sentence around the quoted phrase does, by itself: a label has to fit the words it stands beside. */
export function quotedActs(content: ScenarioContent, turn: Turn): { acts: LearnerAct[]; line: string } {
  const phrase = turn.moves?.phrase ?? "";
  const sentence = sentencesOf(turn.learner ?? "").find((part) => part.includes(phrase)) ?? phrase;
  const line = sentence.toLowerCase().replaceAll("’", "'");
  const acts = readActs({ content, before: [], text: sentence, line, triggeredAt: null }).map(
    ({ act }) => act,
  );
  // "Would you …?" asks for something, not about something.
  return { acts: isRequest(line) ? acts.map((act) => (act === "ask" ? "state-need" : act)) : acts, line };
}

function isRequest(line: string): boolean {
  return (
    /\b(?:would|could|can|will) (?:you|we)\b(?! (?:like|want|prefer|rather|have liked|miss))/.test(line) &&
    !/\b(?:what|how|why|when|where|which|who)\b/.test(line)
  );
}

/** Framework moves not shown yet on this branch, in the framework's order. */
export function unusedMoves(content: ScenarioContent, path: Turn[]): FrameworkMove[] {
  const used = new Set(path.slice(1).map((turn) => fittingMove(content, turn)?.id));
  return frameworks[content.framework].moves.filter(({ id }) => !used.has(id));
}

/** What a camera could have seen has a number, a day or a deed in the past; what somebody knows or thinks has not. */
const sawable =
  /^(?!.*\bi (?:know|think|guess|feel)\b).*(?:\d|\b(?:last|yesterday|times|hours|days|minutes|was|were|took|landed|came|went|drove|said|told|saw|had|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)/;

/** One occasion has a day, a place or a number to it. */
const occasion =
  /\d|\b(?:yesterday|last|when|slide|at the|this morning|on (?:mon|tues|wednes|thurs|fri)day|january|february|march|april|may|june)\b/;

function moveFor(framework: FrameworkId, acts: LearnerAct[], line: string, ordinal: number): string | null {
  const does = (...wanted: LearnerAct[]) => wanted.some((act) => acts.includes(act));
  const said = (pattern: RegExp) => pattern.test(line);
  switch (framework) {
    case "dear-man":
      if (does("boundary") && !does("offer"))
        return said(/\bstill\b|i hear|i know|i understand/) ? "stay-mindful" : "assert";
      if (does("offer"))
        return said(/\b(?:then|so that|you'd|you would|you'll)\b/) && !does("ask")
          ? "reinforce"
          : "negotiate";
      if (
        said(
          /\bi(?:'m| am|'ve been)? (?:feel|felt|afraid|sad|scared|worried|dread\w*|uneasy|miss|hate|love|think about|lie awake|can't bear)\b/,
        )
      )
        return "express";
      if (does("own-part", "ask")) return null;
      if (does("state-need")) return "assert";
      if (said(/\b(?:we've|i've|we have|i have) decided\b|\bwe(?:'re| are) (?:not|staying)\b/))
        return "assert";
      return does("give-reason") && said(sawable) ? "describe" : null;
    case "interests-rights-power":
      if (does("boundary")) return "set-limit";
      if (
        said(
          /\b(?:both (?:want|need|of us)|we both|you and i|neither of us (?:wants?|needs?|can|would|will)|we all want|the two of us|together)\b/,
        )
      )
        return "find-common";
      if (does("offer")) return "offer-options";
      if (does("ask")) return "ask-theirs";
      if (does("own-part", "reflect")) return null;
      if (isRequest(line)) return null;
      // Wanting something is a position; what it is for makes it an interest.
      return said(
        /\b(?:because|matters?|so that|worr(?:y|ies|ied)|costs? me|known for|afraid|i need|that's why|my (?:review|boiler))\b/,
      )
        ? "name-interests"
        : null;
    case "sbi":
      if (ordinal <= 2 && does("ask")) return "ask-permission";
      if (does("offer") || said(/\b(?:show me|run through|let's|we (?:sit|meet|go over)|from now on)\b/))
        return "agree-next";
      if (does("ask")) return "invite";
      if (does("own-part", "reflect")) return null;
      if (said(/\b(?:i felt|i stood|asked me|left me|made it|cost|because of that|i was|had to|i had)\b/))
        return "impact";
      if (said(/\byou (?!know|see|said)[a-z]+(?:ed|t|d|w|ke)\b|\bthere was no\b/)) return "behaviour";
      return does("give-reason") && said(occasion) ? "situation" : null;
    case "anchor-reason-silence":
      if (does("own-part")) return null;
      if (does("boundary")) return "hold";
      if (does("offer")) return "trade";
      if (does("reflect")) return null;
      if (does("ask")) return "silence";
      if (does("give-reason") && !said(/\bi(?:'m| am) asking for\b|\bi(?:'d| would) like\b/)) return "reason";
      return does("state-need") || said(/\d/) ? "anchor" : null;
    case "oars":
      if (said(/\b(?:would it help|would you like|may i|can i|shall i|is it all right if|do you want me)\b/))
        return "ask-offer";
      if (said(/\bso (?:to sum|what i have|far|you want .+ and)\b|\bput it together\b/)) return "summarise";
      if (does("reflect")) return "reflect";
      if (does("ask")) return "open-question";
      if (
        said(
          /\byou (?:still |even |always )?(?:kept|made|managed|did|carried|came|stayed|held|got|looked|found|never|[a-z]+ed)\b/,
        )
      )
        return "affirm";
      return does("offer") ? "ask-offer" : null;
  }
}
