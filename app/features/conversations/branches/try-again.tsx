import History from "lucide-react/icons/history";
import { Form } from "react-router";
import { tryAgainWords } from "./branch-words.ts";

type TryAgainProps = {
  turn: { id: string; ordinal: number };
  /** The room it posts to, where another page shows it. */
  room?: string;
  /** While the partner answers nobody can leave. */
  disabled?: boolean;
  label?: string;
};

/** Goes back to before this message, which then stands in the box again; posts intent=rewind, turnId. */
export function TryAgain({ turn, room, disabled = false, label = tryAgainWords.button }: TryAgainProps) {
  return (
    <Form method="post" action={room} className="no-print">
      <input type="hidden" name="intent" value="rewind" />
      <input type="hidden" name="turnId" value={turn.id} />
      <button
        type={disabled ? "button" : "submit"}
        aria-disabled={disabled || undefined}
        className="branch-button"
      >
        <History aria-hidden="true" className="size-4" />
        {label}
        <span className="sr-only">{tryAgainWords.about(turn.ordinal)}</span>
      </button>
    </Form>
  );
}
