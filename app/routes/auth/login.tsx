import { redirect } from "react-router";
import { LoginPage } from "#app/features/accounts/login-page.tsx";
import { ownPath } from "#app/features/accounts/own-path.ts";
import { personContext, siteContext } from "#app/middleware/contexts.ts";
import { offerGoogle } from "#app/middleware/google-form.server.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { headWords } from "#app/routes/page-words.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Route } from "./+types/login";

export const meta: Route.MetaFunction = () => privateMeta(headWords.login.title);

export function loader({ request, context }: Route.LoaderArgs) {
  const returnTo = ownPath(
    new URL(request.url).searchParams.get("returnTo"),
    context.get(siteContext).origin,
  );
  if (context.get(personContext)) throw redirect(returnTo, 303);
  return { returnTo, google: offerGoogle(context) };
}

export default function Login({ loaderData }: Route.ComponentProps) {
  return (
    <PageShell>
      <LoginPage {...loaderData} />
    </PageShell>
  );
}
