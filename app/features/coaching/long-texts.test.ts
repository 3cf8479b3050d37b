import { describe, expect, test } from "vitest";
import { maxMessageCharacters } from "#app/features/conversations/conversation.ts";
import { readMessageText } from "#app/features/conversations/message-text.ts";
import raise from "#db/seeds/scenarios/the-promised-raise.ts";
import { askedAbout } from "./asides/asked-about.ts";
import { checkNote, noteLabel } from "./check-note.ts";
import { partnerFaults } from "./check-partner-line.ts";
import { movesShown } from "./fitting-move.ts";
import { graveIn } from "#app/features/coaching/grave/grave-words.ts";
import { quotationsIn } from "./note-quotes.ts";
import { phraseAround } from "./phrase.ts";
import { isOtherLanguage } from "./readable.ts";
import { readLearnerMoves } from "./read-learner-moves.ts";
import { selfHarmSignal } from "./safety/self-harm-signal.ts";
import { sentencesOf } from "./sentences.ts";
import { rehearse } from "./testing.ts";

/**
 * Milliseconds of the processor that one reader may take for one text of full length. Those that are linear take a tenth
 * of it on a slow machine, those that are not take seconds.
 */
const mostMs = 200;

const opened = rehearse({ content: raise, lines: ["You're useless."] });
const given = opened.map((turn) => ({ ...turn, state: { ...turn.state, concessions: 1 } }));

const readers: Record<string, (text: string) => unknown> = {
  readMessageText,
  selfHarmSignal: (text) => selfHarmSignal(text),
  readLearnerMoves: (text) => readLearnerMoves({ content: raise, before: opened, text }),
  "readLearnerMoves after a yes": (text) => readLearnerMoves({ content: raise, before: given, text }),
  graveIn: (text) => graveIn(text, raise),
  movesShown: (text) =>
    movesShown(
      raise,
      opened.slice(-1).map((turn) => ({ ...turn, learner: text })),
    ),
  askedAbout: (text) => askedAbout(text, raise, opened),
  isOtherLanguage: (text) => isOtherLanguage(text, raise),
  sentencesOf,
  phraseAround: (text) => phraseAround(text, text.length - 1),
  partnerFaults: (text) => partnerFaults(text, raise),
  checkNote: (text) => checkNote(text, { path: opened, content: raise }),
  "checkNote of what was said": (text) =>
    checkNote(`A label — “${text}” ${text}`, {
      path: opened.map((turn) => ({ ...turn, learner: text, partner: { ...turn.partner, text } })),
      content: raise,
    }),
  noteLabel,
  quotationsIn,
};

const pieces = [
  ..."a A 1 . ? ! , ; : - – — ' \" “ ” … # * _ > ( ) [ / \\ é 字 🙂 ﷺ".split(" "),
  ...[
    " ",
    "\n",
    "\t",
    "\u00A0",
    " \n",
    "\n ",
    ". ",
    "? ",
    "! ",
    ", ",
    " - ",
    ": ",
    '" ',
    '…" ',
    "a ",
    "A ",
    "i ",
    "I ",
  ],
  ...["a-", "a'", "a.", "a,", "1.", "1,", "it", "ok", "hm", "##", "# ", "- ", "1. ", "**", "</", "ab: "],
  ..."who what |because |because i |i'm |i'm not |not |you |you're |you never |if you don't |or i |the |my |not idiot ".split(
    "|",
  ),
  ..."i want to |i wish |wish |i wish a car |want to die |i thought |kill |killing |life |i wish i |thinking of |self-harm |d i e ".split(
    "|",
  ),
  ..."no, |yes |ok |okay, |done |deal |deal. |thanks |thanks. |sorry |sorry i |sorry for |that's good |i accept |not deal |who what ".split(
    "|",
  ),
  ..."salary |raise |april |you told me |all the |ignore all |previous |she said i |he said |just |really |maybe ".split(
    "|",
  ),
  ..."not april |don't want |nobody cares about |my friend |my brother's |my friend has |wants to |you should |go and |turn one ".split(
    "|",
  ),
];
const starts = [
  "",
  "i need the raise because ",
  "you",
  "a — ",
  "“",
  "Ask: ",
  ". ",
  "what a b c ",
  "if you don't ",
  "i ",
];
const ends = ["x", "?", "!x", '"', " x"];

/** Every piece with every start and with every end. */
const texts = pieces.flatMap((piece) => [
  ...starts.map((start) => longest(start, piece, "")),
  ...ends.map((end) => longest("", piece, end)),
]);

function longest(start: string, piece: string, end: string): string {
  const room = maxMessageCharacters - start.length - end.length;
  return start + piece.repeat(Math.ceil(room / piece.length)).slice(0, room) + end;
}

describe("RR23 a text of the longest length is read in no time, whatever it is made of", () => {
  test.each(Object.keys(readers))("%s", (name) => {
    const slow = texts
      // The second time nothing is compiled any more, and no garbage of other texts is in the way.
      .filter((text) => msFor(readers[name], text) > mostMs && msFor(readers[name], text) > mostMs)
      .map((text) => `${text.slice(0, 60)} … ${text.slice(-20)}`);
    expect(slow).toEqual([]);
  });
});

function msFor(read: ((text: string) => unknown) | undefined, text: string): number {
  const from = process.cpuUsage();
  read?.(text);
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}
