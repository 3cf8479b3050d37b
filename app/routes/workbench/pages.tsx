import { ErrorPage, type ErrorStatus } from "#app/ui/error-page.tsx";
import { KeptWords } from "#app/ui/kept-words.tsx";
import { Offline, OfflineNotice } from "#app/ui/offline-notice.tsx";
import { PageProgress, ProgressLine } from "#app/ui/page-progress.tsx";
import { PageSheet } from "#app/ui/page-sheet.tsx";
import { PageShell, SkipLink } from "#app/ui/page-shell.tsx";
import { errorWords } from "#app/ui/ui-words.ts";
import type { Visitor } from "#app/ui/visitor.ts";
import { VisitorLinks } from "#app/ui/visitor-links.tsx";
import { Shelf, Specimen } from "./specimen.tsx";

/** What stands around, before and in place of a page. */
export function Pages() {
  return (
    <Shelf title="Pages">
      <Specimen of={PageShell}>
        <div className="h-[32rem] overflow-y-auto">
          <PageShell actions={<a href="#pages">Your conversations</a>}>
            <p>A page.</p>
          </PageShell>
        </div>
      </Specimen>
      <Specimen of={VisitorLinks} about="nobody yet, a guest, an account, an administrator">
        {visitors.map((visitor) => (
          <div key={visitor ? visitor.role + visitor.isGuest : "nobody"} className="flex flex-wrap">
            <VisitorLinks visitor={visitor} />
          </div>
        ))}
      </Specimen>
      <Specimen of={SkipLink} about="shows itself with the Tab key">
        <SkipLink to="#pages">Skip to the pages</SkipLink>
      </Specimen>
      <Specimen of={PageSheet}>
        <PageSheet title="You are invited to practise a hard conversation" over="From Grace">
          <p>An AI partner plays the other person.</p>
        </PageSheet>
      </Specimen>
      <Specimen of={PageProgress} about="while another page is on its way: the line below, along the top">
        <PageProgress />
      </Specimen>
      <Specimen of={ProgressLine}>
        <ProgressLine />
      </Specimen>
      <Specimen of={OfflineNotice} about="says nothing while there is a network">
        <OfflineNotice />
      </Specimen>
      <Specimen of={Offline}>
        <Offline />
      </Specimen>
      <Specimen of={ErrorPage} about="one for each status">
        {statuses.map((status) => (
          <ErrorPage key={status} status={status} keptText={status === 409 ? "What I had written." : null} />
        ))}
      </Specimen>
      <Specimen of={KeptWords}>
        <KeptWords words="What I had written." />
      </Specimen>
    </Shelf>
  );
}

const visitors: (Visitor | null)[] = [
  null,
  { role: "GUEST", isGuest: true },
  { role: "USER", isGuest: false },
  { role: "ADMIN", isGuest: false },
];

const statuses = Object.keys(errorWords).map(Number) as ErrorStatus[];
