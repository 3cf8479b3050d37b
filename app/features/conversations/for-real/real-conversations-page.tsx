import { Form, Link } from "react-router";
import { HelpStays } from "#app/features/conversations/help-card/help-stays.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FactList } from "#app/ui/fact-list.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { dayWords, outcomeWords, realWords } from "./for-real-words.ts";
import type { Answer, RealConversationOnPage, RefusedAnswer, TypedAnswer } from "./real-conversation.ts";

type RealConversationsPageProps = { entries: RealConversationOnPage[]; refused: RefusedAnswer | null };

/** What became of it outside: each conversation somebody rehearsed for, and how it went. */
export function RealConversationsPage({ entries, refused }: RealConversationsPageProps) {
  const gone = refused !== null && entries.every(({ id }) => id !== refused.id);
  return (
    <div className="max-w-3xl">
      <h1 className="font-script text-2xl font-semibold sm:text-3xl">{realWords.title}</h1>
      <p className="mt-2 max-w-[60ch] text-ink-soft">{realWords.about}</p>
      <div role="alert">
        {refused === null || (refused.help && !gone) ? null : (
          <p className="mt-5 rounded-md bg-alarm-wash px-4 py-3 text-sm text-alarm">
            {gone ? realWords.gone : realWords.refused}
          </p>
        )}
      </div>
      {gone ? <Gone typed={refused.typed} /> : null}
      {entries.length === 0 ? (
        <div className="mt-8">
          <EmptyState title={realWords.none.title}>{realWords.none.text}</EmptyState>
        </div>
      ) : (
        <ul className="mt-8 space-y-8">
          {entries.map((entry) => (
            <li
              key={entry.id}
              id={`real-${entry.id}`}
              className="rounded-lg border border-line bg-sheet p-5 shadow-sheet sm:p-6"
            >
              <Entry entry={entry} refused={refused?.id === entry.id ? refused : null} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What was written for a note that is not there any more: to be taken along. */
function Gone({ typed: { went, keep } }: { typed: TypedAnswer }) {
  const texts = [
    { label: realWords.went.label, text: went },
    { label: realWords.keep.label, text: keep },
  ].filter(({ text }) => text !== "");
  return texts.map(({ label, text }) => (
    <div key={label} className="mt-4">
      <TextArea label={label} defaultValue={text} readOnly />
    </div>
  ));
}

function Entry({ entry, refused }: { entry: RealConversationOnPage; refused: RefusedAnswer | null }) {
  const { id, title, goal, plan, answer, conversationId, helpStays } = entry;
  const open = answer === null || answer.outcome === "not-yet";
  const facts = [...(goal === null ? [] : [{ term: realWords.goal, text: goal }]), ...factsOf(answer)];
  const told = toldIn(answer);
  const form = <AnswerForm id={id} title={title} answer={answer} refused={refused} />;
  return (
    <article aria-labelledby={`title-${id}`} className="space-y-4">
      <h2 id={`title-${id}`} className="font-script text-xl font-semibold wrap-anywhere" dir="auto">
        {open ? realWords.asked(title) : title}
      </h2>
      {plan !== null && open ? <p className="text-sm text-ink-soft">{realWords.planned(plan)}</p> : null}
      {facts.length === 0 ? null : <FactList facts={facts} />}
      {told.map(({ term, text }) => (
        <div key={term}>
          <h3 className="text-sm text-ink-soft">{term}</h3>
          <p className="whitespace-pre-wrap wrap-anywhere" dir="auto">
            {text}
          </p>
        </div>
      ))}
      {helpStays ? <HelpStays /> : null}
      {conversationId === null ? null : (
        <p>
          <Link
            to={`/conversation/${conversationId}`}
            className="inline-flex min-h-target items-center text-sm font-semibold"
          >
            {realWords.rehearsal}
            <span className="sr-only">{realWords.of(title)}</span>
          </Link>
        </p>
      )}
      {open ? form : null}
      <div>
        {open ? null : (
          <Disclosure summary={realWords.change} open={refused !== null}>
            {form}
          </Disclosure>
        )}
        <Disclosure summary={realWords.erase}>
          <Form method="post" className="space-y-3">
            <p className="text-sm">{realWords.eraseAbout}</p>
            <input type="hidden" name="id" value={id} />
            <Button kind="quiet" name="intent" value="forget">
              {realWords.eraseNow}
              <span className="sr-only">{realWords.of(title)}</span>
            </Button>
          </Form>
        </Disclosure>
      </div>
    </article>
  );
}

function factsOf(answer: Answer | null): { term: string; text: string }[] {
  if (answer === null) return [];
  const { outcome, hadOn, howItWent } = answer;
  return [
    { term: realWords.outcome, text: outcomeWords[outcome] },
    ...(hadOn === null ? [] : [{ term: realWords.hadOn.label, text: dayWords(hadOn) }]),
    ...(howItWent === null ? [] : [{ term: realWords.how, text: realWords.scale(howItWent) }]),
  ];
}

/** What they wrote, with the lines they gave it. */
function toldIn(answer: Answer | null): { term: string; text: string }[] {
  return [
    { term: realWords.went.label, text: answer?.went ?? "" },
    { term: realWords.keep.label, text: answer?.keep ?? "" },
  ].filter(({ text }) => text !== "");
}
