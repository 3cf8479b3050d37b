import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useFetcher } from "react-router";
import { uuidv7 } from "uuidv7";
import type { Message } from "#app/features/conversations/composer/message.ts";
import type { Refusal } from "#app/routes/conversations/refusals.ts";
import type { RoomAnswer } from "#app/routes/conversations/room-answers.server.ts";

/** A message that has left the box: nobody knows yet, it waits for the network, or the server has it. */
export type Sent = Message & { state: "sending" | "offline" | "taken" };

/** What comes back to the box, and why; null: the learner knows why. */
export type Returned = { text: string; message: string | null; refusal?: Refusal };

type SendingOptions = {
  /** The id of the turn that is sent next. */
  firstTurnId: string;
  /** Called with each try: the replies come over the stream. */
  onTry: (message: Message) => void;
  /** Called when a try has failed. `perhaps`: nobody knows whether it was taken, so listening may still be worth it. */
  onFailure: (message: Message, perhaps: boolean) => void;
};

/** Sends one message at a time, and by itself once more, under the same id, when a network that was away is back. */
export function useSending({ firstTurnId, onTry, onFailure }: SendingOptions) {
  const post = useFetcher<RoomAnswer>();
  const [sent, setSent] = useState<Sent | null>(null);
  const [before, setBefore] = useState<Sent[]>([]);
  const [turnId, setTurnId] = useState(firstTurnId);
  const [returned, setReturned] = useState<Returned | null>(null);

  function send(spoken: Message) {
    // The replies may be quicker than the answer to the post: what is said next is another turn all the same.
    const message = isUnderWay(sent, spoken) ? { ...spoken, turnId: uuidv7() } : spoken;
    setTurnId(message.turnId);
    setReturned(null);
    // Answered, or nothing could be sent after it: the page may be told of its turn only after this one is on its way.
    if (sent && sent.turnId !== message.turnId)
      setBefore((all) => [...all.slice(1 - keptBefore), { ...sent, state: "taken" }]);
    setSent({ ...message, state: "sending" });
    onTry(message);
    const { turnId: id, parentId, tipId, text } = message;
    const from = {
      ...(parentId === null ? {} : { parent: parentId }),
      ...(tipId === null ? {} : { tip: tipId }),
    };
    void post.submit({ intent: "speak", turnId: id, ...from, text, live: "yes" }, { method: "post" });
  }

  const { data: answered } = post;
  const handled = useRef<RoomAnswer | null>(null);
  const settle = useEffectEvent((answer: RoomAnswer) => {
    if (!sent || handled.current === answer) return;
    handled.current = answer;
    if (answer.ok) {
      setSent({ ...sent, state: "taken" });
      setTurnId(uuidv7());
      return;
    }
    const waits = answer.refusal === "offline" && !navigator.onLine;
    setSent(waits ? { ...sent, state: "offline" } : null);
    if (!waits) setReturned(answer);
    if (newTurnAfter.includes(answer.refusal)) setTurnId(uuidv7());
    onFailure(sent, !waits && perhapsTaken.includes(answer.refusal));
  });
  useEffect(() => {
    if (answered) settle(answered);
  }, [answered]);

  const offline = sent?.state === "offline";
  const sendAgain = useEffectEvent(() => {
    if (offline) send(sent);
  });
  useEffect(() => {
    if (!offline) return;
    // The network may have come back before anybody listened.
    if (navigator.onLine) sendAgain();
    addEventListener("online", sendAgain);
    return () => removeEventListener("online", sendAgain);
  }, [offline]);

  /** Back into the box, for whoever would rather change it than wait for the network. */
  function takeBack() {
    if (!offline) return;
    setSent(null);
    setReturned({ text: sent.text, message: null });
  }

  return { sent, before, turnId, returned, send, takeBack };
}

/** So many answered messages may wait for the server to show them. */
const keptBefore = 4;

function isUnderWay(sent: Sent | null, { turnId }: Message): boolean {
  return sent?.state === "sending" && sent.turnId === turnId;
}

/** Refusals after which nobody knows whether the message was taken; the same id makes sending it again the same turn. */
const perhapsTaken: Refusal[] = ["offline", "away", "stopping"];

/** Refusals that stick to the id. */
const newTurnAfter: Refusal[] = ["other-text", "out-of-date"];
