import { expect, test } from "vitest";
import { rehearse } from "#app/features/coaching/testing.ts";
import { aSituation } from "#e2e/fakes/situations.ts";
import { draftByRules } from "./by-rules/draft-by-rules.ts";
import { lintWritten } from "./lint-written.ts";
import { plainMovedFor } from "./plain-moved.ts";

const linted = lintWritten(draftByRules(aSituation), null);
if (!linted.ok) throw new Error("a draft by rules can be practised");
const { content } = linted;

test.each([
  ["How does it look from your side?", "ask"],
  ["What worries you about it, honestly, from your side?", "ask"],
  ["Could we fix a date and try it, say until the end of May, by Friday?", "offer"],
  ["I should have told you in spring, and that part is on me.", "own-part"],
  ["What I need is one free evening, because I am worn out.", "give-reason"],
] as const)("a scripted partner nobody wrote lines for answers the act of this turn: %s", (line, act) => {
  const opening = "There is something we have to talk about, and I would like to do it now.";
  const turn = rehearse({ content, lines: [opening, line] }).at(-1);
  const others = (["ask", "offer", "own-part", "give-reason"] as const)
    .filter((one) => one !== act)
    .flatMap((one) => plainMovedFor([one]));
  expect(others.filter((text) => turn?.partner.text.includes(text))).toEqual([]);
  if (turn?.state.beat.does === "move") expect(plainMovedFor([act])).toContain(turn.partner.text);
});

test("it does so also where a stored version has the lines in another order", () => {
  const [first = "", ...rest] = content.lines.moved.map(({ text }) => text);
  const texts = [...rest, first];
  const shifted = {
    ...content,
    lines: {
      ...content.lines,
      moved: content.lines.moved.map((line, at) => ({ ...line, text: texts[at] ?? "" })),
    },
  };
  const path = rehearse({ content: shifted, lines: ["How does it look from your side?"] });
  expect(plainMovedFor(["ask"])).toContain(path.at(-1)?.partner.text);
});
