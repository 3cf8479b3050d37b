import { describe, expect, test } from "vitest";
import { checkAnswer } from "#app/features/coaching/debrief/check-answer.ts";
import { questionRequest } from "#app/features/coaching/debrief/question-prompt.ts";
import { debriefOf } from "./debrief-of.testing.ts";
import { rehearse } from "#app/features/coaching/testing.ts";
import { seeded } from "#app/features/coaching/seeded.testing.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import christmas from "#db/seeds/scenarios/not-home-this-year.ts";
import raise from "#db/seeds/scenarios/the-promised-raise.ts";
import { planFor } from "./scripted-findings.ts";
import { planWords } from "./plan-words.ts";
import { scriptedAnswers } from "./scripted-answers.ts";

const january = [
  "Mum, it's about Christmas.",
  "We've decided to stay home this Christmas, so we're not coming on the twenty-second.",
  "You always make a fuss about the goose.",
  "What I can offer is the second weekend of January, just us.",
  "I know the goose is ordered, and I'm sorry. We're still staying home.",
  "If we come in January you'll have us for four days.",
];

describe("a talk about the debrief answers what was asked", () => {
  const path = rehearse({ content: christmas, lines: january });
  const answer = (question: string) => {
    const about = {
      ...{ content: christmas, path, timing: christmas.coachTiming, difficulty: "real" as const },
      end: { ending: "next-step" as const, by: "learner" as const },
      ...{ goal: christmas.learner.goal, redLine: null, ownView: null },
    };
    const answers = scriptedAnswers(about, question);
    for (const text of answers)
      expect(checkAnswer(text, { path, content: christmas }), text).toMatchObject({
        ok: true,
        salvaged: false,
      });
    return answers[0] ?? "";
  };

  test.each<[string, RegExp]>([
    ["Why was turn 3 not good?", /^In turn 3 you said “You always make a fuss/u],
    ["What was wrong with the third message?", /^In turn 3 you said/u],
    ["Was turn 4 any good?", /^In turn 4 you said “.*second weekend of January/u],
    ["What about turn 40?", /^There is no turn 40/u],
    [
      "You say Negotiate was not observed, but I offered January. Isn't that wrong?",
      /^Negotiate was seen in turn 4: /u,
    ],
    ["Where is Describe?", /found no sentence for Describe: .* trust your own reading/u],
    ["Give me the exact sentence to say", /^One way that often lands here: “/u],
    ["What should I have said instead in turn 3?", /^One way that often lands here: “/u],
    ["Why did it turn?", /^What moved Elspeth most was/u],
    ["What do I try next?", /^Take one thing along: “If /u],
    ["Is my marriage going to last?", /beyond fixed rules/u],
    ["banana", /beyond fixed rules/u],
  ])("%s", (question, expected) => {
    expect(answer(question)).toMatch(expected);
  });
});

describe("“Did I cross my red line?” is answered with the line itself, and with what cannot be told", () => {
  const told = (redLine: string | null, lines: string[], question = "Did I cross my red line?") => {
    const path = rehearse({ content: raise, lines });
    const about = {
      ...{ content: raise, path, timing: raise.coachTiming, difficulty: "real" as const },
      end: { ending: "next-step" as const, by: "learner" as const },
      ...{ goal: raise.learner.goal, redLine, ownView: null },
    };
    const answer = scriptedAnswers(about, question)[0] ?? "";
    // A model is told of it too, and of there being none.
    const { tail } = questionRequest({ about, debrief: "", earlier: [], question }, 300);
    expect(tail).toContain(redLine === null ? "no red line" : redLine.replaceAll("\n", " "));
    expect(checkAnswer(answer, about), answer).toMatchObject({ ok: true, salvaged: false, text: answer });
    return answer;
  };
  const gaveIn = ["Hello.", "I'd like forty-six thousand.", "Fine, 43,000 is okay for me then"];

  test("beside the last offer or yes", () => {
    const answer = told("Not below 44,000", gaveIn);
    expect(answer).toMatch(/red line was “Not below 44,000”; .* cannot tell/u);
    expect(answer).toMatch(/“Fine, 43,000 is okay for me then”, in turn 3/u);
    expect(told("Not below 44,000", gaveIn.slice(0, 2))).toMatch(/“I'd like forty-six thousand”, in turn 2/u);
    expect(told("Not below 44,000.\nNot “later”. And no title. Never.", ["Hello."])).toMatch(
      /found nothing/u,
    );
  });

  test("and that none was set", () => {
    expect(told(null, gaveIn)).toMatch(/^No red line was set/u);
    expect(told("Not below 44,000", gaveIn, "Why was turn 2 good?")).toMatch(/^In turn 2/u);
  });

  test("going below one's wish without a reason is no strength and no skill", () => {
    const { debrief } = debriefOf(raise, gaveIn);
    const praised = [...debrief.strengths, ...debrief.skills.map(({ evidence }) => evidence)];
    expect(praised.map((one) => one?.quote).join()).not.toMatch(/43,000/u);
    expect(debrief.changes.map(({ quoted }) => quoted?.quote)).toContain("Fine, 43,000 is okay for me then");
  });
});

describe("the debrief says what was said", () => {
  const { debrief, thoughts } = debriefOf(christmas, january);
  const level = (move: string) => debrief.skills.find((skill) => skill.move === move)?.level;

  test("an offer, a gain and a no that is said again are seen, whatever sentence they stand in", () => {
    for (const move of ["negotiate", "reinforce", "stay-mindful", "assert"])
      expect({ move, level: level(move) }).not.toEqual({ move, level: "not-observed" });
  });

  test("nobody is told that they came to what they never mentioned", () => {
    expect(thoughts.join(" ")).not.toMatch(/You came to/u);
  });
});

test("no line is given twice, and where the turning point was good there is nothing to say instead", () => {
  for (const { content, learners } of seeded) {
    for (const lines of [learners.skilled, learners.rude, learners.passive, learners.skilled.slice(0, 4)]) {
      const { debrief, pivotal } = debriefOf(content, lines);
      const given = [debrief.moment?.instead ?? null, ...debrief.changes.map(({ instead }) => instead)];
      const all = given.filter((line) => line !== null);
      expect(new Set(all).size).toBe(all.length);
      if (pivotal?.direction === "towards") expect(debrief.moment?.instead).toBeNull();
    }
  }
});

test("a plan can be read alone: its condition names the thing", () => {
  const read = (content: ScenarioContent, lines: string[]) => {
    const path = rehearse({ content, lines });
    return [...Object.keys(planWords), "held"].map((kind) =>
      planFor(content, path, kind as keyof typeof planWords),
    );
  };
  for (const { content, learners } of seeded) {
    for (const plan of [...read(content, learners.skilled.slice(0, 3)), ...read(content, [])]) {
      expect(plan).toMatch(/^If .+, then I will .+\.$/u);
      expect(plan.split(", then")[0]).not.toMatch(/\b(?:it|this|that is)\b/u);
      expect(plan).not.toMatch(/[{}]/u);
    }
  }
});
