import { AdminOverview } from "#app/features/accounts/admin/admin-overview.tsx";
import { adminPagesFor } from "#app/features/accounts/admin/admin-pages.ts";
import { thePerson } from "#app/middleware/require-person.server.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { headWords } from "#app/routes/page-words.ts";
import type { Route } from "./+types/index";

export const meta: Route.MetaFunction = () => privateMeta(headWords.admin.title);

export function loader({ context }: Route.LoaderArgs) {
  const { role } = thePerson(context);
  return { pages: adminPagesFor(role), all: role === "ADMIN" };
}

export default function Overview({ loaderData }: Route.ComponentProps) {
  return <AdminOverview {...loaderData} />;
}
