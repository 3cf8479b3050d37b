import { expect, test } from "vitest";
import type { PlannedRun } from "#app/features/practice/lanes/new-run.server.ts";
import { shortened } from "./shorter-answers.ts";

const both = [run("partner", 700, 300), run("coach", 500, 240)];
const all = 1_200;
/** What both lanes can give: 150 and 40. */
const spare = 190;

test.each([
  [all - 1, [300 - 1, 240]],
  [all - 19, [300 - 15, 240 - 4]],
  [all - spare, [150, 200]],
])("QT03 with %i of 1,200 left the answers give just what is missing, in proportion", (free, expected) => {
  const shorter = shortened(both, free);
  expect(shorter?.map(({ maxTokens }) => maxTokens)).toEqual(expected);
  expect(shorter?.reduce((sum, { reserved }) => sum + reserved, 0)).toBe(free);
});

test("QT03 with enough left nothing changes, and below the floors there is no turn", () => {
  expect(shortened(both, all)).toEqual(both);
  expect(shortened(both, all + 1)).toEqual(both);
  expect(shortened(both, all - spare - 1)).toBeNull();
});

test("QT03 a lane that does not speak gives nothing", () => {
  const alone = [run("partner", 700, 300), { ...run("coach", 0, 240), status: "silent" as const }];
  expect(shortened(alone, 550)?.map(({ maxTokens }) => maxTokens)).toEqual([150, 240]);
  expect(shortened(alone, 549)).toBeNull();
});

function run(lane: PlannedRun["lane"], reserved: number, maxTokens: number): PlannedRun {
  const { status, ...rest } = { status: "running" as const, id: "1", attempt: 1, payerId: "1", model: "x" };
  return { ...rest, status, lane, reserved, maxTokens, instance: "x", leaseMs: 1 };
}
