import { data, redirect } from "react-router";
import { uuidv7 } from "uuidv7";
import { typicalTurns } from "#app/features/budgets/turns-left.ts";
import { type InvitationOnPage, InvitationPage } from "#app/features/invitations/invitation-page.tsx";
import {
  endedInvitationWords,
  invitationWords,
  joinedWords,
} from "#app/features/invitations/invitation-words.ts";
import { hasJoined, invitationFor } from "#app/features/invitations/queries.server.ts";
import { addInvitation } from "#app/features/invitations/add-invitation.server.ts";
import { countMiss, missesRestSeconds, soundAlarm } from "#app/features/invitations/failed-lookups.server.ts";
import { redeemInvitation } from "#app/features/invitations/redeem-invitation.server.ts";
import {
  addressContext,
  databaseContext,
  personContext,
  practiceContext,
  siteContext,
} from "#app/middleware/contexts.ts";
import { sessionCookie } from "#app/middleware/session.server.ts";
import { cardPicture, privateMeta } from "#app/routes/page-meta.ts";
import { headWords } from "#app/routes/page-words.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Route } from "./+types/show";

export const meta: Route.MetaFunction = ({ loaderData, matches: [root] }) => [
  ...privateMeta(titleOf(loaderData?.state ?? "valid")),
  { property: "og:title", content: headWords.invitation.card },
  { property: "og:description", content: headWords.invitation.description },
  ...(root.loaderData ? cardPicture(root.loaderData.origin) : []),
];

/** A document passes on the headers of what its page answered with. */
export function headers({ actionHeaders, loaderHeaders }: Route.HeadersArgs) {
  const retry = actionHeaders.get("Retry-After") ?? loaderHeaders.get("Retry-After");
  return retry === null ? {} : { "Retry-After": retry };
}

/** Reads and tells; takes no seat and sets no cookie, whoever asks: a link preview opens this page too. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const db = context.get(databaseContext);
  const person = context.get(personContext);
  const invitation = await invitationFor(db, params.token);
  if (!invitation) return missed(context);
  if (person && (await hasJoined(db, invitation.id, person.id))) throw redirect("/", 303);
  if (invitation.standing !== "open") return shown({ state: invitation.standing }, { status: 410 });
  return shown({
    state: "valid",
    from: invitation.label,
    note: invitation.note,
    scenario: invitation.scenario,
    turns: typicalTurns(invitation.quotaTokens),
    expires: invitationWords.open.until(invitation.expiresAt, new Date()),
    // Each invitation brings a guest of its own, and a browser is one person.
    replaces: person?.isGuest ?? false,
    hasAccount: person !== null && !person.isGuest,
  });
}

/**
 * Becomes its guest; whoever is signed in with an account stays that, and has its budget added. In a browser that has
 * already, nothing is taken again.
 */
export async function action({ params, context }: Route.ActionArgs) {
  const db = context.get(databaseContext);
  const site = context.get(siteContext);
  const person = context.get(personContext);
  const { token } = params;
  const invitation = await invitationFor(db, token);
  if (!invitation) return missed(context);
  if (person && (await hasJoined(db, invitation.id, person.id))) throw redirect("/", 303);
  if (person && !person.isGuest) {
    if (await addInvitation(db, { token, accountId: person.id, sessionKeys: site.sessionKeys }))
      throw redirect("/", 303);
  } else {
    const guest = await redeemInvitation(db, token);
    if (guest) {
      const cookie = await sessionCookie(site, { id: uuidv7(), ...guest });
      throw redirect("/", { status: 303, headers: { "Set-Cookie": cookie } });
    }
  }
  // Refused: reading it again tells why.
  return loader({ params, context } as Route.LoaderArgs);
}

export default function Invitation({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <PageShell>
      <InvitationPage invitation={actionData ?? loaderData} />
    </PageShell>
  );
}

/** Nobody made this link. An address that opens many of those is asked to wait; a good link is never in this place. */
async function missed(context: Route.LoaderArgs["context"]) {
  const miss = await countMiss(context.get(databaseContext), context.get(addressContext));
  if (miss.alarming) soundAlarm(context.get(practiceContext).log);
  if (!miss.limited) return shown({ state: "unknown" }, { status: 404 });
  return shown({ state: "too-many" }, { status: 429, headers: { "Retry-After": String(missesRestSeconds) } });
}

function titleOf(state: InvitationOnPage["state"]): string {
  if (state === "valid") return headWords.invitation.title;
  return state === "joined" ? joinedWords.title : endedInvitationWords[state].title;
}

function shown(invitation: InvitationOnPage, answer: { status?: number; headers?: HeadersInit } = {}) {
  return data(invitation, answer);
}
