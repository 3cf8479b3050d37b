import { ErasedPage } from "#app/features/privacy/erasure-page.tsx";
import { erasedWords } from "#app/features/privacy/privacy-words.ts";
import { privateMeta } from "#app/routes/page-meta.ts";
import { PageShell } from "#app/ui/page-shell.tsx";
import type { Route } from "./+types/erased";

export const meta: Route.MetaFunction = () => privateMeta(erasedWords.title);

export default function Erased() {
  return (
    <PageShell>
      <ErasedPage />
    </PageShell>
  );
}
