import { renderToStaticMarkup } from "react-dom/server";
import type { Export, ExportedConversation } from "./export.server.ts";
import { exportWords } from "./privacy-words.ts";

/** The export as one page that needs nothing else: for a person to read, now or in ten years. */
export function exportDocument(taken: Export): string {
  return `<!doctype html>\n${renderToStaticMarkup(<Document taken={taken} />)}\n`;
}

type ExportedTurn = ExportedConversation["turns"][number];

function Document({ taken }: { taken: Export }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{exportWords.title}</title>
        <style>{look}</style>
      </head>
      <body>
        <h1>{exportWords.title}</h1>
        <p>{exportWords.made(taken.exportedAt)}</p>
        <h2>{exportWords.account}</h2>
        {[taken.person, ...taken.guests].map((person) => (
          <Facts key={person.id} of={person} />
        ))}
        <h2>{exportWords.conversations}</h2>
        {taken.conversations.length === 0 ? <p>{exportWords.none}</p> : null}
        {taken.conversations.map((conversation) => (
          <Conversation key={conversation.id} conversation={conversation} />
        ))}
        <Rows title={exportWords.scenarios} rows={taken.scenarios} />
        <Rows title={exportWords.realConversations} rows={taken.realConversations} />
        <Rows title={exportWords.budget} rows={taken.budget} />
        <Rows title={exportWords.invitations} rows={taken.invitations} />
        <Rows title={exportWords.deeds} rows={taken.deeds} />
      </body>
    </html>
  );
}

function Conversation({ conversation }: { conversation: ExportedConversation }) {
  const { scenario, partner, turns, messages, asides, runs, debriefs, debriefQuestions, ...facts } =
    conversation;
  const cost = runs.reduce((sum, { charged }) => sum + (charged ?? 0), 0);
  return (
    <article>
      <h3>{scenario.title}</h3>
      <Facts of={{ partner, scenario: `${scenario.slug}, ${scenario.version}`, ...facts }} />
      <p>{exportWords.cost(cost)}</p>
      {turns.map((turn) => (
        <section key={turn.id}>
          <h4>
            {exportWords.turn(turn.ordinal)}
            {exportWords.branch(branchNumbers(turn, turns))}
          </h4>
          {messages
            .filter(({ turnId, text }) => turnId === turn.id && text !== "")
            .map(({ role, attempt, text }) => (
              <p key={`${role} ${attempt}`} dir="auto">
                <b>{exportWords.said[role]}</b>
                {attempt > 1 ? ` (${exportWords.attempt(attempt)})` : null}
                <br />
                {text}
              </p>
            ))}
        </section>
      ))}
      {asides.length === 0 ? null : <h4>{exportWords.asides}</h4>}
      {asides.map(({ id, kind, text, answer }) => (
        <p key={id} dir="auto">
          <b>{exportWords.aside[kind]}</b>
          <br />
          {[text, answer, ...runs.filter(({ subjectId }) => subjectId === id).map((run) => run.text)]
            .filter(Boolean)
            .join("\n")}
        </p>
      ))}
      {debriefs.map(({ id }) => (
        <section key={id}>
          <h4>{exportWords.debrief}</h4>
          <Written subjectId={id} runs={runs} />
          {debriefQuestions
            .filter(({ debriefId }) => debriefId === id)
            .map((question) => (
              <div key={question.id}>
                <p dir="auto">
                  <b>{exportWords.said.user}</b>
                  <br />
                  {question.text}
                </p>
                {question.answer === null ? null : <p dir="auto">{question.answer}</p>}
                <Written subjectId={question.id} runs={runs} />
              </div>
            ))}
        </section>
      ))}
    </article>
  );
}

/** What the coach wrote beside the turns, each attempt at it. */
function Written({ subjectId, runs }: { subjectId: string; runs: ExportedConversation["runs"] }) {
  return runs
    .filter((run) => run.subjectId === subjectId && run.text)
    .map(({ id, attempt, text }) => (
      <p key={id} dir="auto">
        <b>{exportWords.said.coach}</b>
        {attempt > 1 ? ` (${exportWords.attempt(attempt)})` : null}
        <br />
        {text}
      </p>
    ));
}

/** Which of the turns that continue the same one this is, and of how many; from 1. */
function branchNumbers({ id, parentId }: ExportedTurn, turns: ExportedTurn[]): [number, number] {
  const siblings = turns.filter((turn) => turn.parentId === parentId);
  return [siblings.findIndex((turn) => turn.id === id) + 1, siblings.length];
}

function Rows({ title, rows }: { title: string; rows: Record<string, unknown>[] }) {
  return (
    <>
      <h2>{title}</h2>
      {rows.length === 0 ? <p>{exportWords.none}</p> : null}
      {rows.map((row, at) => (
        <Facts key={at} of={row} />
      ))}
    </>
  );
}

/** What a row holds, under the names it has in the data; what is empty is left out. */
function Facts({ of }: { of: Record<string, unknown> }) {
  return (
    <dl>
      {Object.entries(of)
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{written(value)}</dd>
          </div>
        ))}
    </dl>
  );
}

function written(value: unknown): string {
  if (typeof value === "string") return value;
  return value instanceof Date ? value.toISOString() : JSON.stringify(value);
}

const look = `
  body { font: 1rem/1.6 system-ui, sans-serif; max-inline-size: 48rem; margin: 2rem auto; padding-inline: 1rem }
  p, dd { white-space: pre-wrap; overflow-wrap: anywhere }
  dl { border-block-start: 1px solid; padding-block: 0.5rem; font-size: 0.875rem }
  dl div { display: flex; gap: 1rem } dt { min-inline-size: 10rem } dd { margin: 0; min-inline-size: 0 }
  article { border-block-start: 3px double; margin-block-start: 2rem }
  :root { color-scheme: light dark }
`;
