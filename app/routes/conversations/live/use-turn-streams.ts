import { useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { LaneReply } from "#app/features/conversations/conversation.ts";
import type { ChannelEvent } from "#app/streaming/channel-events.ts";
import { type Connection, followTurn } from "#app/streaming/follow-turn.ts";
import { beforePaint } from "#app/ui/before-paint.ts";

/** Both lanes of a turn as the stream has told them so far. */
export type Lanes = { partner: LaneReply; coach: LaneReply };

type Followed = {
  controller: AbortController;
  /** Events that came since the last paint. */
  heard: ChannelEvent[];
};

/**
 * Follows any number of running turns and keeps what they say. However fast words come, the page changes once a frame.
 * `onEnd` is called once a turn has ended or cannot be followed: the server then knows more than this page.
 */
export function useTurnStreams(url: string, onEnd: () => void) {
  const [lanesOf, setLanesOf] = useState<Record<string, Lanes>>({});
  const [connections, setConnections] = useState<Record<string, Connection>>({});
  const [again] = useState(() => new EventTarget());
  const following = useRef(new Map<string, Followed>());
  const callOff = useRef<(() => void) | null>(null);
  const ended = useRef(onEnd);
  useEffect(() => {
    ended.current = onEnd;
  });

  useEffect(() => {
    const open = following.current;
    return () => {
      callOff.current?.();
      for (const { controller } of open.values()) controller.abort();
      open.clear();
    };
  }, [url]);

  const release = useCallback(() => {
    callOff.current?.();
    callOff.current = null;
    const news = Array.from(following.current, ([turnId, { heard }]) => ({
      turnId,
      events: heard.splice(0),
    }));
    setLanesOf((all) => news.reduce(withNews, all));
  }, []);

  /** Follows a turn whose lanes stand at `from`; a turn that is already followed is left alone. */
  const follow = useCallback(
    (turnId: string, from: Lanes, cursor: string | null) => {
      if (following.current.has(turnId)) return;
      const controller = new AbortController();
      const heard: ChannelEvent[] = [];
      following.current.set(turnId, { controller, heard });
      setLanesOf((all) => ({ ...all, [turnId]: from }));
      void followTurn({
        url,
        turnId,
        cursor,
        signal: controller.signal,
        again,
        onConnection: (connection) => setConnections((all) => ({ ...all, [turnId]: connection })),
        onEvent(event) {
          heard.push(event);
          // At once, so that the words are in this very paint, and no two of their changes in one frame.
          callOff.current ??= beforePaint(() => flushSync(release));
        },
      }).then(() => {
        if (controller.signal.aborted) return;
        release();
        following.current.delete(turnId);
        setConnections((all) => without(all, turnId));
        ended.current();
      });
    },
    [url, again, release],
  );

  /** Drops a turn of which nothing came. */
  const forget = useCallback((turnId: string) => {
    following.current.get(turnId)?.controller.abort();
    following.current.delete(turnId);
    setLanesOf((all) => without(all, turnId));
    setConnections((all) => without(all, turnId));
  }, []);

  /** Tries to come back at once instead of waiting for the next try. */
  const reconnect = useCallback(() => void again.dispatchEvent(new Event("again")), [again]);

  return { lanesOf, connection: worstOf(Object.values(connections)), follow, forget, reconnect };
}

function worstOf(connections: Connection[]): Connection {
  return (["cut", "lost"] as const).find((bad) => connections.includes(bad)) ?? "open";
}

function withNews(
  all: Record<string, Lanes>,
  { turnId, events }: { turnId: string; events: ChannelEvent[] },
) {
  const before = all[turnId];
  return before && events.length > 0 ? { ...all, [turnId]: events.reduce(heardBy, before) } : all;
}

/** The lanes after one more event. */
function heardBy(lanes: Lanes, event: ChannelEvent): Lanes {
  if (event.channel === "turn") return lanes;
  const lane = lanes[event.channel];
  const { data } = event;
  const attempt = data.attempt ?? lane.attempt;
  const before = attempt === lane.attempt ? lane.text : "";
  const after: LaneReply =
    "done" in data
      ? { attempt, status: data.status, text: data.text ?? before }
      : { attempt, status: "running", text: before + data.delta };
  return { ...lanes, [event.channel]: after };
}

function without<T>(all: Record<string, T>, turnId: string): Record<string, T> {
  const { [turnId]: _, ...others } = all;
  return others;
}
