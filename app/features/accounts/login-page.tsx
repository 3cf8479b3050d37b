import { ButtonLink } from "#app/ui/button.tsx";
import { PageSheet } from "#app/ui/page-sheet.tsx";
import { entryWords } from "./account-words.ts";
import { GoogleForm } from "./google-form.tsx";

type LoginPageProps = {
  /** A path of ours; not "/" when the visitor was on the way to start or open something. */
  returnTo: string;
  /** Signing in with Google is set up here. */
  google: boolean;
};

/** How people get in: with Google where that is set up, and by an invitation everywhere. */
export function LoginPage({ returnTo, google }: LoginPageProps) {
  return (
    <PageSheet title={google ? entryWords.title : entryWords.titleWithoutGoogle}>
      {returnTo === "/" ? null : <p>{entryWords.cameFromPractice}</p>}
      {google ? (
        <>
          <GoogleForm returnTo={returnTo}>{entryWords.google}</GoogleForm>
          <p className="text-sm text-ink-soft">{entryWords.googleAbout}</p>
          <h2 className="pt-2 font-semibold">{entryWords.invited}</h2>
        </>
      ) : (
        <p>{entryWords.noGoogle}</p>
      )}
      <p>{entryWords.link}</p>
      <p>{entryWords.before}</p>
      <p>{entryWords.owner}</p>
      <ButtonLink to="/" kind="quiet">
        {entryWords.look}
      </ButtonLink>
    </PageSheet>
  );
}
