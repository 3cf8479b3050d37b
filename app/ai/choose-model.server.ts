import { anthropicModel } from "./anthropic.server.ts";
import type { Model } from "./model.ts";
import type { ModelLog } from "./model-log.ts";
import { scriptedModel } from "./scripted.server.ts";

export type ModelSettings = {
  /** Null: the scripted voice answers. */
  anthropicApiKey: string | null;
  /** Null: the provider's own address. */
  anthropicBaseUrl: string | null;
  partnerModel: string;
  coachModel: string;
  /** Milliseconds per word of the scripted voice. */
  scriptedPaceMs: number;
  log: ModelLog;
};

/** The scripted voice without a key, the real one with it. */
export function chooseModel(settings: ModelSettings): Model {
  if (settings.anthropicApiKey === null) return scriptedModel({ paceMs: settings.scriptedPaceMs });
  return anthropicModel({
    apiKey: settings.anthropicApiKey,
    baseUrl: settings.anthropicBaseUrl,
    partnerModel: settings.partnerModel,
    coachModel: settings.coachModel,
    log: settings.log,
  });
}
