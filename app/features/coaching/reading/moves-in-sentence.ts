import type { LearnerAct } from "#app/features/conversations/conversation.ts";
import type { FrameworkId } from "#app/features/coaching/frameworks.ts";

/** A sentence in lower case with straight quotes, what it does, and the message it stands in. */
type Sentence = { acts: LearnerAct[]; line: string; whole: string; ordinal: number };

/** The framework's moves that one sentence makes, the one it is best known by first. */
export function movesInSentence(framework: FrameworkId, sentence: Sentence): string[] {
  if (asksLeave(sentence.line)) return leave[framework];
  // Going below one's own wish makes no case for it, whatever figure stands in it.
  const moves = sentence.acts.includes("give-in") ? [] : reading[framework](sentence);
  return [...new Set(moves)];
}

/** Whether a line in lower case asks to be allowed to say something, and does not say it yet. */
export function asksLeave(line: string): boolean {
  return /\b(?:(?:would|is) it (?:be )?(?:all right|alright|okay|ok|fine)(?: with you)? if i|(?:do|would) you mind if i) (?:suggest|say|said|tell|told|ask|share|offer|make|made|propose|bring|brought|mention|explain)|\b(?:may|can|could|might) i (?:suggest|share|offer|propose|make|tell you|say) (?:you )?(?:something|an idea|a suggestion|one thing|a thought)\b/.test(
    line,
  );
}

/** Whether a line in lower case says below what somebody will not go. */
export function namesFloor(line: string): boolean {
  return /\b(?:less than|below|under) (?:[£€$]?\d|[a-z-]{2,12} (?:hundred|thousand|per ?cent))/.test(line);
}

/** The framework's own move for it, where it has one. */
const leave: Record<FrameworkId, string[]> = {
  "dear-man": [],
  "interests-rights-power": [],
  sbi: ["ask-permission"],
  "anchor-reason-silence": [],
  oars: ["ask-offer"],
};

/** A question that is none: it holds something against somebody, or wants to be told that it is right. */
const accusing =
  /\b(?:honestly think|why (?:do|are|must|can't|won't|would|should) (?:you|i) (?:have to|being|be so|always|never|do this|do that|care|bother)|your excuse|how could you|how dare|what(?:'s| is) wrong with|have you tried|my money|see what i mean|don't you (?:think|see|care))\b|^(?:remember|you know|you do know)\b|,? (?:right|aren't you|isn't it|don't you|won't you|didn't you)\?/;

/** What a camera could have seen has a number, a day or a deed in the past; what somebody knows or thinks has not. */
const sawable =
  /^(?!.*\bi (?:know|think|guess|feel)\b).*(?:\d|\b(?:last|yesterday|times|hours|days|minutes|was|were|took|landed|came|went|drove|said|told|saw|had|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)/;

/** One occasion has a day, a place or a number to it. */
const occasion =
  /\d|\b(?:yesterday|last|when|slide|at the|this morning|on (?:mon|tues|wednes|thurs|fri)day|january|february|march|april|may|june)\b/;

/** Somebody else could look it up: a figure, a date, what was done. */
const checkable =
  /\d|\b(?:since|last (?:week|month|year|spring|summer|autumn|winter)|january|february|march|april|june|july|august|september|october|november|december|hours|weeks|months|years|accounts?|contract|per cent|percent|saves?|saved|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty)(?:-\w+)?)\b/;

const heard = /\b(?:i hear|i know|i understand|i see|i can see|i get that|that matters)\b/;

/** A no that thanks for the answer has heard it. */
const warm = /\b(?:thank you|thanks|i appreciate|i respect)\b/;

/** A figure with a day or a pace to it is something to agree to, and no reason for it. */
const terms =
  /^(?=.*(?:\d|hundred|thousand)).*\b(?:a month|per month|monthly|a week|each month|every month|(?:from|by|on) (?:next|the (?:first|second|third|\d|end|start|[a-z]{3,9}th\b|[a-z]{3,6}-)))/;

/** Asks for a figure itself, not about it. */
const figureAsked =
  /\b(?:can|could|would|will|shall|may) (?:we|you|i) (?:please )?(?:agree (?:on|to)|settle (?:on|for)|say|make (?:it|that)|go (?:up )?to|get (?:me )?to|get|have|give me|pay me|raise (?:it|me|that) to|do)\b/;

const reading: Record<FrameworkId, (sentence: Sentence) => string[]> = {
  "dear-man": ({ acts, line, whole }) => {
    const does = doing(acts);
    const said = (pattern: RegExp) => pattern.test(line);
    const gains = !does("ask") && said(gained);
    const refuses =
      (does("boundary") && !does("offer")) ||
      said(
        /\b(?:we've|i've|we have|i have) decided\b|\b(?:we're|we are|i'm|i am) (?:not|still|staying)\b|\bit(?:'s| is) decided\b|\b(?:doesn't|does not|won't) work for me\b/,
      );
    const offers =
      does("offer") ||
      (!does("boundary") &&
        said(
          /\bis yours\b|\byou choose\b|\bi(?:'m| am) offering\b|\bwe(?:'ll| will|'d| would) (?:come|be there|be with you|visit|stay|drive up)\b|\bcan open\b|\b(?:first|second|third|last|long) weekend\b/,
        ));
    const stays =
      said(/\bstay with (?:my|the|what|that)\b/) ||
      (refuses && (said(/\bstill\b|\beven so\b|\ball the same\b/) || heard.test(whole)));
    const confident = said(/\bit(?:'s| is) decided\b|\b(?:doesn't|does not|won't) work for me\b/);
    const feels = said(
      /\bi(?:'m| am|'ve been)? (?:feel|felt|afraid|sad|scared|worried|dread\w*|uneasy|miss|hate|love|think about|lie awake|can't bear|grateful)\b|\bi get (?:tense|sad|scared|anxious|nervous)\b|\b(?:means?|meant) (?:a lot|so much|a great deal|the world|everything|something) to me\b|\bmatters? (?:a lot |so much )?to me\b/,
    );
    if (gains) return offers ? ["reinforce", "negotiate"] : ["reinforce"];
    if (stays) return ["stay-mindful", ...(refuses ? ["assert"] : [])];
    if (refuses) return confident ? ["appear-confident", "assert"] : ["assert"];
    if (offers) return ["negotiate"];
    if (feels) return ["express"];
    if (said(/^please\b|[,;] please [a-z]+ /)) return ["assert"];
    if (does("own-part", "ask")) return [];
    if (does("state-need")) return ["assert"];
    const owns = said(/\b(?:sorry|apologi[sz]e|unkind|unfair|my fault)\b/);
    return does("give-reason") && said(sawable) && !owns ? ["describe"] : [];
  },

  "interests-rights-power": ({ acts, line, whole }) => {
    const does = doing(acts);
    const said = (pattern: RegExp) => pattern.test(line);
    const interest = said(
      /\b(?:because|matters?|so that|worr(?:y|ies|ied)|costs? me|known for|afraid|i need(?! (?:about |at least )?(?:[£€$]?\d|[a-z-]{1,12} (?:hundred|thousand)))|that's why|my (?:review|boiler)|i want (?!(?:about |at least )?(?:[£€$]?\d|[a-z-]{1,12} (?:hundred|thousand))|you\b|it\b|my\b|the\b|that\b|this\b|to\b|a\b))/,
    );
    const options =
      /\bor\b/.test(line) &&
      (said(/\b(?:(?:you|we|i) could|i take|we send|either|instead|each time)\b/) ||
        /\bwhich (?:is|one|of|would|could)\b/.test(whole));
    if (
      (does("boundary") && !said(/\bwon't tell\b/)) ||
      (said(/\bif (?:we|it|that|this|nothing|nobody|you)\b/) && said(/\bi(?:'ll| will)\b/))
    )
      return does("ask") ? ["offer-options"] : ["set-limit"];
    if (options && !accusing.test(line)) return ["offer-options"];
    if (
      said(
        /\b(?:both (?:want|need|of us|of those|of these)|we both|you and i|neither of us (?:wants?|needs?|can|would|will)|we all want|the two of us|together)\b/,
      )
    )
      return interest ? ["find-common", "name-interests"] : ["find-common"];
    if (interest && !said(proposal)) return ["name-interests"];
    if (does("offer") || (does("state-need") && said(terms))) return ["offer-options"];
    if (does("ask")) return accusing.test(line) ? [] : ["ask-theirs"];
    // Wanting something is a position; what it is for makes it an interest.
    return [];
  },

  sbi: ({ acts, line, ordinal }) => {
    const does = doing(acts);
    const said = (pattern: RegExp) => pattern.test(line);
    if (
      ordinal <= openingTurns &&
      (said(
        /\bis now\b|\bcould we take\b|\bhave you (?:got )?(?:five|ten|a) (?:minutes?|moment)\b|\b(?:can|may|could) i (?:say|tell|give|talk)\b|\bsomething (?:hard )?i'd like to say\b/,
      ) ||
        (ordinal <= 2 && does("ask")))
    )
      return ["ask-permission"];
    if (does("offer") || said(/\b(?:show me|run through|let's|we (?:sit|meet|go over)|from now on)\b/))
      return ["agree-next"];
    if (does("ask")) return accusing.test(line) ? [] : ["invite"];
    if (does("own-part", "reflect", "insult", "blame", "threat")) return [];
    if (
      said(
        /\b(?:i felt|i stood|asked me|left me|made it|cost|because of that|i was|had to|i had|(?:we|i|they|she|he) (?:missed|lost|stopped|waited|stayed|spent|paid))\b/,
      )
    )
      return ["impact"];
    if (said(/\byou (?!know|see|said|just)[a-z]+(?:ed|t|d|w|ke)\b|\bthere was no\b/)) return ["behaviour"];
    return does("give-reason") && said(occasion) ? ["situation"] : [];
  },

  "anchor-reason-silence": ({ acts, line, whole }) => {
    const does = doing(acts);
    const said = (pattern: RegExp) => pattern.test(line);
    if (does("own-part")) return [];
    const shaped = said(
      /\bif (?:not )?all\b|\bhalf\b|\bpart (?:of it|now)\b|\b(?:two|three) (?:steps|parts|stages)\b|\bin (?:steps|stages|parts)\b|\bfirst step\b|\bin (?:exchange|return)\b|\binstead(?! of)\b|\bstart (?:in|from|with)\b|\bone-off\b|\bfrom (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:what if|how about)\b/,
    );
    if (shaped && (does("offer", "ask", "state-need") || said(proposal))) return ["trade"];
    if (does("boundary") || said(/\bi(?:'d| would) still like\b|\bi still (?:want|need)\b/))
      // A no of one's own is not yet holding on: that shows the other's no was heard, or names where the line is.
      return heard.test(whole) ||
        warm.test(whole) ||
        namesFloor(line) ||
        said(/\bstill\b|\bthat hasn't changed\b/)
        ? ["hold"]
        : [];
    if (said(figureAsked) && said(/\d|\b(?:per cent|percent|thousand)\b/)) return ["anchor"];
    if (does("offer", "reflect")) return [];
    if (does("ask")) return accusing.test(line) ? [] : ["silence"];
    if (does("give-reason") && said(checkable) && !said(/\bi(?:'m| am) asking for\b|\bi(?:'d| would) like\b/))
      return ["reason"];
    return does("state-need") || (said(/\d/) && !does("give-reason")) ? ["anchor"] : [];
  },

  oars: ({ acts, line, whole }) => {
    const does = doing(acts);
    const said = (pattern: RegExp) => pattern.test(line);
    if (
      said(
        /\b(?:would it help|would you (?:like|want|rather)|may i|can i|shall i|is it all right if|do you want (?:me|help|advice|company)|what (?:would|do) you (?:want|need|like) (?:from|of) me|what would help)\b/,
      )
    )
      return ["ask-offer"];
    const checks = /\bhave i (?:left|missed|got|understood)\b|\bis that (?:it|right|about right)\b/.test(
      whole,
    );
    if (
      said(/\bso (?:to sum|what i have|far|you want .{1,60} and)\b|\bput it together\b/) ||
      (checks && said(/^(?:so|let me see)\b/))
    )
      return ["summarise"];
    if (
      does("reflect") ||
      said(/^so (?:it|it's|for you|what|that|you)\b|\byou (?:go home|are left|lie there|sit there) with\b/)
    )
      return ["reflect"];
    if (does("ask"))
      return said(/\b(?:what|how|when|where|who|which|why)\b|\btell me\b/) && !accusing.test(line)
        ? ["open-question"]
        : [];
    if (
      said(
        /\byou (?:still |even |always )?(?:kept|made|managed|did|carried|came|stayed|held|got|looked|found|never|[a-z]+ed)\b/,
      )
    )
      return ["affirm"];
    return does("offer") ? ["ask-offer"] : [];
  },
};

/** Up to here asking whether now is a moment is no way of putting it off. */
const openingTurns = 3;

const gained =
  /\byou(?:'d| would|'ll| will) (?:all |both |still )?(?:have(?! to\b)|get|gain|save|open|keep|sleep|be rested)\b|\bthen i(?:'ll| will) have\b|\bglad to see you\b/;

const proposal =
  /\b(?:(?:we|i|you) could|could (?:we|you|half)|what if|how about|shall we|let's|instead|either)\b/;

function doing(acts: LearnerAct[]) {
  return (...wanted: LearnerAct[]) => wanted.some((act) => acts.includes(act));
}
