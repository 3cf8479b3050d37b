import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import type { LucideIcon } from "lucide-react";
import { Form, Link } from "react-router";
import type { Fork, Parting } from "./branch.ts";
import { branchName, forkWords } from "./branch-words.ts";

type BranchSwitchProps = {
  turn: { id: string; ordinal: number };
  fork: Fork;
  /** While the partner answers nobody can leave. */
  disabled: boolean;
};

/** "‹ 2/3 ›" under a message that was said in more than one way; each arrow posts intent=show-branch, turnId. */
export function BranchSwitch({ turn, fork, disabled }: BranchSwitchProps) {
  const other = fork.previous ?? fork.next;
  return (
    <div role="group" aria-label={forkWords.group(turn.ordinal)} className="branch-switch">
      <Step to={fork.previous} name={forkWords.previous} icon={ChevronLeft} disabled={disabled} />
      <span className="text-sm tabular-nums text-ink-soft">
        <span aria-hidden="true" className="no-print">
          {forkWords.short(fork)}
        </span>
        <span className="said-or-printed">{forkWords.whole(fork)}</span>
      </span>
      <Step to={fork.next} name={forkWords.next} icon={ChevronRight} disabled={disabled} />
      {other === null ? null : (
        <Link to={comparePath(fork, turn.id)} className="branch-button no-print">
          {forkWords.compare}
        </Link>
      )}
    </div>
  );
}

/** The earlier of two stands on the left. */
function comparePath({ previous, next }: Fork, turnId: string): string {
  return previous
    ? `compare?left=${previous.turnId}&right=${turnId}`
    : `compare?left=${turnId}&right=${next?.turnId ?? ""}`;
}

type StepProps = { to: Parting | null; name: string; icon: LucideIcon; disabled: boolean };

function Step({ to, name, icon: Icon, disabled }: StepProps) {
  return (
    <Form method="post" className="no-print">
      <input type="hidden" name="intent" value="show-branch" />
      <input type="hidden" name="turnId" value={to?.turnId ?? ""} />
      <button
        // At the end it stays where the focus is, and does nothing, also without JavaScript.
        type={disabled || to === null ? "button" : "submit"}
        aria-disabled={disabled || to === null || undefined}
        aria-label={to === null ? name : `${name}, ${branchName(to)}`}
        title={to === null ? undefined : branchName(to)}
        className="branch-button branch-step"
      >
        <Icon aria-hidden="true" className="along size-5" />
      </button>
    </Form>
  );
}
