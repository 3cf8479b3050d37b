import { ButtonLink } from "#app/ui/button.tsx";
import { PageSheet } from "#app/ui/page-sheet.tsx";
import { entryWords } from "./account-words.ts";

type LoginPageProps = {
  /** True when the visitor was on the way to start or open something. */
  cameFromPractice?: boolean;
};

/** How people get in, for now. */
export function LoginPage({ cameFromPractice = false }: LoginPageProps) {
  return (
    <PageSheet title={entryWords.title}>
      {cameFromPractice ? <p>{entryWords.cameFromPractice}</p> : null}
      <p>{entryWords.link}</p>
      <p>{entryWords.before}</p>
      <p>{entryWords.owner}</p>
      <ButtonLink to="/" kind="quiet">
        {entryWords.look}
      </ButtonLink>
    </PageSheet>
  );
}
