import { expect, test } from "vitest";
import type { Level } from "#app/features/coaching/debrief/debrief.ts";
import { isAssisted } from "./assisted.ts";
import { type Attempt, progressIn } from "./progress.ts";

test("a move is shown from three observations on; “not observed” is none", () => {
  const two = progressIn([attempt(1, "begun"), attempt(2, "not-observed"), attempt(3, "done")]);
  expect(two).toMatchObject({ skills: [], attempts: { assisted: 3, unassisted: 0 } });
  const [anchor, ...others] = progressIn([
    attempt(3, "done-well"),
    attempt(1, "begun"),
    attempt(2, "done"),
  ]).skills;
  expect(others).toEqual([]);
  expect(anchor).toMatchObject({ move: "anchor", unassisted: [] });
  // In the order they were made.
  expect(anchor?.assisted.map(({ level }) => level)).toEqual(["begun", "done", "done-well"]);
});

test("what was done with the coach and alone are never counted together", () => {
  const mixed = [attempt(1, "begun"), attempt(2, "done"), { ...attempt(3, "done-well"), assisted: false }];
  expect(progressIn(mixed).skills).toEqual([]);
  const alone = [4, 5].map((day) => ({ ...attempt(day, "done"), assisted: false }));
  const [anchor] = progressIn([...mixed, ...alone]).skills;
  expect(anchor?.assisted).toEqual([]);
  expect(anchor?.unassisted).toHaveLength(3);
  // So that a page can say why there is no line.
  expect(anchor?.seen).toEqual({ assisted: 2, unassisted: 3 });
});

test("attempts at the same scenario stand side by side, the last four of them", () => {
  const { repeated } = progressIn([
    ...[1, 2, 3, 4, 5].map((day) => attempt(day, "done")),
    { ...attempt(6, "done"), scenario: { slug: "the-loan", title: "The loan" } },
  ]);
  expect(repeated.map(({ slug }) => slug)).toEqual(["the-promised-raise"]);
  expect(repeated[0]?.attempts.map(({ at }) => at)).toEqual([2, 3, 4, 5].map(day));
  expect(repeated[0]?.first).toBe(2);
});

test("an attempt is assisted where the coach spoke after a turn, or was asked before one", () => {
  const alone = { ordinal: 1, coachMode: "after-each-turn", assisted: null };
  expect(isAssisted([alone])).toBe(false);
  expect(isAssisted([alone, { ...alone, ordinal: 2 }])).toBe(true);
  for (const coachMode of ["off", "when-asked", "before-sending"])
    expect(isAssisted([alone, { ...alone, ordinal: 2, coachMode }]), coachMode).toBe(false);
  const hint = { drafts: 0, hints: 1, questions: 0 };
  const question = { drafts: 0, hints: 0, questions: 1 };
  for (const assisted of [hint, question])
    expect(isAssisted([{ ordinal: 2, coachMode: "when-asked", assisted }])).toBe(true);
});

function attempt(at: number, anchor: Level): Attempt {
  return {
    conversationId: String(at),
    scenario: { slug: "the-promised-raise", title: "The raise" },
    framework: "anchor-reason-silence",
    at: day(at),
    assisted: true,
    levels: { anchor },
  };
}

function day(at: number): string {
  return `2026-11-0${at}T10:00:00.000Z`;
}
