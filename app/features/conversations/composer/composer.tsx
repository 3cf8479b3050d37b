import Send from "lucide-react/icons/send-horizontal";
import Square from "lucide-react/icons/square";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Form } from "react-router";
import { Button } from "#app/ui/button.tsx";
import { maxMessageCharacters } from "#app/features/conversations/conversation.ts";
import { turnsLeftWords } from "#app/features/conversations/conversation-words.ts";

export type Message = { turnId: string; parentId: string | null; text: string };

type ComposerProps = {
  /** A fresh UUID for the turn this form would make; the same one until it was taken. */
  turnId: string;
  /** The turn it continues. */
  parentId: string | null;
  partnerName: string;
  /** Text that came back: after a failed send, or a page that kept it. Put into the box before whatever has been written since. */
  keptText?: string;
  /** What the alert over the box says; it is described by that. */
  error?: string | null;
  /** The partner still answers: Stop stands in place of Send. */
  answering: boolean;
  /** Shown from 5 down; null hides it. */
  turnsLeft?: number | null;
  /** With JavaScript: takes the message instead of a page load. The box is cleared at once; give `keptText` back on failure. */
  onSpeak?: (message: Message) => void;
  /** With JavaScript: stops the running reply instead of posting intent=stop. */
  onStop?: () => void;
};

/** Where the learner writes. Posts intent=speak, turnId, parent, text to the room. */
export function Composer(props: ComposerProps) {
  const {
    turnId,
    parentId,
    partnerName,
    keptText = "",
    error,
    answering,
    turnsLeft = null,
    onSpeak,
    onStop,
  } = props;
  const box = useRef<HTMLTextAreaElement>(null);
  const [length, setLength] = useState(countCharacters(keptText));

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    // What comes back goes before what has been written since; neither is worth less.
    const written = element.value;
    if (keptText !== "" && !written.includes(keptText)) {
      element.value = written.trim() === "" ? keptText : `${keptText}\n\n${written}`;
    }
    setLength(countCharacters(element.value));
  }, [keptText]);

  function speak(event: FormEvent<HTMLFormElement>) {
    const element = box.current;
    if (!element) return;
    if (answering || element.value.trim() === "") {
      event.preventDefault();
      return;
    }
    if (!onSpeak) return;
    event.preventDefault();
    onSpeak({ turnId, parentId, text: element.value });
    element.value = "";
    setLength(0);
  }

  const described = [error ? "composer-error" : null, "composer-hint"].filter((id) => id !== null).join(" ");
  return (
    <div className="px-4 py-3 sm:px-8">
      <Form id="stop-form" method="post" onSubmit={onStop ? stopHere(onStop) : undefined}>
        <input type="hidden" name="intent" value="stop" />
      </Form>
      <Form method="post" onSubmit={speak}>
        <input type="hidden" name="intent" value="speak" />
        <input type="hidden" name="turnId" value={turnId} />
        {parentId === null ? null : <input type="hidden" name="parent" value={parentId} />}
        <div className="flex items-end gap-2">
          <label className="min-w-0 flex-1">
            <span className="sr-only">Your words to {partnerName}</span>
            <textarea
              ref={box}
              id="text"
              name="text"
              required
              rows={2}
              dir="auto"
              defaultValue={keptText}
              aria-describedby={described}
              aria-invalid={error ? true : undefined}
              autoCapitalize="sentences"
              placeholder={`Say it to ${partnerName}…`}
              onChange={(event) => setLength(countCharacters(event.currentTarget.value))}
              onKeyDown={sendOnEnter}
              className="block max-h-48 min-h-18 w-full resize-none field-sizing-content rounded-md border border-control bg-sheet px-3.5 py-2 font-script text-base text-pen placeholder:text-ink-soft focus-visible:outline-2 focus-visible:outline-offset-0"
            />
          </label>
          {answering ? (
            <Button key="stop" form="stop-form" kind="quiet" className="max-sm:px-4 sm:min-w-24">
              <Square aria-hidden="true" className="size-4 max-sm:hidden" /> Stop
            </Button>
          ) : (
            <Button key="send" className="max-sm:px-4 sm:min-w-24">
              Send <Send aria-hidden="true" className="along size-4 max-sm:hidden" />
            </Button>
          )}
        </div>
        <Hint length={length} turnsLeft={turnsLeft} answering={answering} />
      </Form>
    </div>
  );
}

function Hint({
  length,
  turnsLeft,
  answering,
}: {
  length: number;
  turnsLeft: number | null;
  answering: boolean;
}) {
  const left = maxMessageCharacters - length;
  return (
    <p id="composer-hint" className="mt-1.5 flex flex-wrap sm:min-h-5 gap-x-4 text-xs text-ink-soft">
      <span className="needs-script hidden pointer-fine:inline">
        {answering ? "You can write on while the reply comes" : "Enter sends, Shift+Enter starts a new line"}
      </span>
      {turnsLeft !== null && turnsLeft <= fewTurns ? (
        <span>Practice budget: {turnsLeftWords(turnsLeft)}</span>
      ) : null}
      {left <= counterFrom ? (
        <span className={left < 0 ? "font-semibold text-alarm" : ""}>
          {left >= 0 ? `${left} characters left` : `${count.format(-left)} characters too long`}
        </span>
      ) : null}
    </p>
  );
}

/** Turns from which on the budget is named beside the box. */
const fewTurns = 5;
/** Characters left from which on they are counted. */
const counterFrom = 300;

function stopHere(onStop: () => void) {
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onStop();
  };
}

function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== "Enter" || event.shiftKey) return;
  // Enter that picks a word in an input method is not a send; Safari tells only by keyCode 229.
  if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
  const chord = event.ctrlKey || event.metaKey;
  if (!chord && window.matchMedia("(pointer: coarse) and (not (any-pointer: fine))").matches) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

const count = new Intl.NumberFormat("en-GB");

/** As the server counts: code points, so that an emoji is one. */
function countCharacters(text: string): number {
  return Array.from(text).length;
}
