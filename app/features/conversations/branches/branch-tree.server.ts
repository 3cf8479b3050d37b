import { branchTo, type TurnNode, type TurnTree } from "#app/features/conversations/turn-tree.server.ts";
import type { Fork, Parting } from "./branch.ts";

export type Branch = {
  /** From turn 0 to its last turn. */
  path: TurnNode[];
  /** Where it parted from the others last; null when it is the only one. */
  parting: Parting | null;
};

/** What was said next after this turn, each time in the order it was said. */
export function continuationsOf(tree: TurnTree, turnId: string | null): TurnNode[] {
  return [...tree.values()].filter(({ parentId }) => parentId === turnId);
}

/** The last turn of the branch that leads through this one; where it parts again, the one that was gone on with last. */
export function tipFrom(tree: TurnTree, turnId: string): string {
  const under = new Set([turnId]);
  // Whatever comes after a turn was taken after it, so that the last one found has nothing after it.
  for (const [id, { parentId }] of tree) if (parentId !== null && under.has(parentId)) under.add(id);
  return [...under].at(-1) ?? turnId;
}

/** Where this turn was said in more than one way, which of them is it? Null where it was said once. */
export function forkAt(tree: TurnTree, { turn, parentId }: TurnNode): Fork | null {
  const siblings = parentId === null ? [] : continuationsOf(tree, parentId);
  if (siblings.length < 2) return null;
  const at = siblings.findIndex((sibling) => sibling.turn.id === turn.id);
  const [previous, next] = [siblings[at - 1], siblings[at + 1]];
  return {
    number: at + 1,
    of: siblings.length,
    previous: previous ? partingAt(previous) : null,
    next: next ? partingAt(next) : null,
  };
}

/** Every branch, in the order they were gone on with last. */
export function branchesOf(tree: TurnTree): Branch[] {
  const parents = new Set([...tree.values()].map(({ parentId }) => parentId));
  return [...tree.keys()].filter((id) => !parents.has(id)).map((tip) => branchThrough(tree, tip));
}

/** The branch that ends with this turn. */
export function branchThrough(tree: TurnTree, tip: string): Branch {
  const path = branchTo(tree, tip);
  const parted = path.findLast((node) => forkAt(tree, node) !== null);
  return { path, parting: parted ? partingAt(parted) : null };
}

/** What is not on the branch in view, each piece from where it parts from what stands before it in this list. */
export function otherBranches(tree: TurnTree, headTurnId: string): { parting: Parting; path: TurnNode[] }[] {
  const told = new Set(branchTo(tree, headTurnId).map(({ turn }) => turn.id));
  return branchesOf(tree).flatMap(({ path }) => {
    const rest = path.filter(({ turn }) => !told.has(turn.id));
    const [first] = rest;
    for (const { turn } of rest) told.add(turn.id);
    return first ? [{ parting: partingAt(first), path: rest }] : [];
  });
}

/** Which branch is in view, and of how many? `number` is null where the view ends before the branches part. */
export function branchInView(
  tree: TurnTree,
  headTurnId: string,
): { number: number | null; of: number; parting: Parting | null } {
  const branches = branchesOf(tree);
  const at = branches.findIndex(({ path }) => path.at(-1)?.turn.id === headTurnId);
  const { parting } = branchThrough(tree, headTurnId);
  return { number: at === -1 ? null : at + 1, of: branches.length, parting };
}

export function partingAt({ turn }: TurnNode): Parting {
  return { turnId: turn.id, ordinal: turn.ordinal, words: turn.learner ?? "" };
}
