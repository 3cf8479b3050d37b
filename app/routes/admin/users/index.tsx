import { readPage, readSearch } from "#app/features/accounts/admin/forms.ts";
import { PeoplePage } from "#app/features/accounts/admin/people-page.tsx";
import { peopleLike } from "#app/features/accounts/admin/people.server.ts";
import { roleCalled } from "#app/features/accounts/person.ts";
import { databaseContext } from "#app/middleware/contexts.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { headWords } from "#app/routes/page-words.ts";
import type { Route } from "./+types/index";

const pageSize = 50;

export const meta: Route.MetaFunction = () => privateMeta(headWords.people.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const search = readSearch(searchParams);
  const role = roleCalled(searchParams.get("role"));
  const page = readPage(searchParams);
  const { entries, total } = await peopleLike(context.get(databaseContext), { search, role, page, pageSize });
  return { people: entries, total, search, role, page, pages: Math.ceil(total / pageSize) };
}

export default function People({ loaderData }: Route.ComponentProps) {
  return <PeoplePage {...loaderData} />;
}
