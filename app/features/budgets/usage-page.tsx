import type { ReactNode } from "react";
import { Link } from "react-router";
import { CeilingControl } from "./ceiling-control.tsx";
import type { TypedCeiling } from "./ceiling-form.ts";
import type { Spent, SpentByPerson, UsageReport } from "./usage-report.server.ts";
import { tokensWords, usageWords } from "./usage-words.ts";

type UsagePageProps = {
  report: UsageReport;
  /** How many days the longer column covers. */
  days: number;
  /** A ceiling that could not be read, as it was typed. */
  refused: TypedCeiling | null;
  saved: boolean;
};

/** What is spent here, by whom and on which model; the day's ceiling; whether the books are in order. For administrators. */
export function UsagePage({ report, days, refused, saved }: UsagePageProps) {
  const { today, byPerson, byModel, ceiling } = report;
  return (
    <div className="space-y-12">
      <div>
        <h1 className="font-script text-2xl font-semibold sm:text-3xl">{usageWords.title}</h1>
        <p className="mt-2 max-w-[60ch] text-ink-soft">{usageWords.unit}</p>
      </div>
      <SpentTable
        title={usageWords.spent}
        of={usageWords.period}
        rows={[
          { key: "today", name: usageWords.today, spent: today },
          { key: "days", name: usageWords.days(days), spent: report.days },
        ]}
        about={usageWords.overageAbout}
      />
      <CeilingControl ceiling={ceiling} refused={refused} saved={saved} />
      <SpentTable
        title={usageWords.byPerson}
        of={usageWords.person}
        rows={byPerson.map((spent) => ({ key: spent.personId, name: <Person person={spent} />, spent }))}
      />
      <SpentTable
        title={usageWords.byModel}
        of={usageWords.model}
        rows={byModel.map((spent) => ({
          key: spent.model ?? "",
          name: spent.model ?? usageWords.modelGone,
          spent,
        }))}
      />
      <p className="max-w-3xl">{usageWords.helpCards(report.helpCards, days)}</p>
      <p className="max-w-3xl">{usageWords.readings(report.readings, days)}</p>
      <Books report={report} />
    </div>
  );
}

type SpentTableProps = {
  title: string;
  /** What a row is about. */
  of: string;
  rows: { key: string; name: ReactNode; spent: Spent }[];
  about?: string;
};

function SpentTable({ title, of, rows, about }: SpentTableProps) {
  return (
    <section aria-label={title} className="max-w-3xl">
      <h2 className="font-script text-xl font-semibold">{title}</h2>
      {rows.length === 0 ? (
        <p className="mt-2 text-ink-soft">{usageWords.nothing}</p>
      ) : (
        <table className="mt-2 w-full text-sm">
          <thead className="text-ink-soft">
            <tr className="border-b border-line">
              <th scope="col" className="py-2 pe-2 text-start font-normal">
                {of}
              </th>
              <Head>{usageWords.used}</Head>
              <Head>{usageWords.overage}</Head>
              <Head narrow={false}>{usageWords.calls}</Head>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, spent }) => (
              <tr key={key} className="border-b border-line">
                <th scope="row" className="py-2 pe-2 text-start font-semibold wrap-anywhere" dir="auto">
                  {name}
                </th>
                <td className={number}>{tokensWords(spent.used)}</td>
                <td className={number}>{tokensWords(spent.overage)}</td>
                <td className={`${number} max-sm:hidden`}>{tokensWords(spent.calls)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {about ? <p className="mt-2 text-sm text-ink-soft">{about}</p> : null}
    </section>
  );
}

const number = "py-2 ps-2 text-end tabular-nums";

/** Where there is little room, the least telling column gives way. */
function Head({ narrow = true, children }: { narrow?: boolean; children: ReactNode }) {
  return (
    <th scope="col" className={`py-2 ps-2 text-end font-normal ${narrow ? "" : "max-sm:hidden"}`}>
      {children}
    </th>
  );
}

function Person({ person: { personId, name, role } }: { person: SpentByPerson }) {
  if (role === null) return usageWords.erased;
  const { GUEST, other } = usageWords.nameless;
  return (
    <Link to={`/admin/users/${personId}`} className="inline-flex min-h-target items-center">
      {name ?? (role === "GUEST" ? GUEST : other)}
    </Link>
  );
}

function Books({ report: { leaks, drift } }: { report: UsageReport }) {
  const inOrder = leaks.length === 0 && drift.length === 0;
  return (
    <section aria-label={usageWords.books} className="max-w-3xl space-y-3">
      <h2 className="font-script text-xl font-semibold">{usageWords.books}</h2>
      {inOrder ? <p>{usageWords.inOrder}</p> : null}
      <Faults
        title={usageWords.leaks}
        faults={leaks.map(({ runId, reserved, since }) => ({
          key: runId,
          text: usageWords.leak(tokensWords(reserved), since),
        }))}
      />
      <Faults
        title={usageWords.drift}
        faults={drift.map(({ personId, counter, stands, should }) => ({
          key: `${personId} ${counter}`,
          text: usageWords.drifted(counter, tokensWords(stands), tokensWords(should)),
        }))}
      />
    </section>
  );
}

function Faults({ title, faults }: { title: string; faults: { key: string; text: string }[] }) {
  if (faults.length === 0) return null;
  return (
    <>
      <h3 className="font-semibold text-alarm">{title}</h3>
      <ul>
        {faults.map(({ key, text }) => (
          <li key={key} className="border-t border-line py-2 text-sm">
            <span className="block wrap-anywhere text-ink-soft">{key}</span>
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}
