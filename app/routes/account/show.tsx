import { data } from "react-router";
import { progressOf } from "#app/features/practice/progress/queries.server.ts";
import { AccountPage } from "#app/features/privacy/account-page.tsx";
import { accountWords } from "#app/features/privacy/privacy-words.ts";
import { accountOf } from "#app/features/privacy/queries.server.ts";
import { databaseContext, siteContext } from "#app/middleware/contexts.ts";
import { offerGoogle } from "#app/middleware/google-form.server.ts";
import { thePerson } from "#app/middleware/require-person.server.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Route } from "./+types/show";

export const meta: Route.MetaFunction = () => privateMeta(accountWords.title);

export async function loader({ context }: Route.LoaderArgs) {
  const db = context.get(databaseContext);
  const { id } = thePerson(context);
  const account = await accountOf(db, id);
  // Erased in another browser, in this very moment.
  if (!account) throw data(null, { status: 404 });
  return {
    account,
    progress: await progressOf(db, id),
    googleOffered: account.hasGoogle ? context.get(siteContext).google !== null : offerGoogle(context),
  };
}

export default function Account({ loaderData }: Route.ComponentProps) {
  return (
    <PageShell>
      <AccountPage {...loaderData} />
    </PageShell>
  );
}
