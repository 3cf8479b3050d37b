import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";

/** A scenario of the catalogue, as administrators see it listed. */
export type CatalogueEntry = {
  id: string;
  slug: string;
  status: "draft" | "published" | "archived";
  title: string;
  /** Counted from 1. */
  version: number;
  /** It was edited here, and seeding leaves it as it is. */
  byHand: boolean;
};

export type CatalogueScenario = CatalogueEntry & { content: ScenarioContent };
