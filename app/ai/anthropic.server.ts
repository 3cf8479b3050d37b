import type { Model } from "./model.ts";
import type { ModelLog } from "./model-log.ts";

export type AnthropicSettings = {
  apiKey: string;
  /** Null: the provider's own address. */
  baseUrl: string | null;
  partnerModel: string;
  coachModel: string;
  log: ModelLog;
};

/** The provider's models over the streaming Messages API. */
export function anthropicModel({ partnerModel, coachModel }: AnthropicSettings): Model {
  return {
    names: { partner: partnerModel, coach: coachModel },
    async *reply() {
      yield { type: "end", outcome: { status: "failed", reason: "configuration" }, usage: null };
    },
  };
}
