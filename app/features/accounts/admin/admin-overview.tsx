import { Link, NavLink } from "react-router";
import type { AdminPage } from "./admin-pages.ts";
import { adminWords } from "./admin-words.ts";

/** Where administration begins: the pages that are there for whoever looks. */
export function AdminOverview({ pages, all }: { pages: AdminPage[]; all: boolean }) {
  return (
    <>
      <h1 className="font-script text-2xl font-semibold sm:text-3xl">{adminWords.title}</h1>
      <p className="mt-2 max-w-[60ch] text-ink-soft">
        {all ? adminWords.about : adminWords.aboutInvitations}
      </p>
      <ul className="mt-6 grid gap-4 sm:grid-cols-2">
        {pages.map(({ to, title, about }) => (
          <li key={to}>
            <Link
              to={to}
              className="block h-full rounded-lg border border-line bg-sheet p-5 text-ink no-underline shadow-sheet hover:border-control hover:no-underline"
            >
              <span className="block font-script text-lg font-semibold text-pen">{title}</span>
              <span className="mt-1 block text-sm text-ink-soft">{about}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The same ways as links, over every page of administration. */
export function AdminNav({ pages }: { pages: AdminPage[] }) {
  return (
    <nav aria-label={adminWords.nav} className="no-print mb-6 flex flex-wrap gap-x-5 text-sm">
      {pages.map(({ to, title }) => (
        <NavLink
          key={to}
          to={to}
          className="inline-flex min-h-11 items-center font-semibold aria-[current]:text-ink aria-[current]:decoration-2"
        >
          {title}
        </NavLink>
      ))}
    </nav>
  );
}
