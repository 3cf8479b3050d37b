import { Form, Link } from "react-router";
import { roles } from "#app/features/accounts/person.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { FactList } from "#app/ui/fact-list.tsx";
import { PageSheet } from "#app/ui/page-sheet.tsx";
import { personWords, roleWords } from "./admin-words.ts";
import { BudgetForm } from "./budget-form.tsx";
import type { PersonErrors } from "./forms.ts";
import type { PersonDetails } from "./people.server.ts";

export type PersonPageProps = {
  person: PersonDetails;
  /** What was just done. */
  done: string | null;
  errors: PersonErrors;
  /** What was typed into a form that was refused. */
  typed: { amount: string; reason: string };
};

/** One person: what is known of them (never what they said), and what can be changed. */
export function PersonPage({ person, done, errors, typed }: PersonPageProps) {
  return (
    <PageSheet title={person.name} over={roleWords[person.role].name}>
      <div role="status">{done ? <p className="font-semibold text-pen">{done}</p> : null}</div>
      <div role="alert">{errors.form ? <p className="font-semibold text-alarm">{errors.form}</p> : null}</div>
      <FactList facts={factsOf(person)} />
      <RoleForm person={person} />
      <BudgetForm person={person} errors={errors} typed={typed} />
      <AccessForm person={person} />
      <Link to="/admin/users" className="inline-flex min-h-11 items-center font-semibold">
        {personWords.back}
      </Link>
    </PageSheet>
  );
}

function RoleForm({ person }: { person: PersonDetails }) {
  const { title, about, save } = personWords.role;
  return (
    <Form method="post" className="space-y-3">
      <h2 className="font-script text-lg font-semibold">{title}</h2>
      <p className="text-sm text-ink-soft">{about}</p>
      <input type="hidden" name="intent" value="role" />
      {/* Another role is another set of radios: what is checked follows what is stored. */}
      <fieldset key={person.role} className="grid gap-2 sm:grid-cols-2">
        <legend className="sr-only">{title}</legend>
        {roles.map((role) => (
          <Choice
            key={role}
            name="role"
            value={role}
            title={roleWords[role].name}
            defaultChecked={role === person.role}
          >
            {roleWords[role].may}
          </Choice>
        ))}
      </fieldset>
      <SubmitButton kind="quiet">{save}</SubmitButton>
    </Form>
  );
}

function AccessForm({ person }: { person: PersonDetails }) {
  const { title, disable, disableAbout, enable, enableAbout } = personWords.access;
  return (
    <Form method="post" className="space-y-3">
      <h2 className="font-script text-lg font-semibold">{title}</h2>
      <p className="text-sm text-ink-soft">{person.closed ? enableAbout : disableAbout}</p>
      <input type="hidden" name="intent" value={person.closed ? "enable" : "disable"} />
      <SubmitButton kind="quiet">{person.closed ? enable : disable}</SubmitButton>
    </Form>
  );
}

function factsOf(person: PersonDetails) {
  const { facts } = personWords;
  const rows: [term: string, text: string | null][] = [
    [facts.email, person.email && `${person.email}${person.emailVerified ? "" : ` (${facts.unverified})`}`],
    [facts.google, person.google ? facts.linked : facts.notLinked],
    [facts.came, dayOf(person.cameAt)],
    [facts.until, person.expiresAt && dayOf(person.expiresAt)],
    [facts.conversations, String(person.conversations)],
    [facts.last, person.lastPractisedAt ? dayOf(person.lastPractisedAt) : facts.never],
    [facts.state, stateOf(person)],
    [facts.id, person.id],
  ];
  return rows.flatMap(([term, text]) => (text === null ? [] : [{ term, text }]));
}

function stateOf({ disabledAt, moved, over, withdrawn }: PersonDetails): string {
  const { facts } = personWords;
  if (disabledAt !== null) return `${facts.closed} ${dayOf(disabledAt)}`;
  if (moved) return facts.moved;
  if (over) return withdrawn ? facts.withdrawn : facts.over;
  return facts.open;
}

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

function dayOf(at: string): string {
  return day.format(new Date(at));
}
