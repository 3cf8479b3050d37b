import { Form } from "react-router";
import { frameworks } from "#app/features/coaching/frameworks.ts";
import { readDebrief } from "#app/features/coaching/debrief/read-debrief.ts";
import { Button, SubmitButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { DebriefOnPage, Refused } from "./debrief-on-page.ts";
import { debriefStatusWords, debriefWords } from "./debrief-words.ts";
import { LiveField, RefusedQuestion } from "./form-parts.tsx";
import { Findings } from "./findings.tsx";
import { SkillsList } from "./skills-list.tsx";
import { canBeAsked, TalkAboutIt } from "./talk-about-it.tsx";
import { ThoughtsList } from "./thoughts-list.tsx";

type DebriefSectionProps = {
  debrief: DebriefOnPage;
  /** Why what was posted was not done. */
  refused: Refused | null;
};

/** The coach's look back, in the order it is read; then what the partner was thinking, and room to talk about it. */
export function DebriefSection({ debrief, refused }: DebriefSectionProps) {
  const { reply, framework, said } = debrief;
  const isOpen = reply?.status === "running";
  const read = reply && readDebrief(reply.text, { framework, said, open: isOpen });
  const hasWords = reply !== null && reply.text !== "";
  const hasBox = hasWords && !isOpen && canBeAsked(debrief);
  const inBox = hasBox && refused !== null && refused.question !== null;
  return (
    <>
      <section
        aria-labelledby="debrief"
        aria-busy={isOpen}
        className="min-w-0 max-w-[65ch] space-y-6 print:mt-8"
      >
        <h2 id="debrief" className="font-script text-xl font-semibold">
          {debriefWords.title}
        </h2>
        <p role="status" className="sr-only">
          {reply === null ? null : isOpen ? debriefWords.writing : debriefWords.written}
        </p>
        {refused && !inBox ? <RefusedQuestion refused={refused} /> : null}
        {reply === null ? <AskForIt /> : null}
        {read && hasWords ? <Findings debrief={debrief} read={read.debrief} isOpen={isOpen} /> : null}
        {isOpen ? <Writing /> : null}
        {reply && !isOpen ? <HowItEnded debrief={debrief} attempt={reply.attempt} /> : null}
        {read && read.debrief.skills.length > 0 ? (
          <SkillsList framework={frameworks[framework]} skills={read.debrief.skills} />
        ) : null}
      </section>
      {isOpen ? null : <ThoughtsList debrief={debrief} />}
      {hasWords && !isOpen ? <TalkAboutIt debrief={debrief} refused={inBox ? refused : null} /> : null}
    </>
  );
}

function AskForIt() {
  return (
    <div className="no-print space-y-3">
      <p>{debriefWords.about}</p>
      <DebriefForm attempt={1} label={debriefWords.ask} kind="primary" />
      <p className="text-sm text-ink-soft">{debriefWords.paid}</p>
    </div>
  );
}

/** Posts intent=debrief with the attempt it asks for, so that a second post of it is the same. */
function DebriefForm({
  attempt,
  label,
  kind,
}: {
  attempt: number;
  label: string;
  kind: "primary" | "plain";
}) {
  return (
    <Form method="post" preventScrollReset className="no-print">
      <input type="hidden" name="intent" value="debrief" />
      <input type="hidden" name="attempt" value={attempt} />
      <LiveField />
      <SubmitButton kind={kind}>{label}</SubmitButton>
    </Form>
  );
}

function Writing() {
  return (
    <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
      <p aria-hidden="true" className="waiting-dots text-sm text-pencil">
        {debriefWords.writing}
      </p>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="stop" />
        <Button kind="plain">{debriefWords.stop}</Button>
      </Form>
    </div>
  );
}

function HowItEnded({ debrief: { reply }, attempt }: { debrief: DebriefOnPage; attempt: number }) {
  const words = reply && debriefStatusWords[reply.status];
  if (!words) return null;
  return (
    <Notice action={<DebriefForm attempt={attempt + 1} label={debriefWords.retry} kind="plain" />}>
      {words}
    </Notice>
  );
}
