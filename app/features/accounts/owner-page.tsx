import { Form } from "react-router";
import { ButtonLink, SubmitButton } from "#app/ui/button.tsx";
import { PageSheet } from "#app/ui/page-sheet.tsx";
import { ownerWords } from "./account-words.ts";

type OwnerPageProps = {
  standing: "open" | "ended" | "unknown";
  /** Practises in this browser without an account. */
  isGuest: boolean;
};

/** Asks before it signs in: looking at a link, as mail scanners and previews do, uses nothing up. */
export function OwnerPage({ standing, isGuest }: OwnerPageProps) {
  if (standing === "open") {
    return (
      <PageSheet title={ownerWords.title}>
        <p>{ownerWords.about}</p>
        {isGuest ? <p>{ownerWords.guest}</p> : null}
        <Form method="post">
          <SubmitButton>{ownerWords.signIn}</SubmitButton>
        </Form>
      </PageSheet>
    );
  }
  const { title, happened } = ownerWords[standing];
  return (
    <PageSheet title={title}>
      <p>{happened}</p>
      <p>{ownerWords.next}</p>
      <ButtonLink to="/" kind="quiet">
        {ownerWords.start}
      </ButtonLink>
    </PageSheet>
  );
}
