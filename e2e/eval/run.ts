import { chooseModel } from "#app/ai/choose-model.server.ts";
import { readEnv } from "#app/env.server.ts";
import { broken, evaluate } from "./evaluate.ts";
import { tableOf } from "./table.ts";

// `npm run eval`: with ANTHROPIC_API_KEY the real models are asked (some 270 short calls), without it the scripted one.
const env = readEnv({ ...process.env, SCRIPTED_PACE_MS: "0" });
const { anthropicApiKey, anthropicBaseUrl, partnerModel, coachModel } = env;
const model = chooseModel({
  anthropicApiKey,
  anthropicBaseUrl,
  partnerModel,
  coachModel,
  scriptedPaceMs: 0,
  log: { info: quiet, warn: quiet, error: quiet },
});
// What went wrong stands in the table.
function quiet() {}

console.log(`Partner: ${model.names.partner}. Coach: ${model.names.coach}.`);
const rows = await evaluate(model, {
  onRow: ({ scenario, learner }) => console.log(`${scenario}, ${learner}`),
});
console.log(`\n${tableOf(rows)}`);
process.exitCode = rows.some((row) => broken(row).length > 0) ? 1 : 0;
