import { isRouteErrorResponse } from "react-router";
import type { ErrorStatus } from "#app/ui/error-page.tsx";
import { errorWords } from "#app/ui/ui-words.ts";

/** The status that a page tells of this error; what has no words of its own is something that broke. */
export function toldStatus(error: unknown): ErrorStatus {
  return isRouteErrorResponse(error) && isTold(error.status) ? error.status : 500;
}

function isTold(status: number): status is ErrorStatus {
  return status in errorWords;
}
