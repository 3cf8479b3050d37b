import { describe, expect, test } from "vitest";
import { scenarioContentSchema, type ScenarioContent } from "#app/features/scenarios/scenario.ts";
import type { Learners } from "../../e2e/fakes/learners/learners.ts";

