import { ConversationsPage } from "#app/features/conversations/list/conversations-page.tsx";
import { conversationsOf } from "#app/features/conversations/list/queries.server.ts";
import { databaseContext } from "#app/middleware/contexts.ts";
import { thePerson } from "#app/middleware/require-person.server.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Route } from "./+types/index";

const pageSize = 20;

export const meta: Route.MetaFunction = () => privateMeta("Your conversations");

export async function loader({ request, context }: Route.LoaderArgs) {
  const db = context.get(databaseContext);
  const { id } = thePerson(context);
  const page = pageAsked(request.url);
  const { entries, total } = await conversationsOf(db, id, { page, pageSize });
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (page <= pages) return { conversations: entries, page, pages };
  // A page that was there once: the last one is closest to it.
  const last = await conversationsOf(db, id, { page: pages, pageSize });
  return { conversations: last.entries, page: pages, pages };
}

export default function Conversations({ loaderData }: Route.ComponentProps) {
  return (
    <PageShell>
      <ConversationsPage {...loaderData} />
    </PageShell>
  );
}

/** `?page=2`; anything else is the first. */
function pageAsked(url: string): number {
  const asked = new URL(url).searchParams.get("page") ?? "";
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
}
