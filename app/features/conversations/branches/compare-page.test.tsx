import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { expect, test } from "vitest";
import { helpText, helpWords } from "#app/features/conversations/help-card/help-words.ts";
import { ComparePage } from "./compare-page.tsx";
import type { ComparedTurn, Comparison } from "./comparison.server.ts";

const rude = { turnId: "2", number: 1, parting: { turnId: "2", ordinal: 2, words: "You always do this." } };
const kind = { turnId: "3", number: 2, parting: { turnId: "3", ordinal: 2, words: "Could we talk?" } };
const both: Comparison = {
  branches: [rude, kind],
  shared: [said(0, null), said(1, "Hello.")],
  pair: {
    left: {
      ...rude,
      inView: false,
      end: { ending: "impasse", by: "learner" },
      turns: [said(2, "You always do this.")],
    },
    right: { ...kind, inView: true, end: null, turns: [said(2, "Could we talk?", "failed")] },
  },
};

test("what both share stands once, and each branch says what it is, how it ended and how to go on with it", () => {
  const page = shown(both);
  expect(page.split("Hello.")).toHaveLength(2);
  for (const words of [
    "Branch 1 of 2, from turn 2: “You always do this.”",
    "You did not agree, this time.",
    "Branch 2 of 2, from turn 2: “Could we talk?”",
    "Not ended.",
    "The room shows this one.",
    "No reply came",
    "The coach missed this turn.",
  ])
    expect(page).toContain(words);
  expect(page.match(/action="\/conversation\/1"/g)).toHaveLength(2);
  expect(page, "nothing to choose between two").not.toContain("<select");
});

test("what the help card answered is told as ours, not as the partner's", () => {
  const silent = { status: "silent", attempt: 1 } as const;
  const card = {
    ...said(2, "I want to die."),
    partner: { ...silent, text: helpText },
    coach: { ...silent, text: "" },
  };
  const page = shown({
    ...both,
    shared: [],
    pair: both.pair && { ...both.pair, left: { ...both.pair.left, turns: [card] } },
  });
  expect(page).toContain(`${helpWords.speaker}<span`);
  expect(page).toContain("A program cannot look after you.");
  expect(page.match(/Ruth<span/g)).toHaveLength(1);
});

test("from three branches on one chooses which two, by name", () => {
  const third = { turnId: "4", number: 3, parting: null };
  const page = shown({ ...both, branches: [rude, kind, third] });
  expect(page.match(/<select/g)).toHaveLength(2);
  expect(page).toContain(
    '<option value="3" selected="">Branch 2 of 3, from turn 2: “Could we talk?”</option>',
  );
});

test("one branch, or the same one twice, is told as it is", () => {
  expect(shown({ ...both, branches: [rude], pair: null })).toContain("There is only one branch so far");
  const { left } = both.pair ?? {};
  if (!left) throw new Error("there is no pair");
  const page = shown({ ...both, pair: { left, right: left } });
  expect(page).toContain("Both are the same branch.");
  expect(page).toContain("<select");
});

function shown(comparison: Comparison): string {
  const Stub = createRoutesStub([
    {
      path: "/",
      Component: () => <ComparePage room="/conversation/1" partnerName="Ruth" comparison={comparison} />,
    },
  ]);
  return renderToStaticMarkup(<Stub />);
}

function said(
  ordinal: number,
  learner: string | null,
  status: "complete" | "failed" = "complete",
): ComparedTurn {
  const lane = { status, text: status === "complete" ? "Go on." : "", attempt: 1 };
  return { id: `${ordinal} ${learner}`, ordinal, learner, partner: lane, coach: lane };
}
