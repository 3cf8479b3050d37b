import { firstMatch } from "./first-match.ts";

/** What is no rehearsal of a hard talk any more. Orientation, illness, consent and a complaint are. */
const explicit = [
  /\b(?:sext(?:ing|s|ed)?|erotic(?:a|ally)?|porn(?:o|ography|ographic)?|nudes?|nsfw|hentai|bdsm|fetish(?:es)?|kink(?:s|y)?|threesomes?|orgasms?|orgasmic|masturbat\w*|blow ?jobs?|hand ?jobs?|dirty talk|talk dirty|striptease|horny|aroused|cum(?:ming)?|dildos?|vibrators?)\b/iu,
  /\b(?:have|having|had|has|want|wants|offer|offering|for|love|of|about having) (?:\w+ )?sex\b(?! (?:education|discrimination|offender|assigned|change|worker))/iu,
  /\b(?:sex|sexual|sexy) (?:with|scene|role ?play|chat|favou?rs?|fantas(?:y|ies)|position|act|game|talk|pleasure|story)\b/iu,
  /\b(?:naked|undress(?:es|ing|ed)?|seduc(?:e|es|ed|ing|tion)|make out|making out|hook(?:ing)? up with|sleep(?:ing)? with (?:me|her|him|them|you)|get (?:her|him|them|you) into bed|take off (?:her|his|their|your) clothes|fuck(?:ing)? (?:me|her|him|them|you)\b)/iu,
  /\b(?:sexy|spank(?:s|ing)?|strip(?:s|ping)? for|dominat(?:e|es|ing) (?:me|her|him|them)|in bed with (?:me|her|him|them))\b/iu,
  /\b(?:rape|raping|molest\w*|incest\w*)\b/iu,
];

/** Told of, to be complained about or to be talked through: no content of that kind. */
const spokenOf = [
  /\bsexual (?:harassment|assault|abuse|orientation|health|misconduct)\b/giu,
  /\b(?:was|were|been|being|i was) (?:raped|molested)\b/giu,
  /\b(?:stop(?:s|ped|ping)?|not want|don't want|doesn't want|did not want|didn't want)\b[^.]{0,40}\b(?:sex|nudes?|naked|sleep(?:ing)? with|hook(?:ing)? up with)\b(?: (?:him|her|them|with (?:him|her|them)))?/giu,
  /\b(?:consent|say no|saying no|said no|not ready|report|reporting|complain\w*|refuse|turn (?:him|her|them) down)\b[^.]{0,60}\b(?:sex|nudes?|naked|sleep(?:ing)? with|hook(?:ing)? up with)\b(?: (?:him|her|them|with (?:him|her|them)))?/giu,
  /\bnaked (?:truth|eye|ambition)\b/giu,
  /\bnude (?:colou?rs?|shoes?|lipstick)\b/giu,
];

/** Words that show sexual content; null when there is none. */
export function sexual(line: string): string | null {
  // A mark stands where something was taken out, so that what was apart does not come together.
  return firstMatch(
    spokenOf.reduce((text, pattern) => text.replaceAll(pattern, " … "), line),
    explicit,
  );
}
