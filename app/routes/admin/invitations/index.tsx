import { data, redirect } from "react-router";
import { presetsInOrder } from "#app/features/budgets/presets/queries.server.ts";
import { tokensLeft } from "#app/features/budgets/queries.server.ts";
import { typicalTurns } from "#app/features/budgets/turns-left.ts";
import { offerLimits, readOffer, typedOffer } from "#app/features/invitations/forms.ts";
import { standings } from "#app/features/invitations/invitation.ts";
import { invite } from "#app/features/invitations/invite.server.ts";
import { InvitationsPage } from "#app/features/invitations/inviter/invitations-page.tsx";
import { inviterWords } from "#app/features/invitations/inviter/inviter-words.ts";
import type { OfferRefusal, Why } from "#app/features/invitations/inviter/offer-refusal.ts";
import { invitationsOf } from "#app/features/invitations/inviter/queries.server.ts";
import { openLink, sealNewLink } from "#app/features/invitations/sealed-link.server.ts";
import { publishedScenarios } from "#app/features/scenarios/queries.server.ts";
import { databaseContext, siteContext } from "#app/middleware/contexts.ts";
import { thePerson } from "#app/middleware/require-person.server.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { postedFields } from "#app/routes/posted-fields.server.ts";
import type { Route } from "./+types/index";
import { linkCookie } from "./link-cookie.server.ts";

const pageSize = 20;
const searchCharacters = 80;

export const meta: Route.MetaFunction = () => privateMeta(inviterWords.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const db = context.get(databaseContext);
  const person = thePerson(context);
  const { state, search, page } = asked(request.url);
  const found = await invitationsOf(db, person, { state, search, page, pageSize });
  const pages = Math.max(1, Math.ceil(found.total / pageSize));
  // A page that was there once: the last one is closest to it.
  const shown =
    page <= pages ? found : await invitationsOf(db, person, { state, search, page: pages, pageSize });
  const mayName = person.role === "ADMIN";
  const [presets, scenarios, link] = await Promise.all([
    presetsInOrder(db),
    publishedScenarios(db),
    sealNewLink(context.get(siteContext).sessionKeys, person.id),
  ]);
  return {
    invitations: shown.entries,
    total: found.total,
    page: Math.min(page, pages),
    pages,
    asked: { state, search },
    choices: {
      link,
      mayName,
      turns: { least: typicalTurns(offerLimits.leastTokens), most: typicalTurns(offerLimits.mostTokens) },
      left: mayName ? null : await tokensLeft(db, person.id),
      presets: presets.map((preset) => ({ ...preset, turns: typicalTurns(preset.tokens) })),
      scenarios: scenarios.map(({ slug, title }) => ({ slug, title })),
    },
  };
}

/** Makes an invitation. The next page shows its link, once. */
export async function action({ request, context }: Route.ActionArgs) {
  const site = context.get(siteContext);
  const person = thePerson(context);
  const fields = await postedFields(request);
  const typed = typedOffer(fields);
  const refuse = (why: Why, wrong: OfferRefusal["wrong"] = {}) =>
    data<OfferRefusal>({ ...why, typed, wrong }, { status: 400 });

  const read = readOffer(fields, { mayName: person.role === "ADMIN" });
  if (!read.ok) return read.wrong ? refuse({ reason: "fields" }, read.wrong) : refuse({ reason: "unknown" });
  const sealed = String(fields.get("link") ?? "");
  const link = await openLink(site.sessionKeys, sealed, person.id);
  if (!link) return refuse({ reason: "stale" });
  const invited = await invite(context.get(databaseContext), person, link, read.offer);
  if (!invited.ok) {
    switch (invited.reason) {
      case "no-budget":
        return refuse({ reason: "short", needed: invited.needed, left: invited.left });
      case "no-preset":
        return refuse({ reason: "fields" }, { preset: true });
      case "no-scenario":
        return refuse({ reason: "fields" }, { scenario: true });
    }
  }
  const headers = new Headers();
  if (invited.fresh) headers.set("Set-Cookie", linkCookie(site, link.id, sealed));
  return redirect(`/admin/invitations/${link.id}`, { status: 303, headers });
}

export default function Invitations({ loaderData, actionData }: Route.ComponentProps) {
  return <InvitationsPage {...loaderData} refused={actionData ?? null} />;
}

/** `?state=open&q=grace&page=2`; what makes no sense is left out. */
function asked(url: string) {
  const query = new URL(url).searchParams;
  const page = query.get("page") ?? "";
  const search = (query.get("q") ?? "").replaceAll("\0", "").toWellFormed().trim();
  return {
    state: standings.find((standing) => standing === query.get("state")) ?? null,
    search: search.slice(0, searchCharacters),
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}
