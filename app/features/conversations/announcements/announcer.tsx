import { useEffect, useRef } from "react";
import type { Announce } from "#app/features/conversations/room-preferences.ts";
import type { Aside } from "#app/features/conversations/asides/aside.ts";
import type { TurnOnPage } from "#app/features/conversations/turn-view.tsx";
import { useOneByOne } from "#app/ui/use-one-by-one.ts";
import { newsWords } from "./announcement-words.ts";
import { newsOf, type NewsOfTurn, type OldNews } from "./news.ts";

type AnnouncerProps = {
  turns: TurnOnPage[];
  /** What the coach says in private is told like a note. */
  asides: Aside[];
  partnerName: string;
  announce: Announce;
  /** Of a coach that is hidden nothing is told. */
  coachShown: boolean;
  /** What stands on the page until the learner acts; each is said when it appears, after the replies that brought it. */
  standing: string[];
};

/**
 * The room's one polite live region. Whole replies and not sentences: a partner says one to four, and so nothing of it
 * can be cut off by the next sentence or mixed with the coach's. `ariaNotify` would say everything twice.
 */
export function Announcer({ turns, asides, partnerName, announce, coachShown, standing }: AnnouncerProps) {
  const { shown, say } = useOneByOne();
  const old = useRef<OldNews | null>(null);
  const stood = useRef(standing);
  useEffect(() => {
    const { news, old: told } = newsOf([...turns, ...asides.map(asLanes)], old.current);
    old.current = told;
    const heard = news.filter((one) => coachShown || one.happened !== "ended" || one.lane === "partner");
    say(
      heard.flatMap((one) => {
        const text = newsWords(one, partnerName, announce);
        return text === null ? [] : [{ text, ...waitingFor(one) }];
      }),
    );
  }, [turns, asides, partnerName, announce, coachShown, say]);
  useEffect(() => {
    const before = stood.current;
    stood.current = standing;
    say(standing.filter((words) => !before.includes(words)).map((text) => ({ text })));
  }, [standing, say]);
  return (
    <p role="status" aria-live="polite" className="sr-only" dir="auto">
      {shown}
    </p>
  );
}

/** That a reply comes is old news once it has come. */
function waitingFor(news: NewsOfTurn) {
  if (news.happened === "started") return { until: news.turn };
  return news.lane === "partner" ? { ends: news.turn } : {};
}

function asLanes({ id, reply }: Aside) {
  return { id, partner: { status: "silent" as const, text: "", attempt: 1 }, coach: reply };
}
