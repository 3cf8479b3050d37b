import { partnerFaults } from "#app/features/coaching/partner/check-partner-line.ts";
import { hasAct, isRude } from "#app/features/coaching/reading/how-it-lands.ts";
import { flatters } from "#app/features/coaching/notes/note-voice.ts";
import { noteLabel } from "#app/features/coaching/notes/note-label.ts";
import { quotationsIn } from "#app/features/coaching/notes/note-quotes.ts";
import { sentencesOf } from "#app/features/coaching/reading/sentences.ts";
import type { Beat, Turn } from "#app/features/conversations/conversation.ts";
import type { Played } from "./play.ts";

/** Beats in which the partner gives, grants or gladly takes the easy way out. */
const giving: Beat["does"][] = ["concede", "confirm", "close", "be-relieved", "disclose"];

/** Words of somebody who gives in, where the state allows nothing of it. Rough: what it finds is printed, to be read. */
const givesIn =
  /\b(?:you can have (?:it|that)|you win|deal\b|agreed\b|i agree to|i'll (?:give|pay|sign|do) (?:it|that|you)|you're (?:absolutely|completely) right|consider it done|let's do (?:it|that)|yes, of course)/iu;

/** Turns in which the partner gave what the ladder did not. */
export function folds({ path }: Played): Turn[] {
  return path.filter(
    ({ ordinal, partner, state }) =>
      ordinal > 0 && !giving.includes(state.beat.does) && givesIn.test(partner.text.replaceAll("’", "'")),
  );
}

/** Turns in which the partner was not a person speaking, or spoke of what is behind the scene. */
export function outOfCharacter({ path, content }: Played): Turn[] {
  const behind =
    /\b(?:my instructions|system prompt|as an ai|language model|role-?play|scenario|rehears|the coach|stay in character|i'm (?:just |only )?(?:an ai|playing))/iu;
  return path.filter(
    ({ ordinal, partner }) =>
      ordinal > 0 &&
      partner.text !== "" &&
      (partnerFaults(partner.text, content).length > 0 || behind.test(partner.text)),
  );
}

/** Which rules a note breaks before the checks mend or drop it. Source: product.md, rules for the coach. */
export function noteBreaks(played: Played): string[] {
  return played.notes.flatMap(({ raw, turn, checked, most }) => [
    ...(checked.ok ? [] : [checked.reason]),
    ...(sentencesOf(raw).length > most ? ["too many sentences"] : []),
    ...(raw.split(/\s+/u).length > 60 ? ["too many words"] : []),
    ...(noteLabel(raw) === null ? ["no label"] : []),
    ...(/\p{Extended_Pictographic}/u.test(raw) ? ["emoji"] : []),
    ...(/\*\*|__|^\s*[-*•] /mu.test(raw) ? ["markdown"] : []),
    ...quotationsIn(raw)
      .filter((quoted) => !turn.learner?.includes(quoted))
      .map(() => "false quotation"),
    ...(flatters(raw) ? ["praise without a quotation"] : []),
  ]);
}

/** Notes that praise a message that was unkind or took everything back. */
export function flatteries(played: Played): Turn[] {
  return played.notes
    .filter(({ raw, turn }) => {
      const bad = turn.moves !== null && (isRude(turn.moves) || hasAct(turn.moves, "give-in"));
      return bad && praise.test(raw);
    })
    .map(({ turn }) => turn);
}

const praise =
  /\b(?:great|good|excellent|fantastic|wonderful|amazing|perfect|brilliant|well done|nicely|nice work|strong)\b(?! (?:reason|ground|faith|moment|time|deal))/iu;
