import { auditChoices, auditLines } from "#app/features/accounts/admin/audit-lines.server.ts";
import { AuditPage } from "#app/features/accounts/admin/audit-page.tsx";
import { readPage } from "#app/features/accounts/admin/forms.ts";
import { isUuid } from "#app/features/conversations/forms.ts";
import { databaseContext } from "#app/middleware/contexts.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { headWords } from "#app/routes/page-words.ts";
import type { Route } from "./+types/audit";

const pageSize = 50;

export const meta: Route.MetaFunction = () => privateMeta(headWords.audit.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const db = context.get(databaseContext);
  const { searchParams } = new URL(request.url);
  const choices = await auditChoices(db);
  // What nobody did, or nobody is, asks for everything.
  const deed = choices.deeds.find((known) => known === searchParams.get("deed")) ?? null;
  const asked = searchParams.get("actor") ?? "";
  const actor = isUuid(asked) ? asked : null;
  const page = readPage(searchParams);
  const { lines, total } = await auditLines(db, { deed, actor, page, pageSize });
  return { ...choices, lines, deed, actor, page, pages: Math.ceil(total / pageSize) };
}

export default function Audit({ loaderData }: Route.ComponentProps) {
  return <AuditPage {...loaderData} />;
}
