import type { Level } from "#app/features/coaching/debrief/debrief.ts";
import { rubricOf } from "#app/features/coaching/debrief/rubric.ts";
import { type FrameworkId, frameworks } from "#app/features/coaching/frameworks.ts";

/** Fewer observations show chance, not a trend. Source: product.md, rules for the coach, 9. */
export const leastObservations = 3;

/** One conversation that was looked back on, by its debrief. */
export type Attempt = {
  conversationId: string;
  scenario: { slug: string; title: string };
  framework: FrameworkId;
  /** ISO 8601: when the last of it was said, whenever its debrief was asked for. */
  at: string;
  /** The coach was beside the learner; what somebody does alone is told apart. */
  assisted: boolean;
  /** Level of each move of the framework. */
  levels: Record<string, Level>;
};

export type Observation = { level: Exclude<Level, "not-observed">; at: string; title: string };

/** One move over the attempts in which it could be seen, the first one first; enough of them to show. */
export type SkillTrend = {
  framework: string;
  move: string;
  name: string;
  assisted: Observation[];
  unassisted: Observation[];
  /** How often it was seen of each kind, also where that is too seldom for a line. */
  seen: { assisted: number; unassisted: number };
};

export type Progress = {
  skills: SkillTrend[];
  /** Attempts at one scenario that was practised more than once, side by side; `first`: the number of the first one shown. */
  repeated: { slug: string; title: string; framework: FrameworkId; first: number; attempts: Attempt[] }[];
  /** Attempts that have a debrief, of each kind. */
  attempts: { assisted: number; unassisted: number };
};

/** What many attempts show together. A move counts where it was observed; a row is shown from three on, each kind for itself. */
export function progressIn(attempts: Attempt[]): Progress {
  const inOrder = attempts.toSorted((a, b) => a.at.localeCompare(b.at));
  const used = [...new Set(inOrder.map(({ framework }) => framework))];
  const skills = used.flatMap((framework) =>
    rubricOf(framework).flatMap(({ id, name }): SkillTrend[] => {
      const made = inOrder.filter((attempt) => attempt.framework === framework);
      const seenOf = (kind: boolean) =>
        made.filter((attempt) => attempt.assisted === kind).flatMap((one) => observed(one, id));
      const [withCoach, alone] = [seenOf(true), seenOf(false)];
      const [assisted, unassisted] = [enough(withCoach), enough(alone)];
      if (assisted.length === 0 && unassisted.length === 0) return [];
      const seen = { assisted: withCoach.length, unassisted: alone.length };
      return [{ framework: frameworks[framework].name, move: id, name, assisted, unassisted, seen }];
    }),
  );
  const ofScenario = Map.groupBy(inOrder, ({ scenario }) => scenario.slug);
  const repeated = [...ofScenario.values()].flatMap((same) => {
    const last = same.at(-1);
    if (same.length < 2 || !last) return [];
    const shown = same.slice(-mostSideBySide);
    const first = same.length - shown.length + 1;
    return [{ ...last.scenario, framework: last.framework, first, attempts: shown }];
  });
  const assisted = attempts.filter((attempt) => attempt.assisted).length;
  return { skills, repeated, attempts: { assisted, unassisted: attempts.length - assisted } };
}

/** More columns than this nobody compares, and no phone shows. */
const mostSideBySide = 4;

function observed({ levels, at, scenario }: Attempt, move: string): Observation[] {
  const level = levels[move];
  return level === undefined || level === "not-observed" ? [] : [{ level, at, title: scenario.title }];
}

function enough(observations: Observation[]): Observation[] {
  return observations.length < leastObservations ? [] : observations;
}
