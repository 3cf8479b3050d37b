import { uuidv7 } from "uuidv7";
import { publishScenario } from "#app/features/scenarios/publish-scenario.server.ts";
import type { ScenarioContent } from "#app/features/scenarios/scenario.ts";
import type { Database } from "#db/client.server.ts";
import { quotaPresets } from "#db/schema/budgets.ts";
import afterTheDiagnosis from "./scenarios/after-the-diagnosis.ts";
import creditWhereDue from "./scenarios/credit-where-due.ts";
import dadsCarKeys from "./scenarios/dads-car-keys.ts";
import feedbackToAFriend from "./scenarios/feedback-to-a-friend.ts";
import noToTheDeadline from "./scenarios/no-to-the-deadline.ts";
import notHomeThisYear from "./scenarios/not-home-this-year.ts";
import theLoan from "./scenarios/the-loan.ts";
import thePromisedRaise from "./scenarios/the-promised-raise.ts";

/** In the order of the catalogue. */
const catalogue: Record<string, ScenarioContent> = {
  "the-promised-raise": thePromisedRaise,
  "feedback-to-a-friend": feedbackToAFriend,
  "no-to-the-deadline": noToTheDeadline,
  "credit-where-due": creditWhereDue,
  "not-home-this-year": notHomeThisYear,
  "the-loan": theLoan,
  "dads-car-keys": dadsCarKeys,
  "after-the-diagnosis": afterTheDiagnosis,
};

const presets = [
  { name: "Short conversation (25k)", tokens: 25_000 },
  { name: "Therapy session (50k)", tokens: 50_000 },
];

/**
 * Publishes the catalogue, and the presets where there are none. Running it again changes nothing: what an admin has
 * changed stays changed, and what they have deleted stays away.
 */
export async function seedDatabase(db: Database): Promise<void> {
  for (const [position, [slug, content]] of Object.entries(catalogue).entries()) {
    await publishScenario(db, { slug, position, content });
  }
  if ((await db.$count(quotaPresets)) > 0) return;
  await db
    .insert(quotaPresets)
    .values(presets.map((preset, position) => ({ id: uuidv7(), position, ...preset })))
    .onConflictDoNothing({ target: quotaPresets.name });
}
