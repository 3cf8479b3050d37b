import ChevronDown from "lucide-react/icons/chevron-down";
import { useEffect, useState } from "react";
import { useFetcher } from "react-router";
import { uuidv7 } from "uuidv7";
import { sendOnEnter } from "#app/features/conversations/composer/send-on-enter.ts";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { useMedia } from "#app/ui/use-media.ts";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import { rungs } from "./aside.ts";
import { asideWords } from "./aside-words.ts";

export type AskCoachProps = {
  partnerName: string;
  /** A fresh UUID for the aside this form would make. */
  asideId: string;
  /** The rung that the next hint is on; null once the ladder has been climbed. */
  nextRung: number | null;
  /** What came back from a question that was not taken, and why. */
  keptText: string;
  error: string | null;
};

/** What the room answers to a form that it does not redirect. */
type Answer = { ok: true } | { ok: false; message: string };

/**
 * Where the learner asks the coach: a question in private, or a hint. Posts intent=ask and intent=hint to the room. Folded on
 * a narrow page, where it would take the notes' place; unfolded where no script folds it.
 */
export function AskCoach(props: AskCoachProps) {
  const narrow = useMedia("(width < 64rem)");
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOpen = chosen ?? (!narrow || props.error !== null || props.keptText !== "");
  return (
    <section aria-label={asideWords.title} className="ask-coach no-print">
      <details open={isOpen}>
        <summary
          className="flex min-h-target items-center justify-between gap-3 font-semibold hover:text-pen"
          onClick={(event) => {
            event.preventDefault();
            setChosen(!isOpen);
          }}
        >
          {asideWords.ask}
          <ChevronDown aria-hidden="true" className="chevron size-5 shrink-0 text-ink-soft" />
        </summary>
        <AskForm {...props} />
        <HintForm rung={props.nextRung} />
      </details>
    </section>
  );
}

function AskForm({ partnerName, asideId: firstId, keptText, error }: AskCoachProps) {
  const { Form, state, data } = useFetcher<Answer>();
  const [asideId, setAsideId] = useState(firstId);
  useEffect(() => {
    // Taken: the next question is another aside, and its box is empty.
    if (data?.ok) setAsideId(uuidv7());
  }, [data]);
  return (
    <Form key={asideId} method="post" action="?view=coach" className="ask-coach-form">
      <input type="hidden" name="intent" value="ask" />
      <input type="hidden" name="asideId" value={asideId} />
      <Live />
      <TextArea
        label={asideWords.ask}
        hint={asideWords.about(partnerName)}
        name="text"
        rows={1}
        required
        defaultValue={keptText}
        error={state === "idle" && data && !data.ok ? data.message : error}
        onKeyDown={sendOnEnter}
      />
      <Button kind="quiet" busy={state !== "idle"}>
        {asideWords.send}
      </Button>
    </Form>
  );
}

function HintForm({ rung }: { rung: number | null }) {
  const { Form, state, data } = useFetcher<Answer>();
  if (rung === null) return null;
  const words =
    rung === 1 ? asideWords.firstHint : rung === rungs ? asideWords.lastHint : asideWords.nextHint;
  return (
    <Form method="post" action="?view=coach" className="ask-coach-hint">
      <input type="hidden" name="intent" value="hint" />
      <input type="hidden" name="rung" value={rung} />
      <Live />
      <Button kind="plain" busy={state !== "idle"}>
        {words}
      </Button>
      <p className="text-xs text-ink-soft">{asideWords.hintAbout}</p>
      <p role="alert" className="text-sm text-alarm">
        {state === "idle" && data && !data.ok ? data.message : null}
      </p>
    </Form>
  );
}

/** A page that watches the stream need not wait for the answer. */
function Live() {
  return useHydrated() ? <input type="hidden" name="live" value="yes" /> : null;
}
