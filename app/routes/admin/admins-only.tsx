import { Outlet } from "react-router";
import { requireRole } from "#app/middleware/require-role.server.ts";
import type { Route } from "./+types/admins-only";

export const middleware: Route.MiddlewareFunction[] = requireRole("ADMIN");

/** Without a loader, navigation in the browser would skip the middleware. */
export function loader() {
  return null;
}

export default function AdminsOnly() {
  return <Outlet />;
}
