import { describe, expect, test } from "vitest";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import type { TurnNode, TurnTree } from "#app/features/conversations/turn-tree.server.ts";
import { otherBranches } from "./branch-tree.server.ts";
import { branchName } from "./branch-words.ts";
import { comparisonOf } from "./comparison.server.ts";

/*
 * 0 opener
 * └ 1 hello
 *   ├ 2 rude ─ 3 worse
 *   ├ 4 kind
 *   └ 5 plain ─┬ 6 firm
 *              └ 7 soft
 */
const tree = treeOf([
  ["0", null],
  ["1", "0"],
  ["2", "1"],
  ["3", "2"],
  ["4", "1"],
  ["5", "1"],
  ["6", "5"],
  ["7", "5"],
]);

describe("two branches beside each other", () => {
  test("begin where they part; what they share stands once", () => {
    const { shared, pair } = compared({ left: "3", right: "4" });
    expect(shared.map(({ id }) => id)).toEqual(["0", "1"]);
    expect(pair?.left.turns.map(({ id }) => id)).toEqual(["2", "3"]);
    expect(pair?.right.turns.map(({ id }) => id)).toEqual(["4"]);
  });

  test("are found by any of their turns", () => {
    expect(tips({ left: "2", right: "5" })).toEqual(["3", "7"]);
  });

  test("are the one in view and the last other one where nothing is asked for", () => {
    expect(tips({ left: null, right: null })).toEqual(["7", "4"]);
    expect(tips({ left: "4", right: null })).toEqual(["4", "7"]);
    expect(tips({ left: "6", right: null })).toEqual(["6", "4"]);
    expect(tips({ left: null, right: "7" })).toEqual(["6", "7"]);
  });

  test("each says how it ended, the one in view from the conversation itself", () => {
    const end = { ending: "impasse", by: "learner", at: new Date(0) } as const;
    const { pair } = compared({ left: "3", right: "4" }, { ...inView("4"), end });
    expect(pair?.right).toMatchObject({ inView: true, end: { ending: "impasse" } });
    expect(pair?.left).toMatchObject({ inView: false, end: { ending: "agreement" } });
  });

  test("of one branch there is no pair, of a turn that is not there no page", () => {
    const one = treeOf([
      ["0", null],
      ["1", "0"],
    ]);
    expect(comparisonOf(inView("1"), one, { left: null, right: null })).toMatchObject({ pair: null });
    expect(comparisonOf(inView("4"), tree, { left: "9", right: null })).toBe("not-found");
  });
});

test("what is taken away holds every turn once, each piece from where it parts from what stands before it", () => {
  const told = otherBranches(tree, "4").map(({ parting, path }) => [
    parting.words,
    path.map(({ turn }) => turn.id),
  ]);
  expect(told).toEqual([
    ["words of 2", ["2", "3"]],
    ["words of 5", ["5", "6"]],
    ["words of 7", ["7"]],
  ]);
});

test("a branch is named by the beginning of what was said where it parted", () => {
  const words = "I am asking\nfor sixty-eight thousand, because I have run it alone";
  expect(branchName({ ordinal: 3, words })).toBe("from turn 3: “I am asking for sixty-eight thousand, …”");
  expect(branchName({ ordinal: 1, words: "x".repeat(60) })).toBe(`from turn 1: “${"x".repeat(42)} …”`);
});

function compared(asked: Parameters<typeof comparisonOf>[2], conversation = inView("4")) {
  const comparison = comparisonOf(conversation, tree, asked);
  if (comparison === "not-found") throw new Error(comparison);
  return comparison;
}

function tips(asked: Parameters<typeof comparisonOf>[2]) {
  const { pair } = compared(asked);
  return [pair?.left.turnId, pair?.right.turnId];
}

/** Nothing else of a conversation is looked at. */
function inView(headTurnId: string): Conversation {
  return { headTurnId, end: null } as unknown as Conversation;
}

function treeOf(ids: [id: string, parentId: string | null][]): TurnTree {
  const nodes: TurnTree = new Map();
  for (const [id, parentId] of ids) nodes.set(id, node(id, parentId, nodes));
  return nodes;
}

function node(id: string, parentId: string | null, before: TurnTree): TurnNode {
  const ordinal = parentId === null ? 0 : (before.get(parentId)?.turn.ordinal ?? 0) + 1;
  const lane = { status: "complete", text: `answer to ${id}`, attempt: 1 } as const;
  const learner = parentId === null ? null : `words of ${id}`;
  return {
    parentId,
    turn: {
      id,
      ordinal,
      learner,
      partner: lane,
      coach: lane,
      moves: null,
      state: {} as TurnNode["turn"]["state"],
    },
    charged: { partner: null, coach: null },
    end: id === "3" ? { ending: "agreement", by: "learner", at: new Date(0) } : null,
  };
}
