import { signalsSelfHarm } from "#app/features/coaching/safety/self-harm-signal.ts";
import { type HelpRegion, regionOfLanguages } from "#app/features/conversations/help-card/help-resources.ts";
import type { Practice } from "#app/features/practice/practice.ts";

/**
 * Where the writer of a form may need help: whose numbers to show beside what they wrote before anything is done with it,
 * or null. Once they have seen them (`helpSeen`, posted by the form that comes back) they go on as they like. Counted in
 * the log without a word of it.
 */
export function helpFor(
  practice: Practice,
  request: Request,
  fields: FormData,
  texts: readonly string[],
): HelpRegion | null {
  if (fields.get("helpSeen") === "yes" || !signalsSelfHarm(texts)) return null;
  practice.log("info", "help card shown beside a form", {});
  return regionOfLanguages(request.headers.get("Accept-Language"));
}
