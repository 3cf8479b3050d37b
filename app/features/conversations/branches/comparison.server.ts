import type { End, Turn } from "#app/features/conversations/conversation.ts";
import type { Conversation } from "#app/features/conversations/queries.server.ts";
import type { TurnNode, TurnTree } from "#app/features/conversations/turn-tree.server.ts";
import type { Parting } from "./branch.ts";
import { type Branch, branchesOf, tipFrom } from "./branch-tree.server.ts";

export type ComparedTurn = Pick<Turn, "id" | "ordinal" | "learner" | "partner" | "coach">;

export type ComparedBranch = {
  /** Its last turn, by which it is chosen. */
  turnId: string;
  /** Among all branches, from 1. */
  number: number;
  parting: Parting | null;
  /** The room shows this one. */
  inView: boolean;
  end: End | null;
  /** From where it parts from the other. */
  turns: ComparedTurn[];
};

export type Comparison = {
  /** To choose from. */
  branches: { turnId: string; number: number; parting: Parting | null }[];
  /** What both have in common, from turn 0. */
  shared: ComparedTurn[];
  /** Null where there is only one branch. */
  pair: { left: ComparedBranch; right: ComparedBranch } | null;
};

/**
 * Two branches beside each other: those through the turns that were asked for; else the one in view on the right, and on
 * the left the other one that was gone on with last. "not-found" where no such turn is.
 */
export function comparisonOf(
  conversation: Conversation,
  tree: TurnTree,
  asked: { left: string | null; right: string | null },
): Comparison | "not-found" {
  // Deleted since it was looked up.
  if (tree.size === 0) return "not-found";
  if ([asked.left, asked.right].some((turnId) => turnId !== null && !tree.has(turnId))) return "not-found";
  const all = branchesOf(tree);
  const branches = all.map(({ path, parting }, at) => ({ turnId: tipOf(path), number: at + 1, parting }));
  const through = (turnId: string) => branches.findIndex((branch) => branch.turnId === tipFrom(tree, turnId));
  const otherThan = (than: number) => branches.findLastIndex((_, at) => at !== than);

  const inView = through(conversation.headTurnId);
  const askedLeft = asked.left === null ? null : through(asked.left);
  const right =
    asked.right === null ? (askedLeft === inView ? otherThan(inView) : inView) : through(asked.right);
  const [from, to] = [all[askedLeft ?? otherThan(right)], all[right]];
  if (!from || !to) return { branches, shared: all[0]?.path.map(onPage) ?? [], pair: null };

  const parts = from.path.findIndex(({ turn }, at) => to.path[at]?.turn.id !== turn.id);
  const shared = parts === -1 ? from.path.length : parts;
  const side = (branch: Branch): ComparedBranch => {
    const turnId = tipOf(branch.path);
    const isInView = turnId === conversation.headTurnId;
    const end = isInView ? conversation.end : (branch.path.at(-1)?.end ?? null);
    return {
      turnId,
      number: all.indexOf(branch) + 1,
      parting: branch.parting,
      inView: isInView,
      end: end && { ending: end.ending, by: end.by },
      turns: branch.path.slice(shared).map(onPage),
    };
  };
  return {
    branches,
    shared: from.path.slice(0, shared).map(onPage),
    pair: { left: side(from), right: side(to) },
  };
}

function tipOf(path: TurnNode[]): string {
  return path.at(-1)?.turn.id ?? "";
}

function onPage({ turn: { id, ordinal, learner, partner, coach } }: TurnNode): ComparedTurn {
  return { id, ordinal, learner, partner, coach };
}
