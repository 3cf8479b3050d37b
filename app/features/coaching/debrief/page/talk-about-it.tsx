import type { ReactNode } from "react";
import { Form } from "react-router";
import { HelpNumbers } from "#app/features/conversations/help-card/help-numbers.tsx";
import { Button, SubmitButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { DebriefOnPage, QuestionOnPage, Refused } from "./debrief-on-page.ts";
import { debriefWords, talkWords } from "./debrief-words.ts";
import { LiveField, RefusedQuestion } from "./form-parts.tsx";

type TalkAboutItProps = { debrief: DebriefOnPage; refused: Refused | null };

/** One question at a time, and no more than so many. */
export function canBeAsked({ questions, nextQuestionId }: DebriefOnPage): boolean {
  return nextQuestionId !== null && !isAnswering(questions);
}

function isAnswering(questions: QuestionOnPage[]): boolean {
  return questions.some(({ answer }) => answer.status === "running");
}

/** A short thread with the coach about its debrief. Posts intent=ask, questionId, text, attempt to the page that shows it. */
export function TalkAboutIt({ debrief: { questions, nextQuestionId }, refused }: TalkAboutItProps) {
  return (
    <section aria-labelledby="talk" className="min-w-0 max-w-[65ch] space-y-5 lg:col-start-1 print:mt-8">
      <h2 id="talk" className="font-script text-xl font-semibold">
        {talkWords.title}
      </h2>
      {questions.length === 0 ? null : (
        <ol className="space-y-6">
          {questions.map((question) => (
            <Exchange key={question.id} question={question} />
          ))}
        </ol>
      )}
      {isAnswering(questions) ? null : nextQuestionId === null ? (
        <p>{talkWords.enough}</p>
      ) : (
        <Form method="post" preventScrollReset className="no-print space-y-3" key={nextQuestionId}>
          {refused ? <RefusedQuestion refused={refused} inBox /> : null}
          <input type="hidden" name="intent" value="ask" />
          <input type="hidden" name="questionId" value={refused?.questionId ?? nextQuestionId} />
          <LiveField />
          <TextArea
            name="text"
            label={talkWords.question}
            hint={talkWords.about}
            defaultValue={refused?.question ?? ""}
          />
          <SubmitButton kind="quiet">{talkWords.ask}</SubmitButton>
        </Form>
      )}
    </section>
  );
}

function Exchange({ question }: { question: QuestionOnPage }) {
  const { id, text, answer, byUs } = question;
  return (
    <li id={`question-${id}`} className="break-inside-avoid space-y-3">
      <div>
        <p className="text-sm text-ink-soft">{talkWords.you}</p>
        <p className="spoken font-script text-pen" dir="auto">
          {text}
        </p>
      </div>
      <div className="border-s-2 border-pencil ps-4" aria-busy={answer.status === "running"}>
        <p className="text-sm text-pencil">{byUs ? talkWords.help : talkWords.coach}</p>
        {answer.text === "" ? null : (
          <p className="spoken" dir="auto">
            {answer.text}
          </p>
        )}
        {byUs ? <HelpNumbers region="other" /> : <State question={question} />}
      </div>
    </li>
  );
}

function State({ question: { id, text, answer } }: { question: QuestionOnPage }): ReactNode {
  switch (answer.status) {
    case "running":
      return (
        <div className="no-print flex flex-wrap items-center gap-x-4">
          <p role="status" className="waiting-dots text-sm text-pencil">
            {talkWords.answering}
          </p>
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value="stop" />
            <Button kind="plain">{debriefWords.stop}</Button>
          </Form>
        </div>
      );
    case "failed":
    case "refused":
    case "partial":
    case "stopped":
      return (
        <Notice
          action={
            <Form method="post" preventScrollReset className="no-print">
              <input type="hidden" name="intent" value="ask" />
              <input type="hidden" name="questionId" value={id} />
              <input type="hidden" name="text" value={text} />
              <input type="hidden" name="attempt" value={answer.attempt + 1} />
              <LiveField />
              <SubmitButton kind="plain">{talkWords.retry}</SubmitButton>
            </Form>
          }
        >
          {talkWords[answer.status === "refused" ? "failed" : answer.status]}
        </Notice>
      );
    case "complete":
    case "truncated":
    case "silent":
      return null;
  }
}
