import { databaseContext, practiceContext } from "#app/middleware/contexts.ts";
import { answersQueries } from "#db/client.server.ts";
import type { Route } from "./+types/ready";

/** New requests are welcome here: the database answers, and the process is not stopping. */
export async function loader({ context }: Route.LoaderArgs) {
  const ready =
    !context.get(practiceContext).draining && (await answersQueries(context.get(databaseContext)));
  return new Response(ready ? "ready\n" : "not ready\n", {
    status: ready ? 200 : 503,
    headers: { "Content-Type": "text/plain", "Cache-Control": "no-store" },
  });
}
