import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import type { Draft } from "./draft.ts";

/** A message that an earlier page had sent, and of which nobody knows whether it arrived. */
type Unconfirmed = NonNullable<Draft["unsent"]>;

/** When the page asks whether it has arrived after all: one that was on its way at a reload mostly has, a moment later. */
const askAfterMs = [300, 1_500, 4_000];

/**
 * Keeps a message under the id it was sent with for as long as its words stand in the box, so that sending it again is the
 * same turn, and asks for the turn meanwhile. Once that is there, the words leave the box.
 */
export function useUnconfirmed(
  box: RefObject<HTMLTextAreaElement | null>,
  { text, isTaken, ask, put }: UnconfirmedOptions,
) {
  const [message, setMessage] = useState<Unconfirmed | null>(null);
  const arrived = message !== null && isTaken(message.turnId);
  const look = useEffectEvent(() => ask?.());
  const clear = useEffectEvent(() => {
    const rest = message && box.current ? wordsAfter(message, box.current.value) : null;
    if (rest !== null) put(rest);
    setMessage(null);
  });
  useEffect(() => {
    if (arrived) clear();
  }, [arrived]);
  useEffect(() => {
    if (message === null) return;
    const timers = askAfterMs.map((ms) => setTimeout(() => look(), ms));
    return () => timers.forEach(clearTimeout);
  }, [message]);

  const rest = message && !arrived ? wordsAfter(message, text) : null;
  return {
    /** To be kept: what stands in the box, and the id its beginning was sent with. */
    draft: rest === null ? { text, unsent: null } : { text: rest, unsent: message },
    /** The box holds just that message: sent again, it is the same turn. Null: it is another one. */
    turnId: message && rest === "" ? message.turnId : null,
    set: setMessage,
  };
}

type UnconfirmedOptions = {
  /** What stands in the box. */
  text: string;
  isTaken: (turnId: string) => boolean;
  /** Asks the server what has become of the conversation. */
  ask: (() => void) | undefined;
  put: (words: string) => void;
};

/** What has been written behind the message (`withReturned`); null when its words stand there no more. */
function wordsAfter({ text }: Unconfirmed, written: string): string | null {
  if (written === text) return "";
  return written.startsWith(`${text}\n\n`) ? written.slice(text.length + 2) : null;
}
