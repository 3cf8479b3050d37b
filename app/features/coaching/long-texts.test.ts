import { describe, expect, test } from "vitest";
import { maxMessageCharacters } from "#app/features/conversations/conversation.ts";
import { readMessageText } from "#app/features/conversations/message-text.ts";
import { readSituation, situationFaults } from "#app/features/scenarios/own/situation.ts";
import { coercion } from "#app/features/scenarios/screening/coercion.ts";
import { identifying } from "#app/features/scenarios/screening/identifying.ts";
import { minors } from "#app/features/scenarios/screening/minors.ts";
import { screenScenario, screenSituation } from "#app/features/scenarios/screening/screen-scenario.ts";
import type { ScreenPart } from "#app/features/scenarios/screening/screen.ts";
import { sexual } from "#app/features/scenarios/screening/sexual.ts";
import { readWritten } from "#app/features/scenarios/writing/read-written.ts";
import raise from "#db/seeds/scenarios/the-promised-raise.ts";
import { askedAbout } from "./asides/asked-about.ts";
import { aSituation } from "#e2e/fakes/situations.ts";
import { checkNote, noteLabel } from "./notes/check-note.ts";
import { partnerFaults } from "./partner/check-partner-line.ts";
import { movesShown } from "./reading/fitting-move.ts";
import { graveIn } from "#app/features/coaching/grave/grave-words.ts";
import { quotationsIn } from "./notes/note-quotes.ts";
import { phraseAround } from "./reading/phrase.ts";
import { isOtherLanguage } from "./reading/readable.ts";
import { readLearnerMoves } from "./reading/read-learner-moves.ts";
import { draftByRules } from "./scenario-writing/by-rules/draft-by-rules.ts";
import { lintWritten } from "./scenario-writing/lint-written.ts";
import { selfHarmSignal } from "./safety/self-harm-signal.ts";
import { typedSignals } from "./safety/typed-signals.ts";
import { sentencesOf } from "./reading/sentences.ts";
import { rehearse } from "./testing.ts";

/**
 * Milliseconds of the processor that one reader may take for one text of full length. Those that are linear take a tenth
 * of it on a slow machine, those that are not take seconds.
 */
const mostMs = 200;
/** The same for a whole form, of which as much is read as of twenty messages. */
const mostFormMs = 1_000;

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

/** What a list is asked about. */
const parts: ScreenPart[] = ["person", "portrait", "aim", "story"];

const screens: Record<string, (text: string, part: ScreenPart) => unknown> = {
  minors,
  sexual,
  identifying,
  coercion,
};

/** Longer than any field is, so that a reader that is not linear takes seconds. */
const screenedCharacters = 15_000;

/** What the lists' patterns could go over again and again: words without an end, marks between them, halves of a find. */
const screenedPieces = [
  ..."x|X|Xx|a-|A-|A.|a.|a+|a@|@|.|-|'|_|0|00 |00-|12 |1234 |AB|AB12|at|dot|atdot|a at a |i|I |12 Aa |Aa |Aastr|a.a-".split(
    "|",
  ),
  ..."-old|-old's |kid|teen|teen'|-teen|mother of |my son |my |you are |you're a |15 |, 15 |is 15 |id |id: A|plate |born |he is called A|Mr A".split(
    "|",
  ),
  ..."make |make a |stop |not |not to |report |sex|have |for a |i want to |i'll |li|threaten my |force a |www.|http".split(
    "|",
  ),
];
const screenedStarts = ["0", "1 A", "a@", "you are ", "i want to ", "id no ", "12 "];
const screenedEnds = ["", "é", "_", " x", "'s x", "@"];
const screenedTexts = screenedPieces.flatMap((piece) => {
  const long = piece.repeat(Math.ceil(screenedCharacters / piece.length));
  return [...screenedStarts.map((start) => start + long), ...screenedEnds.map((end) => long + end)];
});

describe("RR23 what is screened is read in no time, however long it is", () => {
  test.each(Object.keys(screens))("%s", (name) => {
    const slow = screenedTexts
      .filter((text) => {
        const read = () => parts.map((part) => screens[name]?.(text, part));
        return msFor(read, text) > mostMs && msFor(read, text) > mostMs;
      })
      .map((text) => `${text.slice(0, 40)} … ${text.slice(-20)}`);
    expect(slow).toEqual([]);
  });

  // A form is read whole before anybody can say that it is too long.
  const posted = ["x", "a-", "1", "atdot", "-old's ", "\uFDFA", "mother of ", ". ", "I want to "].map(
    (piece) => ({ piece, text: piece.repeat(Math.ceil(150_000 / piece.length)) }),
  );
  const questions = ["who", "name", "role", "happened", "goal", "topics", "theirView", "mightMove"];
  const fields = Object.keys(draftByRules(aSituation));
  const columns = [
    "topicWas",
    "topic",
    "position",
    "topicWords",
    "move",
    "moveWords",
    "trigger",
    "secret",
    "step",
  ];

  test.each(posted)("answers, each of 150,000 times $piece", ({ text }) => {
    const situation = readSituation(formOf(questions, text));
    const read = () => [situationFaults(situation), screenSituation(situation)];
    expect(Math.min(msFor(read, text), msFor(read, text))).toBeLessThan(mostMs);
  });

  test.each(posted)("a scenario whose every field is full of $piece", ({ text }) => {
    const rows = Array.from({ length: 20 }, () => columns).flat();
    const written = readWritten(formOf([...fields, ...rows], text));
    const read = () => [lintWritten(written, null), screenScenario(written)];
    expect(Math.min(msFor(read, text), msFor(read, text))).toBeLessThan(mostMs);
  });
});

test.each(["x", "i wish ", "i want to ", "i'm not ", "d i e ", "wish i thought ", ". "])(
  "RR23 a form of 256 fields is searched for signals in no time: %s",
  (piece) => {
    const typed = Array.from({ length: 256 }, () => piece.repeat(600));
    const read = () => typedSignals(typed);
    expect(Math.min(msFor(read, ""), msFor(read, ""))).toBeLessThan(mostFormMs);
  },
);

function formOf(names: string[], text: string): FormData {
  const form = new FormData();
  for (const name of names) form.append(name, text);
  return form;
}

function msFor(read: ((text: string) => unknown) | undefined, text: string): number {
  const from = process.cpuUsage();
  read?.(text);
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}
