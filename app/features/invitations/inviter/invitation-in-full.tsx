import { Form, Link } from "react-router";
import { SubmitButton } from "#app/ui/button.tsx";
import { CopyField } from "#app/ui/copy-field.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FactList } from "#app/ui/fact-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageSheet } from "#app/ui/page-sheet.tsx";
import { QrCode } from "#app/ui/qr-code.tsx";
import { invitationWords } from "#app/features/invitations/invitation-words.ts";
import {
  budgetWords,
  calledWords,
  dayWords,
  invitationInFullWords as words,
  revokeWords,
  seatsWords,
  standingWords,
  usedWords,
} from "./inviter-words.ts";
import type { InvitationInFull } from "./kept-invitation.ts";

export type LinkOnce = { url: string; qr: { size: number; path: string } };

type InvitationInFullPageProps = {
  invitation: InvitationInFull;
  /** The link, on the one page that follows its making. */
  link: LinkOnce | null;
};

/** One invitation: its link while it is new, how it stands, and how to take it back. */
export function InvitationInFullPage({ invitation, link }: InvitationInFullPageProps) {
  const { label, standing, note, scenario, isStart, createdAt, expiresAt } = invitation;
  const over = standing === "revoked" || standing === "expired" || standing === "closed";
  return (
    <PageSheet title={calledWords(invitation)} over={words.over}>
      {link === null ? null : <NewLink link={link} />}
      <FactList
        facts={[
          { term: words.from, text: invitationWords.from(label) },
          { term: words.state, text: standingWords[standing] },
          { term: words.seats, text: seatsWords(invitation) },
          { term: words.used, text: usedWords(invitation) },
          { term: words.budget, text: budgetWords(invitation) },
          { term: words.open, text: dayWords(expiresAt) },
          { term: words.made, text: dayWords(createdAt) },
          ...(scenario === null ? [] : [{ term: words.scenario, text: scenario }]),
          ...(note === null ? [] : [{ term: words.note, text: note }]),
        ]}
      />
      {link === null && !over && !isStart ? <Notice>{words.link.gone}</Notice> : null}
      {over ? null : <Revoke invitation={invitation} />}
      <p>
        <Link to="/admin/invitations" className="inline-flex min-h-target items-center font-semibold">
          {words.all}
        </Link>
      </p>
    </PageSheet>
  );
}

function NewLink({ link: { url, qr } }: { link: LinkOnce }) {
  return (
    <section aria-labelledby="link" className="space-y-3">
      <h2 id="link" className="font-script text-xl font-semibold">
        {words.link.title}
      </h2>
      <p>{words.link.once}</p>
      <CopyField label={words.link.label} text={url} />
      <QrCode {...qr} label={words.link.qr} />
    </section>
  );
}

/** What it ends is said before the button that does it. */
function Revoke({ invitation: { isStart, isFunded, ends } }: Pick<InvitationInFullPageProps, "invitation">) {
  const name = isStart ? revokeWords.close : revokeWords.revoke;
  return (
    <Disclosure summary={name}>
      <p>{isStart ? revokeWords.closes : revokeWords.ends(ends)}</p>
      {isFunded ? <p className="mt-2">{revokeWords.refunds}</p> : null}
      <Form method="post" className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <input type="hidden" name="intent" value="revoke" />
        <SubmitButton kind="quiet">{name}</SubmitButton>
        <span className="text-sm text-ink-soft">{revokeWords.noWayBack}</span>
      </Form>
    </Disclosure>
  );
}
