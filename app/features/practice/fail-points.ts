/**
 * Places where a process may be made to die, to show that nothing is lost there. Set only by `FAIL_AT` in tests and in
 * `npm run chaos`; otherwise reaching one does nothing.
 */
export const failPoints = [
  /** The turn is committed, nobody has been told. */
  "after-commit",
  /** The model's first word is there, nobody has seen it; as a rule the post has been answered by then. */
  "before-first-word",
  /** Between the last flush and the settling: the reply is whole, its last words and its end are only in memory. */
  "before-settle",
  /** In the transaction that settles, before it is committed. */
  "inside-settle",
  /** The lane is settled, viewers here have not been told. */
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
