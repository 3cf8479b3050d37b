import { data, redirect } from "react-router";
import { signalsSelfHarm } from "#app/features/coaching/safety/self-harm-signal.ts";
import { isUuid } from "#app/features/conversations/forms.ts";
import { realWords } from "#app/features/conversations/for-real/for-real-words.ts";
import { answerReal, forgetReal } from "#app/features/conversations/for-real/note-real.server.ts";
import { realConversationsOf } from "#app/features/conversations/for-real/queries.server.ts";
import {
  readAnswer,
  type RefusedAnswer,
  typedAnswer,
} from "#app/features/conversations/for-real/real-conversation.ts";
import { RealConversationsPage } from "#app/features/conversations/for-real/real-conversations-page.tsx";
import { databaseContext, practiceContext } from "#app/middleware/contexts.ts";
import { thePerson } from "#app/middleware/require-person.server.ts";
import { helpFor } from "#app/routes/help-beside.server.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import { postedFields } from "#app/routes/posted-fields.server.ts";
import type { Route } from "./+types/real-conversations";

export const meta: Route.MetaFunction = () => privateMeta(realWords.title);

export async function loader({ context }: Route.LoaderArgs) {
  const kept = await realConversationsOf(context.get(databaseContext), thePerson(context).id);
  return {
    entries: kept.map((entry) => ({
      ...entry,
      helpStays: signalsSelfHarm([entry.answer?.went ?? "", entry.answer?.keep ?? ""]),
    })),
  };
}

/** Posts of every note's forms: `answer`, `forget`. */
export async function action({ request, context }: Route.ActionArgs) {
  const db = context.get(databaseContext);
  const fields = await postedFields(request);
  const id = String(fields.get("id") ?? "").toLowerCase();
  const own = { id, ownerId: thePerson(context).id };
  // The page finds no note of this id, and gives back what was written about it.
  const gone: RefusedAnswer = { ok: false, typed: typedAnswer(fields), wrong: [], id, help: null };
  if (!isUuid(id)) return data(gone, { status: 400 });
  if (fields.get("intent") === "forget") {
    await forgetReal(db, own);
    return redirect("/account/real-conversations", 303);
  }
  const read = readAnswer(fields, new Date());
  if (!read.ok) return data<RefusedAnswer>({ ...read, id, help: null }, { status: 400 });
  const { typed } = gone;
  const help = helpFor(context.get(practiceContext), request, fields, [typed.went, typed.keep]);
  if (help) return data<RefusedAnswer>({ ...gone, help }, { status: 400 });
  if (!(await answerReal(db, own, read.answer))) return data(gone, { status: 404 });
  return redirect(`/account/real-conversations#real-${id}`, 303);
}

export default function RealConversations({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <PageShell>
      <RealConversationsPage {...loaderData} refused={actionData ?? null} />
    </PageShell>
  );
}
