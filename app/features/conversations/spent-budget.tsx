import { Notice } from "#app/ui/notice.tsx";

/** Stands where the composer was once no turn is left, also as the skip link's target, and keeps what was typed. */
export function SpentBudget({ keptText = "" }: { keptText?: string }) {
  return (
    <div id="text" tabIndex={-1} className="space-y-2 px-4 py-4 sm:px-8">
      <Notice>
        Your practice budget is used up. Everything so far is kept: you can still read this conversation, end
        it and download it.
      </Notice>
      {keptText === "" ? null : (
        <p className="spoken border-s-2 border-pen ps-3 font-script text-pen" dir="auto">
          {keptText}
        </p>
      )}
    </div>
  );
}
