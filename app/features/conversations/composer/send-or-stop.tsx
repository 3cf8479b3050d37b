import Send from "lucide-react/icons/send-horizontal";
import Square from "lucide-react/icons/square";
import type { KeyboardEvent, MouseEvent } from "react";
import { Button } from "#app/ui/button.tsx";
import { sendWord, stopWord } from "./composer-words.ts";

type SendOrStopProps = {
  /** Set where the form has another button too, which asks for something else. */
  intent: string | null;
  /** To send is the next step; false where something else comes first. */
  isNext: boolean;
  /** The form that Stop submits; null: Send, which submits the form it stands in. */
  stopForm: string | null;
  /** There is nothing to send. It keeps the focus, and its place in the Tab order. */
  idle: boolean;
};

/**
 * One button for both, in one place and of one size: whoever has it under their finger, or in focus, keeps it. Both labels
 * take up room, so it is as wide as the longer one in any language.
 */
export function SendOrStop({ intent, isNext, stopForm, idle }: SendOrStopProps) {
  const stops = stopForm !== null;
  return (
    <Button
      form={stopForm ?? undefined}
      {...(intent !== null && !stops && { name: "intent", value: intent })}
      kind={stops || !isNext ? "quiet" : "primary"}
      aria-disabled={idle ? true : undefined}
      onClick={oncePerPress}
      onKeyDown={withoutRepeats}
      className="aria-disabled:cursor-default aria-disabled:opacity-60 max-sm:px-4 sm:min-w-24"
    >
      <span className="grid justify-items-center">
        <span className={`${face} ${stops ? "invisible" : ""}`}>
          {sendWord} <Send aria-hidden="true" className="along size-4 max-sm:hidden" />
        </span>
        <span className={`${face} ${stops ? "" : "invisible"}`}>
          <Square aria-hidden="true" className="size-4 max-sm:hidden" /> {stopWord}
        </span>
      </span>
    </Button>
  );
}

const face = "col-start-1 row-start-1 inline-flex items-center gap-2";

/** The second half of a double click on Send would stop what the first has just asked for. */
function oncePerPress(event: MouseEvent) {
  if (event.detail > 1) event.preventDefault();
}

/** So would a key that is held down. */
function withoutRepeats(event: KeyboardEvent) {
  if (event.repeat) event.preventDefault();
}
