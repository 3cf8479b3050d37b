import { describe, expect, test } from "vitest";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import type { WrittenScenario } from "#app/features/scenarios/writing/written-scenario.ts";
import theLoan from "#db/seeds/scenarios/the-loan.ts";
import { aSituation } from "#e2e/fakes/situations.ts";
import { draftByRules } from "./by-rules/draft-by-rules.ts";
import { lintScenario } from "./lint-scenario.ts";
import { lintWritten } from "./lint-written.ts";

const good: ScenarioContent = theLoan;

describe("a scenario that cannot be practised is told where it is wrong", () => {
  const { persona, lines, difficulty } = good;
  const [position, ...positions] = persona.positions;
  const [move, ...moves] = persona.moves;
  if (!position || !move) throw new Error("there is nothing to break");

  test.each<[string, Partial<ScenarioContent>, string, string]>([
    [
      "a topic without a position",
      { persona: { ...persona, positions: [{ ...position, position: " " }, ...positions] } },
      "positions",
      "topic-without-position",
    ],
    ["an opener of three sentences", { opener: "Come in. Sit down. What is it?" }, "opener", "not-speech"],
    [
      "a position without a topic",
      { persona: { ...persona, positions: [{ ...position, topic: "" }, ...positions] } },
      "positions",
      "position-without-topic",
    ],
    [
      "a topic twice",
      {
        persona: {
          ...persona,
          positions: [...persona.positions, { ...position, topic: ` ${position.topic.toUpperCase()}` }],
        },
      },
      "positions",
      "twice",
    ],
    [
      "one keyword alone",
      { persona: { ...persona, moves: [{ ...move, keywords: ["now"] }, ...moves] } },
      "moves",
      "keywords",
    ],
    [
      "a keyword that is never found",
      { persona: { ...persona, moves: [{ ...move, keywords: ["Now", "then"] }, ...moves] } },
      "moves",
      "keywords",
    ],
    [
      "a move that has no line",
      { lines: { ...lines, moved: lines.moved.filter((line) => line.move !== move.id) } },
      "moves",
      "names-nothing",
    ],
    [
      "a line for a topic that is none",
      { lines: { ...lines, resist: [...lines.resist, { topic: "the weather", text: "It rains." }] } },
      "positions",
      "names-nothing",
    ],
    [
      "an example for no move",
      { examples: [...good.examples, { move: "shout", good: "A", bad: "B" }] },
      "examples",
      "names-nothing",
    ],
    [
      "an example that is good and bad",
      { examples: good.examples.map((one) => ({ ...one, bad: one.good })) },
      "examples",
      "twice",
    ],
    ["two questions in one line", { opener: "Well? What is it?" }, "opener", "not-speech"],
    ["an opener of three sentences", { opener: "Hello. So. Go on." }, "opener", "not-speech"],
    ["a list", { opener: "- milk and bread" }, "opener", "not-speech"],
    [
      "a probe that asks nothing",
      { lines: { ...lines, probe: [...lines.probe, "Tell me."] } },
      "lines",
      "not-speech",
    ],
    [
      "a line said twice",
      { lines: { ...lines, resist: [...lines.resist, ...lines.resist.slice(0, 1)] } },
      "positions",
      "twice",
    ],
    ["too few lines", { lines: { ...lines, provoked: lines.provoked.slice(0, 5) } }, "lines", "too-little"],
    [
      "a hard day no harder than a real one",
      { difficulty: { ...difficulty, hard: difficulty.real } },
      "difficulty",
      "names-nothing",
    ],
    [
      "a ladder with a rung too many",
      { difficulty: { ...difficulty, real: { ...difficulty.real, ladder: [6, 5, 4, 3, 2] } } },
      "difficulty",
      "names-nothing",
    ],
    [
      "a persona longer than a prompt may be",
      { persona: { ...persona, who: `${persona.who} ${"He goes on. ".repeat(600)}` } },
      "who",
      "whole-too-long",
    ],
    ["what only the schema knows", { minutes: 99 }, "minutes", "not-a-number"],
    [
      "what only the schema knows of a person",
      { persona: { ...persona, never: ["one"] } },
      "never",
      "too-short",
    ],
    ["what only the schema knows of lines", { lines: { ...lines, relieved: [] } }, "lines", "too-short"],
    ["a short paragraph", { situation: [...good.situation, "So."] }, "situation", "paragraph-too-short"],
    [
      "five paragraphs",
      { situation: Array.from({ length: 5 }, (_, at) => `Paragraph ${at} of those that are too many.`) },
      "situation",
      "too-many-paragraphs",
    ],
  ])("%s", (_, broken, field, reason) => {
    expect(lintScenario({ ...good, ...broken })).toContainEqual({ field, reason, about: expect.anything() });
  });

  test("and one that can is not", () => {
    expect(lintScenario(good)).toEqual([]);
  });
});

describe("what was written in the form", () => {
  const draft = draftByRules(aSituation);

  test.each<[Partial<WrittenScenario>, string, string]>([
    [{ title: "" }, "title", "missing"],
    [{ title: "No" }, "title", "too-short"],
    [{ title: "x".repeat(81) }, "title", "too-long"],
    [{ interests: ["one"] }, "interests", "too-few"],
    [{ never: Array.from({ length: 7 }, (_, at) => `never ${at}`) }, "never", "too-many"],
    [{ knows: ["one", "x".repeat(241)] }, "knows", "too-long"],
    [{ secrets: [{ id: "", fact: "A thing.", condition: "", words: "" }] }, "secrets", "row-unfinished"],
    [{ minutes: "1e1" }, "minutes", "not-a-number"],
    [{ expectedTurns: "" }, "expectedTurns", "not-a-number"],
    [{ opener: "One. Two. Three." }, "opener", "not-speech"],
    [
      {
        triggers: [
          { what: "It", words: "" },
          { what: "Being told off in front of others", words: "" },
        ],
      },
      "triggers",
      "keywords",
    ],
  ])("%j is told at its field", (wrong, field, reason) => {
    const linted = lintWritten({ ...draft, ...wrong }, null);
    expect(linted.ok ? [] : linted.faults).toContainEqual({ field, reason, about: expect.anything() });
  });

  test("keeps the lines of the version before for what is still there, and speaks plainly for what is new", () => {
    const linted = lintWritten({ ...draft, concessions: draft.concessions.slice(0, 3) }, null);
    if (!linted.ok) throw new Error("the draft is no good");
    const before = {
      ...linted.content,
      lines: { ...linted.content.lines, puzzled: ["Eh?", "Pardon me?", "What now?"] },
    };
    const renamed = draft.positions.map((row, at) => ({
      ...row,
      was: row.topic,
      topic: at === 0 ? "the cold" : row.topic,
    }));
    const moves = [...draft.moves, { id: "", what: "Being offered help with the fitter", words: "" }];
    const again = lintWritten(
      { ...draft, concessions: draft.concessions.slice(0, 3), positions: renamed, moves },
      before,
    );
    if (!again.ok) throw new Error(JSON.stringify(again.faults));
    const { lines, persona } = again.content;
    expect(lines.puzzled).toEqual(["Eh?", "Pardon me?", "What now?"]);
    expect(lines.resist.filter(({ topic }) => topic === "the cold")).toHaveLength(3);
    expect(lines.moved.map(({ move }) => move)).toEqual(persona.moves.map(({ id }) => id));
  });
});
