import { Form } from "react-router";
import { turnCountWords } from "#app/features/conversations/conversation-words.ts";
import { ownErasureWords } from "#app/features/scenarios/own/own-words.ts";
import { ButtonLink, SubmitButton } from "#app/ui/button.tsx";
import { PageSheet } from "#app/ui/page-sheet.tsx";
import { Downloads } from "./account-page.tsx";
import { conversationErasureWords, erasedWords, erasureWords } from "./privacy-words.ts";

/** Before everything of a person is deleted: what goes, what stays. Posts to this page, without fields. */
export function ErasurePage({ refused }: { refused: boolean }) {
  return (
    <PageSheet title={erasureWords.title}>
      {refused ? (
        <p role="alert" className="rounded-md bg-alarm-wash px-4 py-3 text-sm text-alarm">
          {erasureWords.lastAdmin}
        </p>
      ) : null}
      <Named title={erasureWords.goesTitle} items={erasureWords.goes} />
      <Named title={erasureWords.staysTitle} items={erasureWords.stays} />
      <section aria-label={erasureWords.takeFirst}>
        <h2 className="font-semibold">{erasureWords.takeFirst}</h2>
        <Downloads />
      </section>
      <Confirm confirm={erasureWords.confirm} back={{ to: "/account", words: erasureWords.back }} />
    </PageSheet>
  );
}

type ConversationErasurePageProps = {
  title: string;
  turns: number;
  /** Where keeping it leads. */
  back: string;
};

/** The same for one conversation. */
export function ConversationErasurePage({ title, turns, back }: ConversationErasurePageProps) {
  const words = conversationErasureWords;
  return (
    <PageSheet title={words.title}>
      <p>{words.about(title, turnCountWords(turns).toLowerCase())}</p>
      <p>{words.cost}</p>
      <Confirm confirm={words.confirm} back={{ to: back, words: words.back }} />
    </PageSheet>
  );
}

/** The same for a scenario of their own. */
export function OwnScenarioErasurePage({ id, title }: { id: string; title: string }) {
  return (
    <PageSheet title={ownErasureWords.title}>
      <p>{ownErasureWords.about(title)}</p>
      <p>{ownErasureWords.cost}</p>
      <Confirm
        confirm={ownErasureWords.confirm}
        back={{ to: `/own-scenarios/${id}`, words: ownErasureWords.back }}
      />
    </PageSheet>
  );
}

/** Where somebody stands whose everything has been deleted. */
export function ErasedPage() {
  return (
    <PageSheet title={erasedWords.title}>
      <p>{erasedWords.text}</p>
      <ButtonLink to="/" kind="quiet">
        {erasedWords.back}
      </ButtonLink>
    </PageSheet>
  );
}

function Confirm({ confirm, back }: { confirm: string; back: { to: string; words: string } }) {
  return (
    <Form method="post" className="flex flex-wrap gap-3">
      <SubmitButton>{confirm}</SubmitButton>
      <ButtonLink to={back.to} kind="quiet">
        {back.words}
      </ButtonLink>
    </Form>
  );
}

function Named({ title, items }: { title: string; items: string[] }) {
  return (
    <section aria-label={title}>
      <h2 className="font-semibold">{title}</h2>
      <ul className="mt-1 list-disc space-y-1 ps-5">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}
