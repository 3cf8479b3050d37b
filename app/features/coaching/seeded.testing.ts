import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";

export type Learners = { rude: string[]; passive: string[]; skilled: string[] };

const learners = import.meta.glob<Learners>("/e2e/fakes/learners/*.ts", { eager: true, import: "default" });

/** For tests: every seeded scenario with its three simulated learners. */
export const seeded: { slug: string; content: ScenarioContent; learners: Learners }[] = Object.entries(
  import.meta.glob<ScenarioContent>("/db/seeds/scenarios/*.ts", { eager: true, import: "default" }),
).map(([path, content]) => {
  const slug = path.replace(/^.*\/|\.ts$/gu, "");
  const found = learners[`/e2e/fakes/learners/${slug}.ts`];
  if (!found) throw new Error(`No simulated learners for ${slug}`);
  return { slug, content, learners: found };
});
