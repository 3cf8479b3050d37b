import { firstMatch } from "./first-match.ts";
import type { ScreenPart } from "./screen.ts";

const number = String.raw`(?:[1-9]|1[0-7]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)`;
const kin = String.raw`(?:son|daughter|stepson|stepdaughter|nephew|niece|grandson|granddaughter|brother|sister|cousin|child|kid|boy|girl|girlfriend|boyfriend|student|pupil|neighbou?r|teenager|patient|player|friend)`;

/** Said of the other person or of somebody by name: an age under 18. "Two years in" is none. */
const ages = [
  new RegExp(
    String.raw`\b${number}[- ]years?[- ]old\b(?!\s+(?:company|business|project|house|car|dog|cat|promise|loan|debt|problem|quarrel|argument|marriage|flat|system))`,
    "iu",
  ),
  new RegExp(
    String.raw`\b(?:aged?|is|turns|turned|turning|just)\s+(?:of\s+)?${number}\b(?=\s*(?:$|[.,;!)]|and\b|now\b|in\b|years?\s+old|yrs?\b|y\/o))(?!\s+(?:years?\s+(?!old)|months?|weeks?|days?|hours?|minutes?))`,
    "iu",
  ),
  new RegExp(String.raw`\b${number}\s?(?:y\/o|yo|yrs? old)\b`, "iu"),
  // "My son, 10", "my students (14-15)".
  new RegExp(
    String.raw`[,(]\s*(?:aged?\s+)?${number}(?:\s*(?:-|–|to)\s*\d{1,2})?(?=\s*(?:[),.]|$|years?\b))(?!\s+years?\s+(?!old))`,
    "iu",
  ),
];

const words = [
  /\b(?:minors?|under[- ]?age[d]?|pre-?teens?|teen|teens|teenagers?|teenaged?|adolescents?|toddlers?|bab(?:y|ies)|infants?)\b/iu,
  /\b(?:school ?(?:girl|boy|kid|child)s?|pupils?|little (?:boy|girl|brother|sister)|(?:small|young|little) (?:child|kid)|child|kid)\b/iu,
  /\bhigh[- ]school (?:student|pupil|girl|boy|kid)s?\b|\b(?:boy|girl)s? (?:from|at|in) (?:(?:my|his|her|the) )?(?:school|class|kindergarten)\b/iu,
  /\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) grader\b|\b(?:middle|primary|elementary)[- ]school(?:er)?\b/iu,
];

/** "My child", said by the parent of somebody grown. */
const grown = /\b(?:adult|grown(?:[- ]up)?|eldest|middle[- ]aged)\b/iu;

/** A grown person told by a child: "my kid's teacher", "the mother of a 6-year-old". */
const told = [
  /(?<!\S)\S*(?:-old|\bkid|\bchild(?:ren)?|\bteen\w*|\bbab(?:y|ies)|\bpupils?|\btoddlers?)(?:'s|s')(?=\s+\p{L})/giu,
  /\b(?:mother|father|parents?|mum|mom|dad|teacher|coach|owner|aunt|uncle|grandmother|grandfather|carer|nurse|doctor) (?:of|for|to) [^,;]*/giu,
];

/** "You are Mia, 14, …" and "You are a teenager": said at the beginning of a portrait, not of somebody else in it. */
const portrayed = [
  new RegExp(
    String.raw`^you(?:'re| are)\s+(?:[^,.;]{1,40},\s*)?(?:only\s+|just\s+|aged?\s+)?${number}\b(?=\s*(?:,|\.|and\b|years?[- ]old|$))`,
    "iu",
  ),
  new RegExp(
    String.raw`^you(?:'re| are)\s+(?:[^,.;]{1,40},\s*)?an?\s+(?:[\p{L}-]+\s+){0,2}(?:${number}[- ]year[- ]old|child|kid|teen(?:ager)?|schoolgirl|schoolboy|pupil|toddler|minor)\b(?!'s|\s+(?:psychologist|minder|care))`,
    "iu",
  ),
];

/** In a story a minor is somebody who is spoken of, unless the talk is with them. */
const withMinor = [
  new RegExp(
    String.raw`\b(?:talk|speak|talking|speaking|conversation|tell|telling|confront|confronting|explain(?:ing)? to|ask|asking)\s+(?:to\s+|with\s+)?(?:my|our|a|the|her|his)?\s*(?:${number}[- ]years?[- ]old|teen(?:age[rd]?)?|little|young|under-?age)\b`,
    "iu",
  ),
  new RegExp(
    String.raw`\b(?:my|our|the)\s+${kin}\s*,?\s+(?:who\s+)?(?:is\s+)?(?:only\s+|just\s+)?(?:aged?\s+)?${number}(?:\s+years?\s+old)?\s*(?:,|\.|$)`,
    "iu",
  ),
];

/** Words that show that the other person is under 18; null when nothing does. */
export function minors(line: string, part: ScreenPart): string | null {
  if (part === "portrait") return firstMatch(line, portrayed);
  if (part !== "person") return firstMatch(line, withMinor);
  const person = told.reduce((text, pattern) => text.replaceAll(pattern, " … "), line);
  return firstMatch(person, ages) ?? (grown.test(person) ? null : firstMatch(person, words));
}
