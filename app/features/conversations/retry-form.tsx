import RotateCcw from "lucide-react/icons/rotate-ccw";
import { useFetcher } from "react-router";
import { touchOnly } from "#app/ui/touch-only.ts";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import { retryAbout, retryWord } from "./conversation-words.ts";

type RetryFormProps = { turnId: string; lane: "partner" | "coach"; label?: string };

/** What the room answers to a Retry that it does not redirect. */
type Answer = { ok: true } | { ok: false; message: string };

/** Asks one lane of one turn again; posts intent=retry, turnId, lane to the room. What is refused is said here, in its lane. */
export function RetryForm({ turnId, lane, label = retryWord }: RetryFormProps) {
  const { Form, state, data } = useFetcher<Answer>();
  const refused = state === "idle" && data && !data.ok ? data.message : null;
  return (
    <>
      <Form method="post" className="no-print" onSubmit={goOn}>
        <input type="hidden" name="intent" value="retry" />
        <input type="hidden" name="turnId" value={turnId} />
        <input type="hidden" name="lane" value={lane} />
        {/* A page that watches the stream need not wait for the reply. */}
        {useHydrated() ? <input type="hidden" name="live" value="yes" /> : null}
        <button
          aria-disabled={state === "idle" ? undefined : true}
          className="inline-flex min-h-11 items-center gap-1.5 text-sm font-semibold text-pen underline decoration-1 underline-offset-4 hover:decoration-2 aria-disabled:opacity-60"
        >
          <RotateCcw aria-hidden="true" className="size-4" />
          {label}
          <span className="sr-only"> {retryAbout[lane]}</span>
        </button>
      </Form>
      <span role="alert" className="text-alarm">
        {refused}
      </span>
    </>
  );
}

/** The button goes once the lane is asked again, and the focus would go with it. */
function goOn() {
  if (!touchOnly()) document.getElementById("text")?.focus({ preventScroll: true });
}
