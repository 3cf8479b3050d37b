import { Outlet } from "react-router";
import { requirePerson } from "#app/middleware/require-person.server.ts";
import type { Route } from "./+types/layout";

export const middleware: Route.MiddlewareFunction[] = [requirePerson];

/** Without a loader, navigation in the browser would skip the middleware. */
export function loader() {
  return null;
}

/** It tells nothing that could change; a network that is away must not take the page with it. */
export function shouldRevalidate() {
  return false;
}

export default function Conversations() {
  return <Outlet />;
}
