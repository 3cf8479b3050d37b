import { useRouteLoaderData } from "react-router";

/** Who looks at the page: what the header may offer depends on it, and nothing else does. */
export type Visitor = { role: "GUEST" | "USER" | "POWER_USER" | "ADMIN"; isGuest: boolean };

/** As the layout of all pages read it; null for somebody who has not come in, and on a page that broke before. */
export function useVisitor(): Visitor | null {
  return useRouteLoaderData<{ visitor: Visitor | null }>("routes/layout")?.visitor ?? null;
}
