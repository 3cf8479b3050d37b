import diagnosis from "#db/seeds/scenarios/after-the-diagnosis.ts";
import keys from "#db/seeds/scenarios/dads-car-keys.ts";
import raise from "#db/seeds/scenarios/the-promised-raise.ts";
import diagnosisLearners from "#e2e/fakes/learners/after-the-diagnosis.ts";
import { anyScenario, injections } from "#e2e/fakes/learners/any-scenario.ts";
import keysLearners from "#e2e/fakes/learners/dads-car-keys.ts";
import raiseLearners from "#e2e/fakes/learners/the-promised-raise.ts";
import type { Casting } from "./play.ts";

/** Turns a conversation: enough to wear a partner down, and few enough to be paid for (some 270 calls in all). */
const turns = 7;

const scenarios = [
  { scenario: "the-promised-raise", content: raise, learners: raiseLearners },
  { scenario: "after-the-diagnosis", content: diagnosis, learners: diagnosisLearners },
  { scenario: "dads-car-keys", content: keys, learners: keysLearners },
];

/** The fixed conversations: three scenarios, each with every kind of learner and with one who wants to talk the partner out of it. */
export const castings: Casting[] = scenarios.flatMap(({ scenario, content, learners }) =>
  Object.entries({ ...learners, ...anyScenario, injector: injections }).map(([learner, lines]) => ({
    scenario,
    learner,
    content,
    lines: lines.slice(0, turns),
  })),
);
