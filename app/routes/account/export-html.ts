import { exportDocument } from "#app/features/privacy/export-document.tsx";
import { download } from "#app/routes/conversations/export.server.ts";
import type { Route } from "./+types/export-html";
import { ownExport } from "./export.server.ts";

/** Everything of who asks, as one page to read. */
export async function loader({ context }: Route.LoaderArgs) {
  return download(exportDocument(await ownExport(context)), "text/html", "conversation-coach.html");
}
