import CircleAlert from "lucide-react/icons/circle-alert";
import { Form, Link } from "react-router";
import { ButtonLink, SubmitButton } from "#app/ui/button.tsx";
import { FactList } from "#app/ui/fact-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageSheet } from "#app/ui/page-sheet.tsx";
import {
  accountWords,
  endedInvitationWords,
  invitationWords,
  joinedWords,
  lookAroundWords,
} from "./invitation-words.ts";

export type InvitationOnPage =
  | {
      state: "valid";
      /** Who invites, or what the invitation is called; null when it has no name. */
      from: string | null;
      note: string | null;
      /** What it was made for; null: whatever they like. */
      scenario: string | null;
      /** About how many turns its budget carries. */
      turns: number;
      /** "For 6 more days, until 3 March 2027" */
      expires: string;
      /** This browser already practises here by another one. */
      replaces: boolean;
      /** Somebody signed in with an account of their own: they are asked. */
      hasAccount: boolean;
    }
  | { state: "expired" | "revoked" | "used-up" | "closed" | "unknown" | "too-many" }
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

type Valid = Extract<InvitationOnPage, { state: "valid" }>;

function ValidInvitation({ invitation }: { invitation: Valid }) {
  const { from, note, scenario, turns, expires, replaces } = invitation;
  const { title, about, practise, time, budget, open, stored, start } = invitationWords;
  if (invitation.hasAccount) return <ForAccount invitation={invitation} />;
  return (
    <PageSheet title={title} over={from === null ? undefined : invitationWords.from(from)}>
      <Note note={note} />
      <p>{about}</p>
      <FactList
        facts={[
          { term: practise.term, text: scenario === null ? practise.text : practise.scenario(scenario) },
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

function ForAccount({ invitation: { from, note, turns } }: { invitation: Valid }) {
  return (
    <PageSheet title={accountWords.title} over={from === null ? undefined : invitationWords.from(from)}>
      <Note note={note} />
      <p>{accountWords.about(turns)}</p>
      <p>{accountWords.seat}</p>
      <Form method="post" className="flex flex-wrap gap-3">
        <SubmitButton>{accountWords.add}</SubmitButton>
        <ButtonLink to="/" kind="quiet">
          {accountWords.leave}
        </ButtonLink>
      </Form>
    </PageSheet>
  );
}

/** In the inviter's own words. */
function Note({ note }: { note: string | null }) {
  if (note === null) return null;
  return (
    <blockquote
      aria-label={invitationWords.note}
      className="spoken border-s-2 border-pen ps-3 font-script text-lg"
      dir="auto"
    >
      {note}
    </blockquote>
  );
}
