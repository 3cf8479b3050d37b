import { data, type RouterContextProvider } from "react-router";
import { type Export, exportOf } from "#app/features/privacy/export.server.ts";
import { databaseContext } from "#app/middleware/contexts.ts";
import { thePerson } from "#app/middleware/require-person.server.ts";

/** All that is stored of who asks; 404 once they have been erased elsewhere. */
export async function ownExport(context: Readonly<RouterContextProvider>): Promise<Export> {
  const taken = await exportOf(context.get(databaseContext), thePerson(context).id);
  if (!taken) throw data(null, { status: 404 });
  return taken;
}
