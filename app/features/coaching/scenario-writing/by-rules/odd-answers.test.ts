import { describe, expect, test } from "vitest";
import { aims, type Situation, situationFaults } from "#app/features/scenarios/own/situation.ts";
import { screenScenario, screenSituation } from "#app/features/scenarios/screening/screen-scenario.ts";
import { aSituation } from "#e2e/fakes/situations.ts";
import { draftByRules } from "./draft-by-rules.ts";
import { draftRequest } from "#app/features/coaching/scenario-writing/draft-request.ts";
import { lintWritten } from "#app/features/coaching/scenario-writing/lint-written.ts";
import { readDraft } from "#app/features/coaching/scenario-writing/read-draft.ts";

/** Answers that the questions take, and that nobody who wrote the rules had in mind. */
const odd: Record<string, Partial<Situation>> = {
  "one word that might move them": { mightMove: ["money"] },
  "two letters": { mightMove: ["ok"] },
  "another script": { mightMove: ["道歉"], topics: ["房租"], theirView: "太贵了", who: "房东", role: "租客" },
  "signs where a word might move them": { mightMove: ["🙂", "?!", ","], topics: ["🙂", "?!", "..."] },
  "a list in a line": { mightMove: ["money, time; a break", "a, b", "4,200"] },
  "the same thing twice": { topics: ["rent", "Rent", "rent!"], mightMove: ["money", "Money", "money."] },
  "topics of the rules": { topics: ["Why now?", "what others do", "What happens next…"] },
  "moves of the rules": { mightMove: ["plain need", "small-step", "Agrees"] },
  "any topic": { topics: ["any", "Any other"] },
  "topics that are sentences": {
    topics: ["Why? Why me? Why now?", "A. B. C. D. E. F.", "Dr. Who vs. me..."],
  },
  "topics with marks": { topics: ["C#", "*that* night", "my_name", "`x`", '"so?"'] },
  "short paragraphs": { happened: "He lied.\n\nTwice, and I am so very tired of all of it now." },
  "a short last paragraph": { happened: "He lied twice, and I am tired of it.\n\nSo." },
  "many paragraphs": {
    happened: Array.from({ length: 9 }, (_, at) => `Paragraph number ${at} of nine.`).join("\n\n"),
  },
  "lines without an end": { happened: "so it went\n".repeat(40).trim() },
  "nothing but I": {
    happened: "I ".repeat(499).trim(),
    goal: "I ".repeat(99).trim(),
    who: "I ".repeat(29).trim(),
  },
  "nothing but me": {
    happened: "me, my, ".repeat(120).trim(),
    theirView: "she is he was they do ".repeat(9),
  },
  "one long word": { happened: "x".repeat(1_000), who: "w".repeat(60), topics: ["t".repeat(40)] },
  capitals: {
    happened: "HE SAID NO AND I SAID NO. ".repeat(9),
    who: "MY BOSS",
    name: "RUTH",
    topics: ["THE RENT"],
  },
  "a letter for a name": { name: "J", who: "ex", role: "me", goal: "Peace" },
  "a sign for a name": { name: "*", who: "??", role: "--" },
  "a title for a name": { name: "Dr." },
  "letters that grow": { name: "İİİ", topics: ["İ", "ß", "ŉ"], mightMove: ["İ"], goal: "ŉ".repeat(200) },
  tags: { name: "<b>", who: "<stage>", topics: ["</learner>"], happened: "<coded>{} ".repeat(90).trim() },
  "the longest in two bytes": longest("ж"),
  "the longest in three bytes": longest("字"),
  "the longest in four bytes": longest("🙂a"),
  "the longest of what a prompt writes longer": longest("<a"),
  "the longest of signs alone": longest("🙂"),
};

/** Each to do something else: what it is for decides who drafts it, and how much room is left. */
const named = Object.entries(odd).map(([name, answers], at) => {
  const aim = aims[at % aims.length] ?? "ask";
  return { name: `${name}, to ${aim}`, situation: { ...aSituation, ...answers, aim } };
});

describe("a draft by rules can be practised whatever odd was answered", () => {
  test.each(named)("$name", ({ situation }) => {
    expect([situationFaults(situation), screenSituation(situation)], "is allowed").toEqual([[], []]);
    const draft = draftByRules(situation);
    expect(lintWritten(draft, null)).toMatchObject({ ok: true });
    expect(screenScenario(draft)).toEqual([]);
  });

  test.each(named)("and so can what the scripted voice says of it: $name", ({ situation }) => {
    const said = draftRequest(situation, 2_000).cue.lines[0] ?? "";
    const read = readDraft(said, situation);
    expect(read).toMatchObject({ ok: true });
    expect(read.ok && lintWritten(read.draft, null)).toMatchObject({ ok: true });
  });
});

test("topics are merged, and the rest of what was told stands as it was told", () => {
  const draft = draftByRules({ ...aSituation, topics: ["rent", "Rent", "heating"], mightMove: ["money"] });
  expect(draft.positions.map(({ topic }) => topic)).toEqual(["rent", "heating", "why now"]);
  expect(draft.moves[0]).toEqual({ id: "", what: "money", words: "money, the money" });
  expect(draft.situation).toContain("The heating in your flat has been out since October.");
});

/** Every answer as long as its question allows. */
function longest(piece: string): Partial<Situation> {
  const long = (characters: number) => Array.from(piece.repeat(characters)).slice(0, characters).join("");
  return {
    ...{ who: long(60), name: long(30), role: long(100), happened: long(1_000), goal: long(200) },
    ...{ theirView: long(200), topics: [1, 2, 3, 4, 5].map((at) => `${at}${long(39)}`) },
    mightMove: [1, 2, 3].map((at) => `${at}${long(159)}`),
  };
}
