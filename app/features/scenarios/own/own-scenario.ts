import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import type { WrittenScenario } from "#app/features/scenarios/writing/written-scenario.ts";
import type { Situation } from "./situation.ts";

/** Names a scenario together with whose it is: without the owner nothing of it can be read. */
export type OwnScenario = { id: string; ownerId: string };

export type DraftReason = "no-budget" | "site-limit" | "resting" | "failed-often" | "asked" | "declined";

/** How far a learner's own scenario is. */
export type OwnScenarioInFull = {
  slug: string;
  situation: Situation;
  /** Null until it was drafted. */
  draft: WrittenScenario | null;
  draftedBy: "model" | "rules" | null;
  reason: DraftReason | null;
  /** The version that would be practised now; null until it was kept once. */
  content: ScenarioContent | null;
  /** The last drafting: under way, or how it ended. Null where no model was asked. */
  run: { running: boolean; orphaned: boolean; status: string } | null;
};

/** One of somebody's own, in their list. */
export type OwnScenarioEntry = {
  id: string;
  slug: string;
  title: string;
  /** ISO 8601. */
  describedAt: string;
  /** Can be practised. */
  ready: boolean;
};
