import BookOpenText from "lucide-react/icons/book-open-text";
import CalendarPlus from "lucide-react/icons/calendar-plus";
import Download from "lucide-react/icons/download";
import type { LucideIcon } from "lucide-react";
import Printer from "lucide-react/icons/printer";
import Trash2 from "lucide-react/icons/trash-2";
import type { ReactNode } from "react";
import { Form, Link } from "react-router";
import type { ConversationSettings } from "#app/features/conversations/conversation.ts";
import { reminderWords } from "#app/features/conversations/for-real/for-real-words.ts";
import { calledName, difficultyWords } from "#app/features/scenarios/scenario-words.ts";
import { ButtonLink, SubmitButton } from "#app/ui/button.tsx";
import { harderThan, type Review } from "./review.ts";
import { reviewWords } from "./review-words.ts";

/** Once more, harder, something else; and everything that was said, to read, print and keep. */
export function NextSteps({ review }: { review: Review }) {
  const { conversationId, scenario, settings, partner } = review;
  const harder = harderThan(settings.difficulty);
  const room = `/conversation/${conversationId}`;
  return (
    <aside
      aria-label={reviewWords.next}
      className="no-print min-w-0 self-start rounded-lg border border-line bg-sheet p-5 shadow-sheet sm:p-6 lg:sticky lg:top-6"
    >
      <h2 className="font-script text-xl font-semibold">{reviewWords.next}</h2>
      <div className="mt-4 grid gap-3 sm:max-lg:grid-cols-3">
        {scenario.open ? (
          <StartAgain slug={scenario.slug} settings={settings}>
            <SubmitButton className="w-full">{reviewWords.again}</SubmitButton>
          </StartAgain>
        ) : null}
        {harder === null || !scenario.open ? null : (
          <StartAgain slug={scenario.slug} settings={{ ...settings, difficulty: harder }}>
            <SubmitButton kind="quiet" className="w-full">
              {reviewWords.harder}
              <span className="font-normal text-ink-soft">
                {difficultyWords(calledName(partner.name))[harder].title}
              </span>
            </SubmitButton>
          </StartAgain>
        )}
        <ButtonLink to="/#scenarios" kind="quiet" className="w-full">
          {reviewWords.other}
        </ButtonLink>
      </div>
      <h3 className="mt-7 text-sm font-semibold">{reviewWords.takeAway}</h3>
      <ul className="mt-1 text-sm">
        <li>
          <Link to={room} className={line}>
            <LineIcon icon={BookOpenText} /> {reviewWords.transcript}
          </Link>
        </li>
        <li>
          <a href={`${room}/export.md`} download className={line}>
            <LineIcon icon={Download} /> {reviewWords.asText}
          </a>
        </li>
        <li>
          <a href={`${room}/export.json`} download className={line}>
            <LineIcon icon={Download} /> {reviewWords.asData}
          </a>
        </li>
        <li className="needs-script">
          <button
            type="button"
            onClick={() => print()}
            className={`${line} text-pen underline underline-offset-4`}
          >
            <LineIcon icon={Printer} /> {reviewWords.print}
          </button>
        </li>
        <li>
          <Link to={`${room}/reminder`} className={line}>
            <LineIcon icon={CalendarPlus} /> {reminderWords.link}
          </Link>
        </li>
        <li>
          <Link to={`${room}/erasure`} className={line}>
            <LineIcon icon={Trash2} /> {reviewWords.erase}
          </Link>
        </li>
      </ul>
    </aside>
  );
}

type StartAgainProps = { slug: string; settings: ConversationSettings; children: ReactNode };

/** Starts the scenario as it is today, with these settings. */
function StartAgain({ slug, settings, children }: StartAgainProps) {
  return (
    <Form method="post" action={`/scenarios/${slug}`}>
      <input type="hidden" name="difficulty" value={settings.difficulty} />
      <input type="hidden" name="coachMode" value={settings.coachMode} />
      {children}
    </Form>
  );
}

const line = "inline-flex min-h-target items-center gap-2.5 font-semibold";

function LineIcon({ icon: Icon }: { icon: LucideIcon }) {
  return <Icon aria-hidden="true" className="size-4 shrink-0" />;
}
