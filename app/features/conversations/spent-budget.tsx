import Download from "lucide-react/icons/download";
import { Notice } from "#app/ui/notice.tsx";
import { spentDownload, spentWords } from "./conversation-words.ts";

type SpentBudgetProps = {
  conversationId: string;
  keptText?: string;
  /** An alert over it has just said why. */
  refused: boolean;
};

/** Stands where the composer was once no turn is left, also as the skip link's target, and keeps what was typed. */
export function SpentBudget({ conversationId, keptText = "", refused }: SpentBudgetProps) {
  return (
    <div id="text" tabIndex={-1} className="max-h-[50dvh] space-y-2 overflow-y-auto px-4 py-3 sm:px-8">
      {refused ? null : <Notice>{spentWords}</Notice>}
      {keptText === "" ? null : (
        <p className="spoken border-s-2 border-pen ps-3 font-script text-pen" dir="auto">
          {keptText}
        </p>
      )}
      <a
        href={`/conversation/${conversationId}/export.md`}
        download
        className="inline-flex min-h-target items-center gap-2 text-sm font-semibold"
      >
        <Download aria-hidden="true" className="size-4" />
        {spentDownload}
      </a>
    </div>
  );
}
