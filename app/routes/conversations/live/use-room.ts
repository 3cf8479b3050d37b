import { useCallback, useEffect, useState } from "react";
import { useRevalidator } from "react-router";
import { uuidv7 } from "uuidv7";
import type { Going } from "#app/features/conversations/composer/composer-words.ts";
import { dropDraft } from "#app/features/conversations/composer/draft.ts";
import type { Message } from "#app/features/conversations/composer/message.ts";
import type { TurnOnPage } from "#app/features/conversations/turn-view.tsx";
import type { RoomAnswer } from "#app/routes/conversations/room-answers.server.ts";
import type { Room, RoomAside } from "#app/routes/conversations/room.server.ts";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import { useLasting } from "#app/ui/use-lasting.ts";
import { goingOn } from "./going-on.ts";
import { heardTurns, waitingLanes } from "./heard-turns.ts";
import { useAsides } from "./use-asides.ts";
import { useEscape } from "./use-escape.ts";
import { useFreshWhenSeen } from "./use-fresh-when-seen.ts";
import { useSending } from "./use-sending.ts";
import { useStop } from "./use-stop.ts";
import { useTurnStreams } from "./use-turn-streams.ts";

/** What happens on the page beyond what the server rendered. */
export type LiveRoom = {
  turns: TurnOnPage[];
  /** The partner still answers. */
  answering: boolean;
  going: Going;
  /** The turn that was sent from this page last. */
  sent: string | null;
  turnId: string;
  /** Left the box, and not known to be taken. */
  unsent: Message | null;
  keptText: string;
  error: string | null;
  asides: RoomAside[];
  /** A question that was not taken, and why. */
  asideKept: { text: string; error: string | null };
  /** Set once the page lives; `checking`: on its way. */
  checkDraft: ((text: string) => void) | undefined;
  checking: boolean;
  /** Another message would need more than what is left of the budget. */
  spent: boolean;
  speak: ((message: Message) => void) | undefined;
  stop: (() => void) | undefined;
  refresh: () => void;
};

/** Without a word for so long, and still connected: the learner is told that it takes longer. */
const slowMs = 15_000;
/** A connection that is back before this was never missed. */
const missedMs = 1_000;

/**
 * The room as it lives in the browser: what the server rendered, the words that stream in, and the message on its way.
 * Before (or without) JavaScript it is just what the server rendered. One conversation for its whole life: give it a key.
 */
export function useRoom(room: Room, answer: RoomAnswer | null): LiveRoom {
  const hydrated = useHydrated();
  const { revalidate } = useRevalidator();
  const look = useCallback(() => void revalidate(), [revalidate]);
  const streams = useTurnStreams(`/conversation/${room.id}/events`, look);
  const { lanesOf, connection, follow, forget, reconnect } = streams;
  const { asides, ...drafts } = useAsides(room, streams);
  const firstTurnId = (answer && !answer.ok ? answer.turnId : null) ?? room.nextTurnId;
  const sending = useSending({
    firstTurnId,
    onTry: ({ turnId }) => follow(turnId, waitingLanes(room), null),
    onFailure({ turnId }, perhaps) {
      if (!perhaps) forget(turnId);
      // What stood in the way may be a turn this page does not show yet.
      if (navigator.onLine) look();
    },
  });
  const { sent } = sending;

  useEffect(() => {
    for (const { turnId: running, cursor } of room.running) {
      const turn = room.turns.find(({ id }) => id === running);
      if (turn) follow(running, turn, cursor);
    }
  }, [room, follow]);

  const refresh = useCallback(() => {
    reconnect();
    look();
  }, [reconnect, look]);
  useFreshWhenSeen(refresh);

  useEffect(() => {
    if (room.end) dropDraft(room.id);
  }, [room.end, room.id]);

  const turns = heardTurns(room, sending, lanesOf);
  const answering = turns.some(({ partner }) => partner.status === "running");
  const noting =
    turns.some(({ coach }) => coach.status === "running") ||
    asides.some(({ reply }) => reply.status === "running");
  const { stop, stopping, failure } = useStop({
    messageOnItsWay: sent?.state === "sending",
    running: answering || noting,
  });
  useEscape(answering || noting, stop);

  const seen = turns.map(({ partner, coach }) => partner.text.length + coach.text.length);
  const slow = useLasting(answering && connection === "open", slowMs, seen.join());
  const missed = useLasting(connection !== "open", missedMs);

  const [outdated, setOutdated] = useState<RoomAnswer | null>(null);
  function speak({ text, turnId: usual, ...from }: Message) {
    setOutdated(answer);
    drafts.forgetFailure();
    // A message that arrived though its answer was lost: the same words are the same turn, others are the next.
    const arrived = room.turns.find(({ id }) => id === usual);
    const other = arrived ? arrived.learner !== text.trim() : room.elsewhere.includes(usual);
    sending.send({ text, ...from, turnId: other ? uuidv7() : usual });
  }

  const fromPage = answer && !answer.ok && answer !== outdated ? answer : null;
  const kept = sending.returned ?? (sent || fromPage?.box === "aside" ? null : fromPage);
  const asked = fromPage?.box === "aside" ? fromPage : null;
  return {
    turns,
    answering,
    going: goingOn({
      offline: sent?.state === "offline",
      missed,
      connection,
      stopping,
      slow,
      answering,
      noting,
    }),
    sent: sent?.turnId ?? null,
    turnId: hydrated ? sending.turnId : firstTurnId,
    unsent: sent && sent.state !== "taken" ? sent : null,
    keptText: kept?.text ?? "",
    error: kept?.message ?? failure ?? drafts.failure,
    asides,
    asideKept: { text: asked?.text ?? "", error: asked?.message ?? null },
    checkDraft: hydrated ? drafts.checkDraft : undefined,
    checking: drafts.checking,
    spent: kept?.refusal === "no-budget",
    speak: hydrated ? speak : undefined,
    stop: hydrated ? stop : undefined,
    refresh,
  };
}
