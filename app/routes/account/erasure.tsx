import { data, redirect } from "react-router";
import { erasePerson } from "#app/features/privacy/erase.server.ts";
import { ErasurePage } from "#app/features/privacy/erasure-page.tsx";
import { erasureWords } from "#app/features/privacy/privacy-words.ts";
import { practiceContext, siteContext } from "#app/middleware/contexts.ts";
import { thePerson } from "#app/middleware/require-person.server.ts";
import { noSessionCookie } from "#app/middleware/session.server.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Route } from "./+types/erasure";

export const meta: Route.MetaFunction = () => privateMeta(erasureWords.title);

/** Reading this page deletes nothing. */
export function loader() {
  return null;
}

/** Deletes everything of who asks, and forgets them in this browser. The last administrator is told why not. */
export async function action({ context }: Route.ActionArgs) {
  const site = context.get(siteContext);
  const erased = await erasePerson(context.get(practiceContext), thePerson(context).id, site.sessionKeys);
  if (erased === "last-admin") return data({ refused: true }, { status: 409 });
  return redirect("/erased", {
    status: 303,
    headers: { "Set-Cookie": noSessionCookie(site), "Clear-Site-Data": '"cache", "storage"' },
  });
}

export default function Erasure({ actionData }: Route.ComponentProps) {
  return (
    <PageShell>
      <ErasurePage refused={actionData?.refused ?? false} />
    </PageShell>
  );
}
