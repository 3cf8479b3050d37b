import { useLocation } from "react-router";
import { ErrorPage } from "#app/ui/error-page.tsx";
import { ownBrowserWords } from "./page-words.ts";
import { toldStatus } from "./told-status.ts";

/** Any error as a page for people: what happened, what was kept, what to do. */
export function ErrorView({ error, keptText = null }: { error: unknown; keptText?: string | null }) {
  const { pathname } = useLocation();
  const status = toldStatus(error);
  // A guest's conversation is theirs in one browser only.
  const kept = status === 404 && pathname.startsWith("/conversation/") ? ownBrowserWords : undefined;
  return <ErrorPage status={status} kept={kept} keptText={keptText} />;
}
