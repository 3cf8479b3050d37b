import { useEffect, useRef, useState } from "react";
import { useFetcher, useRevalidator } from "react-router";
import { uuidv7 } from "uuidv7";
import type { Message } from "#app/features/conversations/composer/composer.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import type { Refusal } from "#app/routes/conversations/refusals.ts";
import type { RoomAnswer } from "#app/routes/conversations/room-actions.server.ts";
import type { Room, RoomTurn } from "#app/routes/conversations/room.server.ts";
import { useStayAtEnd } from "#app/routes/conversations/use-stay-at-end.ts";
import { type Lanes, useTurnStreams } from "./use-turn-streams.ts";

/** What happens on the page beyond what the server rendered. */
export type LiveRoom = {
  turns: RoomTurn[];
  /** The partner still answers. */
  answering: boolean;
  turnId: string;
  keptText: string;
  error: string | null;
  speak: ((message: Message) => void) | undefined;
  stop: (() => void) | undefined;
};

/**
 * The room as it lives in the browser: what the server rendered, the words that stream in, and the message on its way.
 * Before (or without) JavaScript it is just what the server rendered.
 */
export function useRoom(room: Room, answer: RoomAnswer | null): LiveRoom {
  const post = useFetcher<RoomAnswer>();
  const stopping = useFetcher<RoomAnswer>();
  const { revalidate } = useRevalidator();
  const { lanesOf, connection, follow, forget } = useTurnStreams(
    `/conversation/${room.id}/events`,
    () => void revalidate(),
  );
  const [sent, setSent] = useState<Message | null>(null);
  const fromAnswer = (answer && !answer.ok ? answer.turnId : null) ?? room.nextTurnId;
  const [turnId, setTurnId] = useState(fromAnswer);
  const hydrated = useHydrated();

  useEffect(() => {
    for (const { turnId: running, cursor } of room.running) {
      const turn = room.turns.find(({ id }) => id === running);
      if (turn) follow(running, turn, cursor);
    }
  }, [room, follow]);

  const answered = post.state === "idle" ? (post.data ?? null) : null;
  const handled = useRef<RoomAnswer | null>(null);
  const [stopWanted, setStopWanted] = useState(false);
  const { submit: submitStop } = stopping;
  useEffect(() => {
    if (!answered || !sent || handled.current === answered) return;
    handled.current = answered;
    if (answered.ok) {
      setTurnId(uuidv7());
      if (stopWanted) void submitStop({ intent: "stop", live: "yes" }, { method: "post" });
    } else {
      setSent(null);
      // Perhaps it did arrive: the stream goes on listening, and the same id makes sending it again the same turn.
      if (!perhapsTaken.includes(answered.refusal)) forget(sent.turnId);
      if (answered.refusal === "other-text" || answered.refusal === "out-of-date") setTurnId(uuidv7());
      // What stood in the way may be a turn this page does not show yet.
      void revalidate();
    }
    setStopWanted(false);
  }, [answered, sent, forget, revalidate, stopWanted, submitStop]);

  useFreshWhenSeen(revalidate);

  function speak({ text, turnId: usual, parentId }: Message) {
    // A message that arrived though its answer was lost: the same words are the same turn, others are the next.
    const arrived = room.turns.find(({ id }) => id === usual);
    const message = { text, parentId, turnId: arrived && arrived.learner !== text.trim() ? uuidv7() : usual };
    setSent(message);
    follow(message.turnId, waitingLanes(room, room.turns.length), null);
    const fields = { intent: "speak", turnId: message.turnId, text, live: "yes" };
    void post.submit(fields, { method: "post" });
  }

  /** A Stop must not overtake its message: then it would stop nothing. */
  function stop() {
    if (post.state === "idle") void submitStop({ intent: "stop", live: "yes" }, { method: "post" });
    else setStopWanted(true);
  }

  const refused =
    answered && !answered.ok ? answered : stopping.data && !stopping.data.ok ? stopping.data : null;
  const kept = refused ?? (post.state === "idle" && answer && !answer.ok ? answer : null);
  const turns = withWhatIsHeard(room, sent, lanesOf);
  const seen = [room.proposes, ...turns.map(({ partner, coach }) => partner.text.length + coach.text.length)];
  useStayAtEnd(room.end ? null : seen.join(), sent?.turnId);
  return {
    turns,
    answering: turns.some(({ partner }) => partner.status === "running"),
    turnId: hydrated ? turnId : fromAnswer,
    keptText: kept?.text ?? "",
    error:
      connection === "lost"
        ? "The connection was lost; reconnecting. What was sent is kept."
        : (kept?.message ?? null),
    speak: hydrated ? speak : undefined,
    stop: hydrated ? stop : undefined,
  };
}

/** Refusals after which nobody knows whether the message was taken. */
const perhapsTaken: Refusal[] = ["offline", "away", "stopping"];

/** Another tab may have gone on meanwhile: whoever comes back to this one sees what is there now. */
function useFreshWhenSeen(revalidate: () => Promise<void>): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") void revalidate();
    };
    document.addEventListener("visibilitychange", look);
    addEventListener("focus", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      removeEventListener("focus", look);
    };
  }, [revalidate]);
}

/** The server's turns with the fresher words of the streams, and the message that the server does not show yet. */
function withWhatIsHeard(room: Room, sent: Message | null, lanesOf: Record<string, Lanes>): RoomTurn[] {
  const turns = room.turns.map((turn) => {
    const heard = lanesOf[turn.id];
    return heard
      ? { ...turn, partner: fresher(turn.partner, heard.partner), coach: fresher(turn.coach, heard.coach) }
      : turn;
  });
  if (!sent || turns.some(({ id }) => id === sent.turnId)) return turns;
  const lanes = lanesOf[sent.turnId] ?? waitingLanes(room, turns.length);
  return [
    ...turns,
    { id: sent.turnId, ordinal: (turns.at(-1)?.ordinal ?? 0) + 1, learner: sent.text.trim(), ...lanes },
  ];
}

/** The newer attempt; of the same one what has ended on the server is the truth, and while it runs the stream is ahead. */
function fresher(stored: RoomTurn["partner"], heard: RoomTurn["partner"]): RoomTurn["partner"] {
  if (heard.attempt !== stored.attempt) return heard.attempt > stored.attempt ? heard : stored;
  return stored.status === "running" ? heard : stored;
}

function waitingLanes(room: Room, ordinal: number): Lanes {
  const waiting = { status: "running" as const, text: "", attempt: 1 };
  const silent = room.coachMode === "off" || ordinal <= 1;
  return { partner: waiting, coach: silent ? { ...waiting, status: "silent" } : waiting };
}
