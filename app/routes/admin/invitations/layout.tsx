import { Outlet } from "react-router";
import { requireRole } from "#app/middleware/require-role.server.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Route } from "./+types/layout";

export const middleware: Route.MiddlewareFunction[] = requireRole("ADMIN", "POWER_USER");

/** Without a loader, navigation in the browser would skip the middleware. */
export function loader() {
  return null;
}

export default function Inviting() {
  return (
    <PageShell>
      <Outlet />
    </PageShell>
  );
}
