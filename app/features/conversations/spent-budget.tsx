import { Notice } from "#app/ui/notice.tsx";
import { spentWords } from "./conversation-words.ts";

type SpentBudgetProps = {
  keptText?: string;
  /** An alert over it has just said why. */
  refused: boolean;
};

/** Stands where the composer was once no turn is left, also as the skip link's target, and keeps what was typed. */
export function SpentBudget({ keptText = "", refused }: SpentBudgetProps) {
  return (
    <div id="text" tabIndex={-1} className="space-y-2 px-4 py-4 sm:px-8">
      {refused ? null : <Notice>{spentWords}</Notice>}
      {keptText === "" ? null : (
        <p className="spoken border-s-2 border-pen ps-3 font-script text-pen" dir="auto">
          {keptText}
        </p>
      )}
    </div>
  );
}
