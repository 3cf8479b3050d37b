import Pencil from "lucide-react/icons/pencil";
import { Link } from "react-router";
import { splitLabel } from "#app/features/conversations/coach-note.tsx";
import { TryAgain } from "#app/features/conversations/branches/try-again.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { NotedTurn, Review } from "./review.ts";
import { noNotesWords, reviewWords } from "./review-words.ts";

/** Each note under the words it is about; the turn's number leads to where they were said. */
export function ReviewNotes({ review }: { review: Review }) {
  const { conversationId, notes } = review;
  return (
    <section aria-labelledby="noted" className="min-w-0 max-w-[65ch] print:mt-8">
      <h2 id="noted" className="font-script text-xl font-semibold">
        {reviewWords.coach}
      </h2>
      {notes.length === 0 ? (
        <div className="mt-3">
          <Notice icon={Pencil}>{noNotesWords(review)}</Notice>
        </div>
      ) : (
        <ol className="mt-5 space-y-8">
          {notes.map((noted) => (
            <Noted key={noted.ordinal} noted={noted} room={`/conversation/${conversationId}`} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Noted({ noted, room }: { noted: NotedTurn; room: string }) {
  const { ordinal, learner, note } = noted;
  const { label, body } = splitLabel(note);
  return (
    <li id={`noted-${ordinal}`} className="break-inside-avoid">
      <figure>
        <figcaption className="text-sm">
          <Link to={`${room}#turn-${ordinal}`} className="inline-flex min-h-target items-center text-pen">
            {reviewWords.yourWords(ordinal)}
          </Link>
        </figcaption>
        <blockquote className="spoken line-clamp-4 font-script text-pen print:line-clamp-none" dir="auto">
          {learner}
        </blockquote>
      </figure>
      <div className="mt-3 border-s-2 border-pencil ps-4">
        {label === null ? null : (
          <h3 className="flex items-center gap-2 font-semibold text-pencil">
            <Pencil aria-hidden="true" className="size-4 shrink-0" />
            <span dir="auto">{label}</span>
          </h3>
        )}
        <p className="spoken" dir="auto">
          {body}
        </p>
      </div>
      <TryAgain turn={{ id: noted.turnId, ordinal }} room={room} />
    </li>
  );
}
