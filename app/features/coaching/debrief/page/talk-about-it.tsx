import { type ReactNode, useEffect, useRef } from "react";
import { Form } from "react-router";
import { HelpBeside } from "#app/features/conversations/help-card/help-beside.tsx";
import { HelpCard } from "#app/features/conversations/help-card/help-card.tsx";
import type { HelpRegion } from "#app/features/conversations/help-card/help-resources.ts";
import { bringTo } from "#app/ui/bring-to.ts";
import { Button, SubmitButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { useFocusFault } from "#app/ui/use-focus-fault.ts";
import type { DebriefOnPage, QuestionOnPage, Refused } from "./debrief-on-page.ts";
import { debriefWords, talkWords } from "./debrief-words.ts";
import { LiveField } from "./form-parts.tsx";

type TalkAboutItProps = { debrief: DebriefOnPage; refused: Refused | null };

/** One question at a time, and no more than so many. */
export function canBeAsked({ questions, nextQuestionId }: DebriefOnPage): boolean {
  return nextQuestionId !== null && !isAnswering(questions);
}

function isAnswering(questions: QuestionOnPage[]): boolean {
  return questions.some(({ answer }) => answer.status === "running");
}

/** A short thread with the coach about its debrief. Posts intent=ask, questionId, text, attempt to the page that shows it. */
export function TalkAboutIt({ debrief, refused }: TalkAboutItProps) {
  const { questions, nextQuestionId, region } = debrief;
  const asksNext = canBeAsked(debrief);
  const answeredByUs = questions.findLast(({ byUs }) => byUs)?.id;
  const shown = useRef(answeredByUs);
  useEffect(() => {
    // Whom to call must not arrive out of sight.
    if (answeredByUs !== shown.current) bringTo(document.getElementById(`help-${answeredByUs}`));
    shown.current = answeredByUs;
  }, [answeredByUs]);
  const form = useFocusFault(refused);
  return (
    <section
      aria-labelledby="talk"
      // On paper there is nothing in it before something was asked.
      className={`min-w-0 max-w-[65ch] space-y-5 print:mt-8 ${questions.length === 0 ? "no-print" : ""}`}
    >
      <h2 id="talk" className="font-script text-xl font-semibold">
        {talkWords.title}
      </h2>
      {questions.length === 0 ? null : (
        <ol className="space-y-6">
          {questions.map((question) => (
            <Exchange key={question.id} question={question} region={region} />
          ))}
        </ol>
      )}
      {asksNext || isAnswering(questions) ? null : <p>{talkWords.enough}</p>}
      {asksNext ? (
        <Form
          ref={form}
          method="post"
          // Without JavaScript the page that comes back begins here, where the fault is told.
          action="?notes=shown#ask"
          preventScrollReset
          id="ask"
          className="no-print space-y-3"
          key={nextQuestionId}
        >
          {refused?.help ? <HelpBeside region={refused.help} /> : null}
          <input type="hidden" name="intent" value="ask" />
          <input type="hidden" name="questionId" value={refused?.questionId ?? nextQuestionId ?? ""} />
          <LiveField />
          <TextArea
            name="text"
            label={talkWords.question}
            hint={talkWords.about}
            defaultValue={refused?.question ?? ""}
            error={refused?.why}
          />
          <SubmitButton kind="quiet">{talkWords.ask}</SubmitButton>
        </Form>
      ) : null}
    </section>
  );
}

function Exchange({ question, region }: { question: QuestionOnPage; region: HelpRegion }) {
  const { id, text, answer, byUs } = question;
  return (
    <li id={`question-${id}`} className="break-inside-avoid space-y-3">
      <div>
        <p className="text-sm text-ink-soft">{talkWords.you}</p>
        <p className="spoken font-script text-pen" dir="auto">
          {text}
        </p>
      </div>
      {byUs ? (
        <HelpCard answers={{ question: id }} region={region} isOpen={false} />
      ) : (
        <div className="border-s-2 border-pencil ps-4" aria-busy={answer.status === "running"}>
          <p className="text-sm text-pencil">{talkWords.coach}</p>
          {answer.text === "" ? null : (
            <p className="spoken" dir="auto">
              {answer.text}
            </p>
          )}
          <State question={question} />
        </div>
      )}
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
