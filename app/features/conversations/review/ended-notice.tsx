import { endedWords } from "#app/features/conversations/conversation-words.ts";
import type { End } from "#app/features/conversations/conversation.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { reviewWords } from "./review-words.ts";

type EndedNoticeProps = {
  conversationId: string;
  partnerName: string;
  end: End;
  /** A message that came too late, and why it was not sent: shown here, where no box is left to hold it. */
  late: { text: string; why: string } | null;
};

/** Over the transcript of an ended conversation: how it ended, and the way to its review. */
export function EndedNotice({ conversationId, partnerName, end, late }: EndedNoticeProps) {
  return (
    <section
      aria-labelledby="ended"
      className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-b border-line bg-paper px-4 py-5 sm:px-8"
    >
      <h2 id="ended" className="font-script text-xl font-semibold">
        {endedWords(end, partnerName)}
      </h2>
      <ButtonLink to={`/conversation/${conversationId}/debrief`} className="no-print">
        {reviewWords.read}
      </ButtonLink>
      {late === null ? null : (
        <div className="w-full">
          <p role="alert" className="rounded-md bg-alarm-wash px-3 py-2 text-sm text-alarm">
            {late.why}
          </p>
          {late.text === "" ? null : (
            <p className="spoken mt-3 border-s-2 border-pen ps-3 font-script text-pen" dir="auto">
              {late.text}
            </p>
          )}
        </div>
      )}
    </section>
  );
}
