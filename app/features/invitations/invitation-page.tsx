import type { ReactNode } from "react";
import { Form } from "react-router";
import { Button, ButtonLink } from "#app/ui/button.tsx";

export type InvitationOnPage =
  | {
      state: "valid";
      /** Who invites, or what the invitation is called; null when it has no name. */
      from: string | null;
      /** About how many turns its budget carries. */
      turns: number;
      /** "until 3 March 2027", "for 6 more days"; null when it does not end. */
      expires: string | null;
    }
  | { state: "expired" | "revoked" | "used-up" | "closed" | "unknown" }
  /** This browser already is its guest. */
  | { state: "joined" };

/** What the link is, before anything happens; accepting is a post without fields to this page. */
export function InvitationPage({ invitation }: { invitation: InvitationOnPage }) {
  if (invitation.state === "valid") return <ValidInvitation invitation={invitation} />;
  if (invitation.state === "joined") {
    return (
      <Sheet title="You already practise in this browser">
        <p>
          This invitation is yours already. Your conversations and what is left of your practice budget wait
          where you left them.
        </p>
        <ButtonLink to="/">Go on practising</ButtonLink>
      </Sheet>
    );
  }
  const words = endedWords[invitation.state];
  return (
    <Sheet title={words.title}>
      <p>{words.happened}</p>
      <p>{words.next}</p>
      <ButtonLink to="/" kind="quiet">
        See what can be practised
      </ButtonLink>
    </Sheet>
  );
}

function ValidInvitation({ invitation }: { invitation: Extract<InvitationOnPage, { state: "valid" }> }) {
  return (
    <Sheet
      title="You are invited to practise a hard conversation"
      over={invitation.from === null ? undefined : `From ${invitation.from}`}
    >
      <p>
        An AI partner plays the other person, an AI coach notes beside you what your words did. You need no
        account: this browser will remember you.
      </p>
      <dl className="border-y border-line text-sm">
        <Fact term="Your practice budget">
          about {invitation.turns} turns; a conversation takes about ten
        </Fact>
        <Fact term="Open">{invitation.expires ?? "as long as there is budget"}</Fact>
        <Fact term="What is stored">
          A cookie that knows you again, and what you and the two AIs write, so that you can come back to it.
          No name, no e-mail address.
        </Fact>
      </dl>
      <Form method="post">
        <Button className="w-full sm:w-auto">Start practising</Button>
      </Form>
    </Sheet>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 py-2.5 not-first:border-t not-first:border-line sm:grid-cols-[10rem_minmax(0,1fr)]">
      <dt className="text-ink-soft">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Sheet({ title, over, children }: { title: string; over?: string; children: ReactNode }) {
  return (
    <div className="mx-auto max-w-2xl rounded-lg border border-line bg-sheet p-6 shadow-sheet sm:mt-6 sm:p-10">
      {over ? (
        <p className="text-sm text-ink-soft" dir="auto">
          {over}
        </p>
      ) : null}
      <h1 className="mt-1 font-script text-2xl font-semibold">{title}</h1>
      <div className="mt-4 space-y-5">{children}</div>
    </div>
  );
}

const endedWords: Record<
  "expired" | "revoked" | "used-up" | "closed" | "unknown",
  { title: string; happened: string; next: string }
> = {
  expired: {
    title: "This invitation has run out",
    happened: "It was open for a limited time, and that time is over.",
    next: "Ask the person who sent it for a new link. If you already practised with it, open this site in that browser: your conversations are still there.",
  },
  revoked: {
    title: "This invitation was withdrawn",
    happened: "The person who made it has taken it back.",
    next: "If that surprises you, ask them. They can send you another one.",
  },
  "used-up": {
    title: "Every place on this invitation is taken",
    happened: "It was made for a certain number of people, and they have all come.",
    next: "Ask the person who sent it for a link of your own.",
  },
  closed: {
    title: "This invitation takes nobody new",
    happened: "It belonged to an earlier start of this program, which has been started again since.",
    next: "Use the newest link it printed. Those who came by this one keep their conversations in their own browser.",
  },
  unknown: {
    title: "This link leads to no invitation",
    happened: "A letter may have been lost on the way: such links are long and break easily.",
    next: "Copy it once more in one piece, or ask the person who sent it.",
  },
};
