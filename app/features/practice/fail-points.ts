/**
 * Places where a process may be made to die, to show that nothing is lost there. Set only by `FAIL_AT` in tests and in
 * `npm run chaos`; otherwise reaching one does nothing.
 */
export const failPoints = [
  /** The turn is committed, nobody has been told. */
  "after-commit",
  /** The turn is committed and told, no word has come. */
  "before-first-word",
  /** All words are stored, the lane has not been settled. */
  "before-settle",
  /** In the transaction that settles, before it is committed. */
  "inside-settle",
  /** The lane is settled, viewers have not been told. */
  "after-settle",
] as const;

export type FailPoint = (typeof failPoints)[number];

/** Ends the process as `kill -9` would, with the given chance (0–1), at the given point. */
export function dieAt(wanted: { point: FailPoint; chance: number } | null): (point: FailPoint) => void {
  if (wanted === null) return () => {};
  return (point) => {
    if (point === wanted.point && Math.random() < wanted.chance) process.kill(process.pid, "SIGKILL");
  };
}
