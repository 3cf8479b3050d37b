import { Outlet } from "react-router";
import { sessionMiddleware } from "#app/middleware/session.server.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Route } from "./+types/layout";
import { ErrorView } from "./error-view.tsx";

export const middleware: Route.MiddlewareFunction[] = [sessionMiddleware];

/** Without a loader, navigation in the browser would skip the middleware. */
export function loader() {
  return null;
}

/** It tells nothing that could change; a network that is away must not take the page with it. */
export function shouldRevalidate() {
  return false;
}

export default function Pages() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <PageShell>
      <ErrorView error={error} />
    </PageShell>
  );
}
