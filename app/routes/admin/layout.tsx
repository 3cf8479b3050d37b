import { Outlet } from "react-router";
import { AdminNav } from "#app/features/accounts/admin/admin-overview.tsx";
import { adminPagesFor } from "#app/features/accounts/admin/admin-pages.ts";
import { thePerson } from "#app/middleware/require-person.server.ts";
import { requireRole } from "#app/middleware/require-role.server.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Route } from "./+types/layout";

export const middleware: Route.MiddlewareFunction[] = requireRole("ADMIN", "POWER_USER");

/** Without a loader, navigation in the browser would skip the middleware. */
export function loader({ context }: Route.LoaderArgs) {
  return { pages: adminPagesFor(thePerson(context).role) };
}

export default function Administration({ loaderData }: Route.ComponentProps) {
  return (
    <PageShell>
      <AdminNav pages={loaderData.pages} />
      <Outlet />
    </PageShell>
  );
}
