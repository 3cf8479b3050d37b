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
  /** ISO 8601: when it ended. */
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
};

export type Progress = {
  skills: SkillTrend[];
  /** Attempts at one scenario that was practised more than once, side by side. */
  repeated: { slug: string; title: string; framework: FrameworkId; attempts: Attempt[] }[];
  /** Attempts that have a debrief. */
  attempts: number;
};

/** What many attempts show together. A move counts where it was observed; a row is shown from three on, each kind for itself. */
export function progressIn(attempts: Attempt[]): Progress {
  const inOrder = attempts.toSorted((a, b) => a.at.localeCompare(b.at));
  const used = [...new Set(inOrder.map(({ framework }) => framework))];
  const skills = used.flatMap((framework) =>
    rubricOf(framework).flatMap(({ id, name }): SkillTrend[] => {
      const seen = inOrder.filter((attempt) => attempt.framework === framework);
      const [assisted, unassisted] = [true, false].map((kind) =>
        enough(seen.filter((attempt) => attempt.assisted === kind).flatMap((one) => observed(one, id))),
      );
      if (!assisted?.length && !unassisted?.length) return [];
      return [
        {
          framework: frameworks[framework].name,
          ...{ move: id, name },
          assisted: assisted ?? [],
          unassisted: unassisted ?? [],
        },
      ];
    }),
  );
  const ofScenario = Map.groupBy(inOrder, ({ scenario }) => scenario.slug);
  const repeated = [...ofScenario.values()].flatMap((same) => {
    const last = same.at(-1);
    return same.length < 2 || !last
      ? []
      : [{ ...last.scenario, framework: last.framework, attempts: same.slice(-mostSideBySide) }];
  });
  return { skills, repeated, attempts: attempts.length };
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
