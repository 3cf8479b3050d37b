import { data, redirect } from "react-router";
import { personWords } from "#app/features/accounts/admin/admin-words.ts";
import {
  type PersonErrors,
  readAdjustment,
  readPersonForm,
  textOf,
} from "#app/features/accounts/admin/forms.ts";
import { PersonPage } from "#app/features/accounts/admin/person-page.tsx";
import { type PersonDetails, personDetails } from "#app/features/accounts/admin/people.server.ts";
import { disablePerson, enablePerson } from "#app/features/accounts/disable-person.server.ts";
import { adjustBudget } from "#app/features/budgets/adjust-budget.server.ts";
import { changeRole } from "#app/features/budgets/change-role.server.ts";
import { isUuid } from "#app/features/conversations/forms.ts";
import { stopPerson } from "#app/features/practice/stop-person.server.ts";
import { databaseContext, practiceContext } from "#app/middleware/contexts.ts";
import { thePerson } from "#app/middleware/require-person.server.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { headWords } from "#app/routes/page-words.ts";
import { postedFields } from "#app/routes/posted-fields.server.ts";
import { inTransaction } from "#db/failures.ts";
import type { Route } from "./+types/show";

export const meta: Route.MetaFunction = ({ loaderData }) =>
  privateMeta(loaderData?.person.name ?? headWords.people.title);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const done = new URL(request.url).searchParams.get("done") ?? "";
  return { person: await personOf(params.id, context), done: isDone(done) ? personWords.done[done] : null };
}

/** One form for each thing that can be changed; refused, the page comes back with what was typed. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const db = context.get(databaseContext);
  const person = await personOf(params.id, context);
  const fields = await postedFields(request);
  const change = { actorId: thePerson(context).id, personId: person.id };
  const { intent, role } = readPersonForm(fields);
  switch (intent) {
    case "role": {
      if (!role) return refused(fields, { form: personWords.refused.role });
      const reason = "by an administrator";
      const changed = await inTransaction(db, (transaction) =>
        changeRole(transaction, { ...change, role, reason }),
      );
      if (changed.ok) return done(person, "role");
      // Erased since this request began: there is no page of theirs to say it on.
      if (changed.reason === "unknown") throw new Response(null, { status: 404 });
      return refused(fields, { form: lastAdmin });
    }
    case "budget": {
      const adjustment = readAdjustment(fields, person);
      if (!adjustment.ok) return refused(fields, adjustment.errors);
      await adjustBudget(db, { ...change, amount: adjustment.amount, reason: adjustment.reason });
      return done(person, "budget");
    }
    case "disable": {
      const disabled = await disablePerson(db, change);
      if (!disabled.ok) return refused(fields, { form: lastAdmin });
      await stopPerson(context.get(practiceContext), person.id);
      return done(person, "disabled");
    }
    case "enable":
      await enablePerson(db, change);
      return done(person, "enabled");
    case null:
      return refused(fields, { form: personWords.refused.intent });
  }
}

export default function Person({ loaderData, actionData }: Route.ComponentProps) {
  const { person, done: told } = loaderData;
  const { errors = {}, typed = { amount: "", reason: "" } } = actionData ?? {};
  return <PersonPage person={person} done={actionData ? null : told} errors={errors} typed={typed} />;
}

const lastAdmin = personWords.refused["last-admin"];

async function personOf(id: string, context: Route.LoaderArgs["context"]): Promise<PersonDetails> {
  const person = isUuid(id) ? await personDetails(context.get(databaseContext), id) : null;
  if (!person) throw new Response(null, { status: 404 });
  return person;
}

function done({ id }: PersonDetails, what: keyof typeof personWords.done) {
  return redirect(`/admin/users/${id}?done=${what}`, 303);
}

function isDone(what: string): what is keyof typeof personWords.done {
  return Object.hasOwn(personWords.done, what);
}

function refused(fields: FormData, errors: PersonErrors) {
  const typed = { amount: textOf(fields, "amount"), reason: textOf(fields, "reason") };
  return data({ errors, typed }, { status: 400 });
}
