import { data, redirect } from "react-router";
import { accountSession } from "#app/features/accounts/session-cookie.server.ts";
import { SignInTroublePage } from "#app/features/accounts/sign-in-trouble-page.tsx";
import { type SignInTrouble, signInTroubleStatus } from "#app/features/accounts/sign-in-trouble.ts";
import { signOut } from "#app/features/accounts/sign-out.server.ts";
import { comeInWithGoogle } from "#app/features/invitations/come-in.server.ts";
import {
  databaseContext,
  personContext,
  practiceContext,
  sessionContext,
  siteContext,
} from "#app/middleware/contexts.ts";
import { offerGoogle } from "#app/middleware/google-form.server.ts";
import { sessionCookie } from "#app/middleware/session.server.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { headWords } from "#app/routes/page-words.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Route } from "./+types/google-callback";
import { forgetAttempt, returnFromGoogle } from "./google.server.ts";
import { forgetReturnPath, returnPathOf } from "./return-path.server.ts";

export const meta: Route.MetaFunction = () => privateMeta(headWords.login.title);

/**
 * Where Google sends people back to. What comes is good once, and only in the browser that asked for it; whatever else comes
 * gets a page that says what happened and begins anew.
 */
export async function loader({ request, context }: Route.LoaderArgs) {
  const site = context.get(siteContext);
  if (!site.google) throw redirect("/login", 303);
  const db = context.get(databaseContext);
  const cookies = request.headers.get("Cookie") ?? "";
  const state = new URL(request.url).searchParams.get("state") ?? "";
  const returnTo = await returnPathOf(site, state, cookies);
  const headers = new Headers({ "Cache-Control": "no-store" });
  const forgotten = [...forgetAttempt(site.secure, cookies, state), await forgetReturnPath(site, state)];
  for (const cookie of forgotten) headers.append("Set-Cookie", cookie);

  const visitor = context.get(personContext);
  const troubled = (trouble: SignInTrouble) => {
    const page = { trouble, returnTo, google: offerGoogle(context), isGuest: visitor?.isGuest ?? false };
    return data(page, { status: signInTroubleStatus[trouble], headers });
  };
  const answer = await returnFromGoogle(site.google, site.secure, { url: request.url, cookies });
  if ("trouble" in answer) {
    // The operator can mend this one.
    if (answer.trouble === "refused") context.get(practiceContext).log("error", "Google refuses sign-in", {});
    return troubled(answer.trouble);
  }
  const { identity } = answer;
  const cameIn = await comeInWithGoogle(db, {
    identity,
    visitor,
    adminEmails: site.adminEmails,
    sessionKeys: site.sessionKeys,
  });
  if (!cameIn.ok) return troubled(cameIn.reason);
  // A session of before is no way in any more: neither one that was planted nor one that was copied.
  const before = context.get(sessionContext);
  if (before) await signOut(db, before);
  headers.append("Set-Cookie", await sessionCookie(site, accountSession(cameIn)));
  throw redirect(returnTo, { status: 303, headers });
}

/** What the loader says of its answer is what the page says. */
export function headers({ loaderHeaders }: Route.HeadersArgs) {
  return loaderHeaders;
}

export default function GoogleCallback({ loaderData }: Route.ComponentProps) {
  return (
    <PageShell>
      <SignInTroublePage {...loaderData} />
    </PageShell>
  );
}
