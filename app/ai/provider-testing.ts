// The one way out of the folder: package.json names no alias for e2e/.
export { type ModelProvider, startModelProvider } from "../../e2e/fakes/model-provider.ts";
export { answersStatus, says } from "../../e2e/fakes/model-provider-scenario.ts";
