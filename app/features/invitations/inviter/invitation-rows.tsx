import type { ReactNode } from "react";
import { Link } from "react-router";
import { ListTable, rowLink } from "#app/ui/list-table.tsx";
import {
  calledWords,
  columnWords,
  dayWords,
  inviterWords,
  seatsWords,
  standingWords,
  usedWords,
} from "./inviter-words.ts";
import type { KeptInvitation } from "./kept-invitation.ts";

/** Invitations as rows: who from, how it stands, who has come, what was used, until when. Each leads to its page. */
export function InvitationRows({ invitations }: { invitations: KeptInvitation[] }) {
  return (
    <ListTable
      caption={inviterWords.list}
      rows={invitations}
      columns={[
        { name: columnWords.called, cell: (invitation) => <Called invitation={invitation} /> },
        { name: columnWords.state, cell: ({ standing }) => <State standing={standing} /> },
        { name: columnWords.seats, cell: (one) => <Whole>{seatsWords(one)}</Whole> },
        { name: columnWords.used, cell: (one) => <Whole>{usedWords(one)}</Whole> },
        {
          name: columnWords.until,
          cell: ({ expiresAt }) => (
            <Whole>
              <time dateTime={expiresAt}>{dayWords(expiresAt)}</time>
            </Whole>
          ),
        },
      ]}
    />
  );
}

function Called({ invitation }: { invitation: KeptInvitation }) {
  return (
    <Link to={`/admin/invitations/${invitation.id}`} dir="auto" className={rowLink}>
      {calledWords(invitation)}
    </Link>
  );
}

/** A number or a day stands on one line; what somebody called a link gives way. */
function Whole({ children }: { children: ReactNode }) {
  return <span className="lg:whitespace-nowrap">{children}</span>;
}

function State({ standing }: Pick<KeptInvitation, "standing">) {
  return (
    <span className={standing === "open" ? "font-semibold text-pen" : ""}>{standingWords[standing]}</span>
  );
}
