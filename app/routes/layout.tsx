import { Outlet, type ShouldRevalidateFunctionArgs } from "react-router";
import { personContext } from "#app/middleware/contexts.ts";
import { lookAhead } from "#app/middleware/look-ahead.server.ts";
import { sessionMiddleware } from "#app/middleware/session.server.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Route } from "./+types/layout";
import { ErrorView } from "./error-view.tsx";
import { errorMeta } from "./page-meta.ts";

export const middleware: Route.MiddlewareFunction[] = [lookAhead, sessionMiddleware];

/** Who is here, for the header of every page. Without a loader, navigation in the browser would skip the middleware. */
export function loader({ context }: Route.LoaderArgs) {
  const person = context.get(personContext);
  return { visitor: person && { role: person.role, isGuest: person.isGuest } };
}

/** Only coming in and leaving change it; a network that is away must not take the page with it. */
export function shouldRevalidate({ formAction }: ShouldRevalidateFunctionArgs) {
  return formAction !== undefined && /^\/(invite|owner|logout|account)\b/.test(formAction);
}

/** Pages have titles of their own; only what is thrown on the way to one has none. */
export const meta: Route.MetaFunction = ({ error, matches }) =>
  error ? errorMeta(error) : (matches.at(-2)?.meta ?? []);

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
