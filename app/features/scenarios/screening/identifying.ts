import { firstMatch } from "./first-match.ts";
import type { ScreenPart } from "./screen.ts";

/**
 * None may go over the same words again and again: a run of letters is looked at from its beginning only (`(?<!…)`), what
 * may stand before or behind a mark has a length, and no two parts in a row can share one text among them.
 */
const patterns = [
  // An address to write to, a page, a name on a network.
  /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u,
  /\b(?:https?:\/\/|www\.)\S+/iu,
  /(?<![\w-])-*\w[\w-]*\.(?:com|org|net|io|de|ch|at|co\.uk|fr|es|it|eu|info)\b(?:\/\S*)?/iu,
  /\b\w{1,64} ?(?:at|\(at\)|\[at\]) ?\w{1,64} ?(?:dot|\(dot\)|\[dot\]) ?[a-z]{2,24}\b/iu,
  /(?<![\w@])@[a-z][\w.]{2,}/iu,
  // Numbers: telephone, account, card, insurance. A sum, a year or a date is none.
  /(?<![\w.])\+\d[\d\s().-]{6,}\d/u,
  /\b0\d{2,4}[\s/-]?\d{2,4}[\s-]?\d{2,}(?:[\s-]\d{2,})*\b/u,
  /\(\d{3}\)\s?\d{3}[\s-]\d{4}/u,
  /\b\d{3}[-. ]\d{3}[-. ]\d{4}\b/u,
  /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?\b/u,
  /\b(?:\d{4}[ -]?){3}\d{4}\b/u,
  /\b\d{3}-\d{2}-\d{4}\b/u,
  /\b(?:passport|social security|insurance|licen[cs]e plate|employee|customer|account|case|student|id)\s*(?:no\.?|number|#|nr\.?|id)\s*:?\s*[A-Z0-9][A-Z0-9-]{4,}\b/iu,
  /\b(?:licen[cs]e|number) plate(?: number)?(?: is|:)? [A-Z0-9][A-Z0-9 -]{3,}/iu,
  // Where somebody lives, when they were born.
  /\b\d{1,5}[a-z]?\s+(?:[A-Z][\p{L}'.-]+\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Court|Ct|Square|Sq|Close|Way|Boulevard|Blvd|Terrace|Place)\b/u,
  /\b[A-Z][\p{L}.-]{0,40}(?:straße|strasse|str\.|weg|gasse|platz|allee)\s+\d{1,4}[a-z]?\b/u,
  /\b(?:born|date of birth|dob|birthday)\b[^.]{0,20}\b(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2},? \d{4}|\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december) \d{4})/iu,
];

/** Who it is, with a first name and a family name behind it. "My boss Ruth" is none. */
const relation =
  "boss|manager|supervisor|colleague|coworker|co-worker|landlord|landlady|neighbou?r|teacher|professor|doctor|therapist|friend|flatmate|roommate|partner|husband|wife|ex|brother|sister|mother|father|mum|mom|dad|son|daughter|uncle|aunt|cousin|client|customer|employee|tenant";
const notFamilyNames =
  "Ann|Anne|Marie|Maria|Lou|Jane|Mae|May|Rose|Lee|Jean|Claire|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December|Christmas|Easter|I|I'm|I've|I'd|I'll|And|But|The|She|He|They|We|You|It|On|In|At|When|Who|Said|Says|Has|Is|Was|HR|UK|US|USA|EU|Of|From|To|For|With";
const twoNames = String.raw`(?!(?:${notFamilyNames})\b)\p{Lu}[\p{Ll}'-]+\s+(?!(?:${notFamilyNames})\b)\p{Lu}[\p{L}'-]*\p{Ll}(?!\p{L})`;
const fullNames = [
  new RegExp(String.raw`\b(?:${relation}),?\s+(?:is\s+)?(?:(?:called|named)\s+)?${twoNames}`, "u"),
  new RegExp(
    String.raw`\b(?:[Hh]e|[Ss]he|[Tt]hey|I)(?:'s|'m|\s+is|\s+are|\s+am)\s+(?:called|named)\s+${twoNames}`,
    "u",
  ),
  new RegExp(
    String.raw`\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y)\s+(?:full\s+)?name(?:'s|\s+is)\s+${twoNames}`,
    "u",
  ),
  new RegExp(String.raw`\b(?:Mr|Mrs|Ms|Mx|Dr|Prof)\.?\s+${twoNames}`, "u"),
];
/** Where somebody says who it is, a name may come first: "Ada Lovelace, my boss". */
const nameFirst = new RegExp(
  String.raw`^(?!(?:Dr|Mr|Mrs|Ms|Mx|Prof|Aunt|Uncle|Sister|Father|Captain|Head|Human|The|My|Our|A|An)\b)${twoNames}(?=\s*(?:,|\(|$))`,
  "u",
);

/** Words that say who a real person is: how to reach them, where they live, their full name; null when nothing does. */
export function identifying(line: string, part: ScreenPart): string | null {
  return firstMatch(line, [...patterns, ...fullNames, ...(part === "person" ? [nameFirst] : [])]);
}
