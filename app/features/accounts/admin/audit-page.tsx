import { Form, Link } from "react-router";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Moment } from "#app/ui/moment.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { auditWords } from "./admin-words.ts";
import { deedWords, factsWords } from "./audit-line-words.ts";
import type { AuditLine } from "./audit-lines.server.ts";

type AuditPageProps = {
  lines: AuditLine[];
  deeds: string[];
  actors: { id: string; name: string }[];
  deed: string | null;
  actor: string | null;
  page: number;
  pages: number;
};

/** Who did what, the latest first; a plain form shows some of it. */
export function AuditPage({ lines, deeds, actors, deed, actor, page, pages }: AuditPageProps) {
  const names = actors.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <h1 className="font-script text-2xl font-semibold sm:text-3xl">{auditWords.title}</h1>
      <p className="mt-2 text-ink-soft">{auditWords.about}</p>
      <Form className="mt-5 grid items-end gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
        <SelectField
          label={auditWords.deed}
          name="deed"
          defaultValue={deed ?? ""}
          options={[
            { value: "", label: auditWords.everyDeed },
            ...deeds.map((value) => ({ value, label: deedWords(value) })),
          ]}
        />
        <SelectField
          label={auditWords.actor}
          name="actor"
          defaultValue={actor ?? ""}
          options={[{ value: "", label: auditWords.everyActor }, ...names]}
        />
        <Button kind="quiet">{auditWords.filter}</Button>
      </Form>
      <div className="mt-6">
        {lines.length === 0 ? (
          <EmptyState title={auditWords.none.title}>{auditWords.none.text}</EmptyState>
        ) : (
          <AuditLines lines={lines} />
        )}
      </div>
      <PageLinks
        page={page}
        pages={pages}
        to={(number) =>
          `?${new URLSearchParams({ deed: deed ?? "", actor: actor ?? "", page: String(number) })}`
        }
      />
    </>
  );
}

function AuditLines({ lines }: { lines: AuditLine[] }) {
  return (
    <ul className="border-b border-line">
      {lines.map(({ id, at, deed, actor, subject, facts }) => (
        <li
          key={id}
          className="grid gap-x-6 gap-y-0.5 border-t border-line py-3 sm:grid-cols-[minmax(0,1fr)_10rem]"
        >
          <p className="min-w-0 wrap-anywhere">
            <span className="font-semibold">{deedWords(deed)}</span>
            <Subject subject={subject} /> <span dir="auto">{auditWords.by(actor ?? auditWords.program)}</span>
          </p>
          <p className="text-sm text-ink-soft sm:text-end">
            <Moment at={at} />
          </p>
          <p className="min-w-0 text-sm wrap-anywhere text-ink-soft sm:col-span-2" dir="auto">
            {factsWords(facts)}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Whom or what it was done to, where that is somebody, or has a name of its own. */
function Subject({ subject: { kind, id, name } }: Pick<AuditLine, "subject">) {
  if (kind === "person") {
    return name === null ? (
      <>: {auditWords.erased}</>
    ) : (
      <>
        {": "}
        <Link to={`/admin/users/${id}`} dir="auto">
          {name}
        </Link>
      </>
    );
  }
  if (kind !== "invitation" || name === null) return null;
  return (
    <>
      {": "}
      <Link to={`/admin/invitations/${id}`} dir="auto">
        {name}
      </Link>
    </>
  );
}
