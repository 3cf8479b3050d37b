import type { LaneReply, LaneStatus, Turn } from "#app/features/conversations/conversation.ts";

/** Something that happened in a turn while the page was open. */
export type News =
  | { happened: "started" }
  | { happened: "ended"; lane: "partner" | "coach"; status: LaneStatus; text: string };

/** `turn`: the id of the turn, or of the aside. */
export type NewsOfTurn = News & { turn: string };

/** For each turn, the attempts whose start and whose ends are old news by now. */
export type OldNews = Map<string, { started: number; partner: number; coach: number }>;

type Lanes = Pick<Turn, "id" | "partner" | "coach">;

/**
 * What has happened since `old` (null: the page has just been opened, and nothing is news). Each reply is news once,
 * whole, when it has ended; a note waits for the partner it stands beside. A turn that another tab or branch brings
 * already ended is no news: nobody here has waited for it.
 */
export function newsOf(turns: Lanes[], old: OldNews | null): { news: NewsOfTurn[]; old: OldNews } {
  const news: NewsOfTurn[] = [];
  const told: OldNews = new Map();
  for (const turn of turns) {
    const { id, partner, coach } = turn;
    const now = { ...(old?.get(id) ?? firstSeen(turn, old === null)) };
    told.set(id, now);
    if (isRunning(partner)) {
      if (partner.attempt > now.started) news.push({ turn: id, happened: "started" });
      now.started = partner.attempt;
      continue;
    }
    for (const [lane, reply] of [["partner", partner] as const, ["coach", coach] as const]) {
      if (isOpen(reply) || reply.attempt <= now[lane]) continue;
      news.push({ turn: id, happened: "ended", lane, status: reply.status, text: reply.text });
      now[lane] = reply.attempt;
    }
  }
  return { news, old: told };
}

/** A reply that runs when the turn is first seen will be news when it ends; that it has started is, on a page already open. */
function firstSeen({ partner, coach }: Lanes, justOpened: boolean) {
  return {
    started: justOpened ? partner.attempt : lastEnded(partner),
    partner: lastEnded(partner),
    coach: lastEnded(coach),
  };
}

function lastEnded(reply: LaneReply): number {
  return isOpen(reply) ? reply.attempt - 1 : reply.attempt;
}

/**
 * A lane that is silent may only not have begun: a message may still wait for the network. One with words is the help card.
 */
function isOpen(reply: LaneReply): boolean {
  return isRunning(reply) || (reply.status === "silent" && reply.text === "");
}

function isRunning({ status }: LaneReply): boolean {
  return status === "running";
}
