import { Form, Link } from "react-router";
import { type Role, roles } from "#app/features/accounts/person.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ListTable, rowLink } from "#app/ui/list-table.tsx";
import { Moment } from "#app/ui/moment.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { peopleWords, roleWords } from "./admin-words.ts";
import type { PersonEntry } from "./people.server.ts";

type PeoplePageProps = {
  people: PersonEntry[];
  total: number;
  search: string;
  role: Role | null;
  page: number;
  pages: number;
};

/** Everyone with an account and every guest, by pages; a plain form finds some of them. */
export function PeoplePage({ people, total, search, role, page, pages }: PeoplePageProps) {
  return (
    <>
      <h1 className="font-script text-2xl font-semibold sm:text-3xl">{peopleWords.title}</h1>
      <Form className="mt-5 grid items-end gap-4 sm:grid-cols-[minmax(0,1fr)_12rem_auto]" role="search">
        <TextField
          key={search}
          label={peopleWords.search}
          name="search"
          type="search"
          defaultValue={search}
          maxLength={100}
        />
        <SelectField
          label={peopleWords.role}
          name="role"
          defaultValue={role ?? ""}
          options={[
            { value: "", label: peopleWords.everyRole },
            ...roles.map((value) => ({ value, label: roleWords[value].name })),
          ]}
        />
        <Button kind="quiet">{peopleWords.find}</Button>
      </Form>
      <div className="mt-6">
        {people.length === 0 ? (
          <EmptyState title={peopleWords.none.title}>{peopleWords.none.text}</EmptyState>
        ) : (
          <>
            <p className="mb-2 text-sm text-ink-soft">{peopleWords.found(total)}</p>
            <PersonRows people={people} />
          </>
        )}
      </div>
      <PageLinks
        page={page}
        pages={pages}
        to={(number) => `?${new URLSearchParams({ search, role: role ?? "", page: String(number) })}`}
      />
    </>
  );
}

function PersonRows({ people }: { people: PersonEntry[] }) {
  const { columns } = peopleWords;
  return (
    <ListTable
      caption={peopleWords.title}
      rows={people}
      columns={[
        { name: columns.name, cell: (person) => <Name person={person} /> },
        { name: columns.role, cell: ({ role }) => roleWords[role].name },
        { name: columns.budget, cell: (person) => <State person={person} /> },
        { name: columns.came, cell: ({ cameAt }) => <Moment at={cameAt} /> },
      ]}
    />
  );
}

function Name({ person: { id, name, email } }: { person: PersonEntry }) {
  return (
    <>
      <Link to={`/admin/users/${id}`} dir="auto" className={rowLink}>
        {name}
      </Link>
      {email ? <span className="block font-normal break-all text-ink-soft">{email}</span> : null}
    </>
  );
}

function State({ person: { closed, over, left } }: { person: PersonEntry }) {
  if (closed) return <span className="font-semibold text-alarm">{peopleWords.closed}</span>;
  return over ? peopleWords.over : peopleWords.left(left);
}
