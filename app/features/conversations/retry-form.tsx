import RotateCcw from "lucide-react/icons/rotate-ccw";
import { Form } from "react-router";
import { useHydrated } from "#app/ui/use-hydrated.ts";

type RetryFormProps = { turnId: string; lane: "partner" | "coach"; label?: string };

/** Asks one lane of one turn again; posts intent=retry, turnId, lane to the room. */
export function RetryForm({ turnId, lane, label = "Retry" }: RetryFormProps) {
  const about = lane === "partner" ? "the reply" : "the coach’s note";
  return (
    <Form method="post" className="no-print">
      <input type="hidden" name="intent" value="retry" />
      <input type="hidden" name="turnId" value={turnId} />
      <input type="hidden" name="lane" value={lane} />
      {/* A page that watches the stream need not wait for the reply. */}
      {useHydrated() ? <input type="hidden" name="live" value="yes" /> : null}
      <button className="inline-flex min-h-11 items-center gap-1.5 text-sm font-semibold text-pen underline decoration-1 underline-offset-4 hover:decoration-2">
        <RotateCcw aria-hidden="true" className="size-4" />
        {label}
        <span className="sr-only"> {about}</span>
      </button>
    </Form>
  );
}
