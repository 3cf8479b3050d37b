import { Link } from "react-router";
import { dayWords, inviterWords, seatsWords, standingWords, usedWords } from "./inviter-words.ts";
import type { KeptInvitation } from "./kept-invitation.ts";

/** Invitations as lines: who for, how it stands, who has come, what was used, until when. Each leads to its page. */
export function InvitationRows({ invitations }: { invitations: KeptInvitation[] }) {
  return (
    <ul aria-label={inviterWords.list} className="border-b border-line">
      {invitations.map((invitation) => (
        <li key={invitation.id} className="border-t border-line">
          <Link
            to={`/admin/invitations/${invitation.id}`}
            className="grid gap-x-6 gap-y-0.5 py-3 text-ink no-underline hover:text-pen hover:no-underline sm:grid-cols-[minmax(0,1fr)_12rem] lg:grid-cols-[minmax(0,1fr)_11rem_8rem_15rem_10rem]"
          >
            <span className="font-semibold wrap-anywhere" dir="auto">
              {invitation.label}
            </span>
            <span className="flex flex-wrap gap-x-4 sm:contents">
              <span
                className={`text-sm ${invitation.standing === "open" ? "font-semibold text-pen" : "text-ink-soft"}`}
              >
                {standingWords[invitation.standing]}
              </span>
              <span className="text-sm text-ink-soft">{seatsWords(invitation)}</span>
              <span className="text-sm text-ink-soft">{usedWords(invitation)}</span>
              <span className="text-sm text-ink-soft">
                <time dateTime={invitation.expiresAt}>{dayWords(invitation.expiresAt)}</time>
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
