import { Form, useFetcher } from "react-router";
import { HelpCard } from "#app/features/conversations/help-card/help-card.tsx";
import type { HelpRegion } from "#app/features/conversations/help-card/help-resources.ts";
import { retriable } from "#app/features/conversations/conversation-words.ts";
import { RetryForm } from "#app/features/conversations/retry-form.tsx";
import { splitLabel } from "#app/features/conversations/coach-note.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import { useStillText } from "#app/ui/use-still-text.ts";
import { type Aside, isHelpAside } from "./aside.ts";
import { answerStates, asideWords } from "./aside-words.ts";

type CoachReplyProps = {
  aside: Aside;
  /** Where a help card's form leads back to. */
  ordinal: number;
  region: HelpRegion;
  /** Of an ended conversation nothing may be asked again. */
  isOpen: boolean;
};

/** What the coach says in private, and how it stands: still writing, missed, broken off. Or the help card in its place. */
export function CoachReply({ aside, ordinal, region, isOpen }: CoachReplyProps) {
  const { reply } = aside;
  const running = reply.status === "running";
  const text = useStillText(reply.text, running);
  if (isHelpAside(aside)) return <HelpCard answers={{ turn: ordinal }} region={region} isOpen={isOpen} />;
  const { label, body } = aside.kind === "draft" ? splitLabel(text) : { label: null, body: text };
  const state = answerStates[reply.status];
  return (
    <div aria-busy={running}>
      {text === "" ? null : (
        <p className="spoken text-sm leading-relaxed" dir="auto">
          {label === null ? null : <strong className="font-semibold text-pencil">{label}: </strong>}
          {body}
        </p>
      )}
      {running ? (
        <div className="flex flex-wrap items-center gap-x-3">
          {text === "" ? <p className="waiting-dots text-sm text-pencil">{state}</p> : null}
          <StopForm asideId={aside.id} />
          <LookAgain />
        </div>
      ) : state === null ? null : (
        <Notice
          action={isOpen && retriable[reply.status] ? <RetryForm turnId={aside.id} lane="coach" /> : null}
        >
          {state}
        </Notice>
      )}
    </div>
  );
}

/** Stops this answer and nothing else. */
function StopForm({ asideId }: { asideId: string }) {
  const stop = useFetcher();
  return (
    <stop.Form method="post" className="no-print">
      <input type="hidden" name="intent" value="stop" />
      {useHydrated() ? <input type="hidden" name="live" value="yes" /> : null}
      <input type="hidden" name="turnId" value={asideId} />
      <Button kind="plain">{asideWords.stop}</Button>
    </stop.Form>
  );
}

/** Without JavaScript: the same page again, where the answer may have come meanwhile. */
function LookAgain() {
  if (useHydrated()) return null;
  return (
    <Form method="get" className="without-script no-print">
      <Button kind="plain">{asideWords.lookAgain}</Button>
    </Form>
  );
}
