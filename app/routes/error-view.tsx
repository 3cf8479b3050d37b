import { isRouteErrorResponse } from "react-router";
import { ErrorPage, type ErrorStatus } from "#app/ui/error-page.tsx";
import { errorWords } from "#app/ui/ui-words.ts";

/** Any error as a page for people: what happened, what was kept, what to do. */
export function ErrorView({ error, keptText = null }: { error: unknown; keptText?: string | null }) {
  const status = isRouteErrorResponse(error) && isTold(error.status) ? error.status : 500;
  return <ErrorPage status={status} keptText={keptText} />;
}

function isTold(status: number): status is ErrorStatus {
  return status in errorWords;
}
