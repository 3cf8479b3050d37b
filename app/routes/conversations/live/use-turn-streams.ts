import { useCallback, useEffect, useRef, useState } from "react";
import type { LaneReply } from "#app/features/conversations/conversation.ts";
import type { ChannelEvent } from "#app/streaming/channel-events.ts";
import { type Connection, followTurn } from "#app/streaming/follow-turn.ts";

/** Both lanes of a turn as the stream has told them so far. */
export type Lanes = { partner: LaneReply; coach: LaneReply };

/**
 * Follows any number of running turns and keeps what they say. `onEnd` is called once a turn has ended or cannot be
 * followed: the server then knows more than this page.
 */
export function useTurnStreams(url: string, onEnd: () => void) {
  const [lanesOf, setLanesOf] = useState<Record<string, Lanes>>({});
  const [connection, setConnection] = useState<Connection>("open");
  const following = useRef(new Map<string, AbortController>());
  const ended = useRef(onEnd);
  useEffect(() => {
    ended.current = onEnd;
  });

  useEffect(() => {
    const open = following.current;
    return () => {
      for (const controller of open.values()) controller.abort();
      open.clear();
    };
  }, [url]);

  /** Follows a turn whose lanes stand at `from`; a turn that is already followed is left alone. */
  const follow = useCallback(
    (turnId: string, from: Lanes, cursor: string | null) => {
      if (following.current.has(turnId)) return;
      const controller = new AbortController();
      following.current.set(turnId, controller);
      setLanesOf((all) => ({ ...all, [turnId]: from }));
      void followTurn({
        url,
        turnId,
        cursor,
        signal: controller.signal,
        onConnection: setConnection,
        onEvent: (event) => setLanesOf((all) => ({ ...all, [turnId]: heard(all[turnId] ?? from, event) })),
      }).then(() => {
        if (following.current.get(turnId) === controller) following.current.delete(turnId);
        if (!controller.signal.aborted) ended.current();
      });
    },
    [url],
  );

  /** Drops a turn of which nothing came. */
  const forget = useCallback((turnId: string) => {
    following.current.get(turnId)?.abort();
    following.current.delete(turnId);
    setLanesOf(({ [turnId]: _, ...others }) => others);
  }, []);

  return { lanesOf, connection, follow, forget };
}

/** The lanes after one more event. */
function heard(lanes: Lanes, event: ChannelEvent): Lanes {
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
