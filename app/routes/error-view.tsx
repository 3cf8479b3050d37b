import type { ComponentProps } from "react";
import { isRouteErrorResponse, useLocation } from "react-router";
import { ErrorPage } from "#app/ui/error-page.tsx";
import { ownBrowserWords } from "./page-words.ts";
import { toldStatus } from "./told-status.ts";

type ErrorViewProps = { error: unknown } & Omit<ComponentProps<typeof ErrorPage>, "status">;

/** Any error as a page for people: what happened, what was kept, what to do, and the words that came with the form. */
export function ErrorView({ error, keptText = null, ...told }: ErrorViewProps) {
  const { pathname } = useLocation();
  const status = toldStatus(error);
  // A guest's conversation is theirs in one browser only.
  const kept = status === 404 && pathname.startsWith("/conversation/") ? ownBrowserWords : undefined;
  return <ErrorPage status={status} kept={kept} keptText={keptText ?? keptIn(error)} {...told} />;
}

function keptIn(error: unknown): string | null {
  const data: unknown = isRouteErrorResponse(error) ? error.data : null;
  const kept = typeof data === "object" && data !== null && "kept" in data ? data.kept : null;
  return typeof kept === "string" ? kept : null;
}
