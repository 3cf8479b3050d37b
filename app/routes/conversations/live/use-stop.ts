import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useFetcher } from "react-router";
import { refusalWords } from "#app/routes/conversations/refusals.ts";
import type { RoomAnswer } from "#app/routes/conversations/room-answers.server.ts";

/** A Stop that does not get through is tried again after so many milliseconds; then the learner is told. */
const triesAfterMs = [0, 300, 1_000, 3_000];

/**
 * Stops what is being written. A Stop must not overtake its message, or it would stop nothing: while `messageOnItsWay` it
 * waits, and comes to nothing when the message does.
 */
export function useStop({ messageOnItsWay, running }: { messageOnItsWay: boolean; running: boolean }) {
  const { submit, data: answered } = useFetcher<RoomAnswer>();
  /** Which try is next or under way; null: nobody wants to stop. */
  const [attempt, setAttempt] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    if (attempt === null || messageOnItsWay) return;
    const timer = setTimeout(
      () => void submit({ intent: "stop", live: "yes" }, { method: "post" }),
      triesAfterMs[attempt],
    );
    return () => clearTimeout(timer);
  }, [attempt, messageOnItsWay, submit]);

  const handled = useRef<RoomAnswer | null>(null);
  const settle = useEffectEvent((answer: RoomAnswer) => {
    if (attempt === null || handled.current === answer) return;
    handled.current = answer;
    const next = attempt + 1;
    if (!answer.ok && running && next < triesAfterMs.length) return setAttempt(next);
    setAttempt(null);
    if (!answer.ok && running) setFailure(refusalWords("still-running", ""));
  });
  useEffect(() => {
    if (answered) settle(answered);
  }, [answered]);

  useEffect(() => {
    if (running) return;
    setAttempt(null);
    setFailure(null);
  }, [running]);

  function stop() {
    setFailure(null);
    setAttempt((current) => current ?? 0);
  }

  return { stop, stopping: attempt !== null, failure };
}
