import CircleAlert from "lucide-react/icons/circle-alert";
import { Form, Link } from "react-router";
import { ButtonLink, SubmitButton } from "#app/ui/button.tsx";
import { FactList } from "#app/ui/fact-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageSheet } from "#app/ui/page-sheet.tsx";
import { endedInvitationWords, invitationWords, joinedWords, lookAroundWords } from "./invitation-words.ts";

export type InvitationOnPage =
  | {
      state: "valid";
      /** Who invites, or what the invitation is called; null when it has no name. */
      from: string | null;
      /** About how many turns its budget carries. */
      turns: number;
      /** "For 6 more days, until 3 March 2027" */
      expires: string;
      /** This browser already practises here by another one. */
      replaces: boolean;
    }
  | { state: "expired" | "revoked" | "used-up" | "closed" | "unknown" }
  /** This browser already is its guest. */
  | { state: "joined" };

/** What the link is, before anything happens; accepting is a post without fields to this page. */
export function InvitationPage({ invitation }: { invitation: InvitationOnPage }) {
  if (invitation.state === "valid") return <ValidInvitation invitation={invitation} />;
  if (invitation.state === "joined") {
    return (
      <PageSheet title={joinedWords.title}>
        <p>{joinedWords.text}</p>
        <ButtonLink to="/">{joinedWords.goOn}</ButtonLink>
      </PageSheet>
    );
  }
  const words = endedInvitationWords[invitation.state];
  return (
    <PageSheet title={words.title}>
      <p>{words.happened}</p>
      <p>{words.next}</p>
      <ButtonLink to="/" kind="quiet">
        {lookAroundWords}
      </ButtonLink>
    </PageSheet>
  );
}

function ValidInvitation({ invitation }: { invitation: Extract<InvitationOnPage, { state: "valid" }> }) {
  const { from, turns, expires, replaces } = invitation;
  const { title, about, practise, time, budget, open, stored, start } = invitationWords;
  return (
    <PageSheet title={title} over={from === null ? undefined : invitationWords.from(from)}>
      <p>{about}</p>
      <FactList
        facts={[
          practise,
          time,
          { term: budget.term, text: budget.turns(turns) },
          { term: open.term, text: expires },
          stored,
        ]}
      />
      {replaces ? (
        <Notice
          icon={CircleAlert}
          tone="alarm"
          action={
            <Link to="/" className="inline-flex min-h-11 items-center font-semibold">
              {invitationWords.goOn}
            </Link>
          }
        >
          {invitationWords.replaces}
        </Notice>
      ) : null}
      <Form method="post">
        <SubmitButton className="w-full sm:w-auto">{start}</SubmitButton>
      </Form>
    </PageSheet>
  );
}
