import { Form, Link } from "react-router";
import { endedWords } from "#app/features/conversations/conversation-words.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { compareWords, numberedBranch } from "./branch-words.ts";
import { ComparedTurns } from "./compared-turns.tsx";
import type { ComparedBranch, Comparison } from "./comparison.server.ts";

type ComparePageProps = { room: string; partnerName: string; comparison: Comparison };

/** Two branches of a conversation: what they share once, then each in its own column, or under each other on a phone. */
export function ComparePage({ room, partnerName, comparison }: ComparePageProps) {
  const { branches, shared, pair } = comparison;
  return (
    <article>
      <h1 className="font-script text-2xl font-semibold sm:text-3xl">{compareWords.title}</h1>
      <p className="mt-2 max-w-[60ch] text-ink-soft">{compareWords.about(partnerName)}</p>
      <Link to={room} className="no-print inline-flex min-h-target items-center text-sm font-semibold">
        {compareWords.room}
      </Link>
      {pair === null ? (
        <div className="mt-6">
          <EmptyState title={compareWords.only.title}>{compareWords.only.text}</EmptyState>
        </div>
      ) : (
        <>
          {branches.length > 2 || pair.left.turnId === pair.right.turnId ? (
            <ChooseTwo branches={branches} left={pair.left.turnId} right={pair.right.turnId} />
          ) : null}
          <section aria-labelledby="shared" className="mt-8 max-w-[62ch]">
            <h2 id="shared" className="font-script text-xl font-semibold">
              {compareWords.shared}
            </h2>
            {shared.length === 1 ? (
              <p className="mt-1 text-sm text-ink-soft">{compareWords.nothingShared}</p>
            ) : null}
            <ComparedTurns turns={shared} partnerName={partnerName} />
          </section>
          {pair.left.turnId === pair.right.turnId ? (
            <p className="mt-8">{compareWords.same}</p>
          ) : (
            <div className="mt-8 grid gap-x-10 gap-y-12 md:grid-cols-2">
              <Side side={pair.left} of={branches.length} room={room} partnerName={partnerName} />
              <Side side={pair.right} of={branches.length} room={room} partnerName={partnerName} />
            </div>
          )}
        </>
      )}
    </article>
  );
}

type ChooseTwoProps = { branches: Comparison["branches"]; left: string; right: string };

function ChooseTwo({ branches, left, right }: ChooseTwoProps) {
  const options = branches.map(({ turnId, number, parting }) => ({
    value: turnId,
    label: numberedBranch(number, branches.length, parting),
  }));
  return (
    <Form
      method="get"
      className="no-print mt-4 grid items-end gap-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
    >
      <SelectField
        key={`left ${left}`}
        label={compareWords.left}
        name="left"
        options={options}
        defaultValue={left}
      />
      <SelectField
        key={`right ${right}`}
        label={compareWords.right}
        name="right"
        options={options}
        defaultValue={right}
      />
      <Button kind="quiet">{compareWords.show}</Button>
    </Form>
  );
}

type SideProps = { side: ComparedBranch; of: number; room: string; partnerName: string };

function Side({ side, of, room, partnerName }: SideProps) {
  const { turnId, number, parting, inView, end, turns } = side;
  return (
    <section aria-labelledby={`branch-${number}`} className="min-w-0 border-t border-line pt-5">
      <h2 id={`branch-${number}`} className="font-script text-xl font-semibold" dir="auto">
        {numberedBranch(number, of, parting)}
      </h2>
      <p className="mt-1 text-sm text-ink-soft">
        <span className="me-1">{end === null ? compareWords.open : endedWords(end, partnerName)}</span>
        {inView ? compareWords.inView : null}
      </p>
      <ComparedTurns turns={turns} partnerName={partnerName} />
      <Form method="post" action={room} className="no-print mt-5">
        <input type="hidden" name="intent" value="show-branch" />
        <input type="hidden" name="turnId" value={turnId} />
        <Button kind="quiet">
          {compareWords.goOn}
          <span className="sr-only"> {compareWords.which(number)}</span>
        </Button>
      </Form>
    </section>
  );
}
