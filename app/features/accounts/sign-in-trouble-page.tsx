import { ButtonLink } from "#app/ui/button.tsx";
import { PageSheet } from "#app/ui/page-sheet.tsx";
import { signInTroubleWords } from "./account-words.ts";
import { GoogleForm } from "./google-form.tsx";
import type { SignInTrouble } from "./sign-in-trouble.ts";

type SignInTroublePageProps = {
  trouble: SignInTrouble;
  /** A path of ours. */
  returnTo: string;
  /** Signing in with Google is set up here. */
  google: boolean;
  /** Practises here without an account, and goes on doing so. */
  isGuest: boolean;
};

/** Google sent somebody back, and they are not signed in: what happened, what was kept, what to do. */
export function SignInTroublePage({ trouble, returnTo, google, isGuest }: SignInTroublePageProps) {
  const { title, happened, next, again } = signInTroubleWords[trouble];
  return (
    <PageSheet title={title}>
      <p>{happened}</p>
      <p>{next}</p>
      {isGuest ? <p>{signInTroubleWords.guest}</p> : null}
      <div className="flex flex-wrap gap-3">
        {google && again ? <GoogleForm returnTo={returnTo}>{signInTroubleWords.again}</GoogleForm> : null}
        <ButtonLink to="/" kind="quiet">
          {signInTroubleWords.start}
        </ButtonLink>
      </div>
    </PageSheet>
  );
}
