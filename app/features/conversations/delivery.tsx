import Clock from "lucide-react/icons/clock";
import CloudOff from "lucide-react/icons/cloud-off";
import { Notice } from "#app/ui/notice.tsx";
import { sendingWord, takeBackWord, unsentWords } from "./conversation-words.ts";

/** How a message stands that the server is not known to have. */
export type Delivery = { state: "sending" } | { state: "offline"; takeBack: () => void };

/** Beside the learner's name. Most messages arrive before anybody could read it, so it shows itself late, and moves nothing. */
export function OnItsWay() {
  return (
    <span className="appears-late sm:-order-1">
      <Clock aria-hidden="true" className="size-3.5 translate-y-0.5" />
      <span className="sr-only">{sendingWord}</span>
    </span>
  );
}

/** Under a message that waits for the network. */
export function NotSentYet({ takeBack }: { takeBack: () => void }) {
  return (
    <Notice
      icon={CloudOff}
      tone="alarm"
      action={
        <button
          type="button"
          onClick={takeBack}
          className="inline-flex min-h-11 items-center font-semibold text-pen underline decoration-1 underline-offset-4 hover:decoration-2"
        >
          {takeBackWord}
        </button>
      }
    >
      {unsentWords}
    </Notice>
  );
}
