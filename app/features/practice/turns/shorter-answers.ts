import type { PlannedRun } from "#app/features/practice/lanes/new-run.server.ts";
import { leastDebriefTokens, leastMaxTokens } from "#app/features/practice/practice.ts";

/**
 * The same runs with answers so much shorter that they fit into `free` weighted tokens: each lane gives in proportion to
 * what it has above its floor, and holds back so much less. Null when the floors do not fit either.
 */
export function shortened(planned: PlannedRun[], free: number): PlannedRun[] | null {
  const spare = (run: PlannedRun) =>
    run.status === "running" ? Math.max(0, run.maxTokens - leastMaxTokens[run.lane]) : 0;
  let missing = planned.reduce((sum, { reserved }) => sum + reserved, 0) - free;
  let left = planned.reduce((sum, run) => sum + spare(run), 0);
  if (missing > left) return null;
  return planned.map((run) => {
    const gives = left === 0 || missing <= 0 ? 0 : Math.ceil((missing * spare(run)) / left);
    left -= spare(run);
    missing -= gives;
    return { ...run, maxTokens: run.maxTokens - gives, reserved: run.reserved - gives };
  });
}

/**
 * The same run for as much as is left: nobody loses their debrief because the conversation has used up the budget. What it
 * costs beyond that is the operator's. Null when the answer itself would not fit.
 */
export function withWhatIsLeft(planned: PlannedRun, free: number): PlannedRun[] | null {
  if (free < leastDebriefTokens || free >= planned.reserved) return null;
  return [{ ...planned, reserved: free, maxTokens: Math.min(planned.maxTokens, free) }];
}
