import { data, type RouterContextProvider } from "react-router";
import { isUuid } from "#app/features/conversations/forms.ts";
import type { OwnScenario, OwnScenarioInFull } from "#app/features/scenarios/own/own-scenario.ts";
import { ownScenario } from "#app/features/scenarios/own/queries.server.ts";
import { databaseContext } from "#app/middleware/contexts.ts";
import { thePerson } from "#app/middleware/require-person.server.ts";

/** The scenario of this address if it is their own who asks; otherwise 404, the same as if it were not there. */
export async function theirScenario(
  id: string,
  context: Readonly<RouterContextProvider>,
): Promise<OwnScenario & OwnScenarioInFull> {
  const own = { id: id.toLowerCase(), ownerId: thePerson(context).id };
  const scenario = isUuid(id) ? await ownScenario(context.get(databaseContext), own) : null;
  if (!scenario) throw data(null, { status: 404 });
  return { ...own, ...scenario };
}
