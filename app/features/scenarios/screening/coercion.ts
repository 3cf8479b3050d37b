import { firstMatch } from "./first-match.ts";
import type { ScreenPart } from "./screen.ts";

const whom = String.raw`(?:her|him|them|you|my \w+|the \w+|someone|somebody|people|a \w+)`;

/** What somebody would do to another: as a goal of the learner's it is coercion, whoever it is said of. */
const deeds = [
  String.raw`blackmail\w*`,
  String.raw`extort\w*`,
  String.raw`gasligh?t\w*`,
  String.raw`brainwash\w*`,
  String.raw`stalk(?:ing)?\b`,
  String.raw`manipulat(?:e|ing) ${whom}`,
  String.raw`(?:threaten(?:ing)?|intimidat(?:e|ing)|terrori[sz](?:e|ing)|humiliat(?:e|ing)|scar(?:e|ing)) ${whom}`,
  String.raw`threaten(?:ing)? to (?:tell|show|post|share|leak|publish|expose|out|ruin|hurt|harm|kill|report|take (?:the|her|his|their))\b`,
  String.raw`tell(?:ing)? (?:her|his|their) (?:boss|family|parents|husband|wife|partner|employer|friends) [^.!?]{0,60}\b(?:secret|unless|or else)\b`,
  String.raw`unless (?:she|he|they) (?:comes? back to me|takes? me back|stays? with me|sleeps? with|obeys?|does? (?:as|what) i)`,
  String.raw`forc(?:e|ing) ${whom} (?:to|into)`,
  String.raw`coerc(?:e|ing) ${whom}`,
  String.raw`(?:guilt|trick|con)(?:ing|king|ning)?[- ]?(?:trip(?:ping)?)? ${whom} into`,
  String.raw`(?:mak(?:e|ing)|keep(?:ing)?) ${whom} (?:\w+ )?(?:afraid|scared|frightened|dependent on me|obey|submit)`,
  String.raw`(?:hurt|harm|kill|beat|hit|punish)(?:ing)? ${whom}\b`,
  String.raw`(?:leak|share|post|publish|spread)(?:ing)? (?:her|his|their|your) (?:\w+ )?(?:photos?|pictures?|nudes?|videos?|secrets?|diary)`,
  String.raw`track(?:ing)? (?:her|his|their) (?:phone|location)`,
  String.raw`(?:read|check|spy on|spying on|hack|hacking)(?:ing)? (?:into )?(?:her|his|their) (?:phone|messages|account|e-?mails?)(?= (?:without|secretly|behind))`,
  String.raw`(?:not|never|won't|don't) (?:take|accept|let \w+ say) no\b`,
  String.raw`(?:stop|keep|prevent)(?:ping|ing)? ${whom} from (?:leaving me|seeing (?:her|his|their) (?:friends|family)|going to the police|pressing charges)`,
  String.raw`(?:drop|withdraw)s? (?:the |her |his |their )?(?:charges|complaint|police report)`,
  String.raw`(?:sign|agree)\w* (?:it |to it )?or else`,
  String.raw`get (?:her|him|them) drunk`,
  String.raw`by (?:threatening|blackmailing|humiliating|scaring|lying|tricking)`,
  String.raw`pressur(?:e|ing) ${whom} into`,
  String.raw`pretend(?:ing)? to be (?:from|a|an|the|her|his|their)\b`,
  String.raw`li(?:e|es|ed|ing) to the police`,
  String.raw`(?:get|find out) (?:her|his|their) (?:password|pin|passcode|card number)`,
  String.raw`ruin(?:ing)? (?:her|his|their) (?:life|career|reputation|name)`,
  String.raw`(?:sign|signing) over (?:her|his|their)`,
  String.raw`(?:lend|give|send|wire|transfer)(?:ing)? me (?:all )?(?:her|his|their) (?:savings|pin|password|pension)`,
];

/** What nobody may be brought to. */
const ends = [
  String.raw`(?:she|he|they|will|must|to) obeys?\b`,
  String.raw`out of fear\b`,
  String.raw`(?:is|are|stays?|remains?) (?:too )?(?:afraid|scared|frightened|terrified) (?:of me|to (?:leave|say no|refuse|tell))`,
  String.raw`(?:does not|doesn't|do not|don't) dare to (?:leave|say no|refuse|tell)`,
];

const asAim = [...deeds, ...ends].map(
  (deed) =>
    new RegExp(
      String.raw`(?<!\b(?:not|without|stop|stopped|stops|from|instead of|rather than) (?:to )?)\b(?:${deed})`,
      "iu",
    ),
);

/** In a story the same words tell what was suffered, unless the learner says it of themselves. */
const first = String.raw`\b(?:i|we)(?:'m| am| are|'re)? (?:want|wants|plan|plans|planning|going|gonna|intend|would like|need|will|'ll|have|try|trying|mean)(?: (?:to|on|going to))? (?:\w+ )?`;
const ofOneself = deeds.map((deed) => new RegExp(`${first}(?:${deed})`, "iu"));
const contracted = deeds.map((deed) => new RegExp(String.raw`\bi'll (?:\w+ )?(?:${deed})`, "iu"));

/** Words that show that somebody is to be made to do something by fear, deceit or force; null when nothing does. */
export function coercion(line: string, part: ScreenPart): string | null {
  return firstMatch(line, part === "aim" ? asAim : [...ofOneself, ...contracted]);
}
