import { expect, test } from "vitest";
import { startModelProvider } from "#e2e/fakes/model-provider.ts";
import { says } from "#e2e/fakes/model-provider-scenario.ts";
import { chooseModel, type ModelSettings } from "./choose-model.server.ts";
import { hearAll, keptLog, raiseRequest } from "./model-testing.ts";

const withoutKey: ModelSettings = {
  anthropicApiKey: null,
  anthropicBaseUrl: null,
  partnerModel: "claude-sonnet-5-5",
  coachModel: "claude-haiku-5-5",
  scriptedPaceMs: 0,
  log: keptLog(),
};

test("without a key the scripted voice answers, offline", async () => {
  const model = chooseModel(withoutKey);
  expect(model.names).toEqual({ partner: "scripted", coach: "scripted" });
  expect((await hearAll(model, raiseRequest({ cue: { lines: ["No."] } }))).text).toBe("No.");
});

test("with a key the provider answers, at the address that was set", async () => {
  const provider = await startModelProvider();
  provider.next(says("From the provider."));
  const model = chooseModel({ ...withoutKey, anthropicApiKey: "any", anthropicBaseUrl: provider.url });
  expect(model.names).toEqual({ partner: "claude-sonnet-5-5", coach: "claude-haiku-5-5" });
  expect((await hearAll(model, raiseRequest())).text).toBe("From the provider.");
  await provider.close();
});
