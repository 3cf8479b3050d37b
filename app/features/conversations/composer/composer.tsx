import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Form } from "react-router";
import { type Aside, isHelpAside } from "#app/features/conversations/asides/aside.ts";
import { draftWords } from "#app/features/conversations/asides/aside-words.ts";
import { DraftReview } from "#app/features/conversations/asides/draft-review.tsx";
import type { HelpRegion } from "#app/features/conversations/help-card/help-resources.ts";
import { Button } from "#app/ui/button.tsx";
import { touchOnly } from "#app/ui/touch-only.ts";
import { ComposerHint } from "./composer-hint.tsx";
import { boxLabel, boxPlaceholder, countCharacters, type Going, roomLeftWords } from "./composer-words.ts";
import type { Draft } from "./draft.ts";
import type { Message } from "./message.ts";
import { sendOnEnter } from "./send-on-enter.ts";
import { SendOrStop } from "./send-or-stop.tsx";
import { useDraft } from "./use-draft.ts";
import { useFormerWords, withReturned } from "./use-former-words.ts";
import { useRecall } from "./use-recall.ts";
import { useUnconfirmed } from "./use-unconfirmed.ts";

type ComposerProps = {
  /** Drafts are kept for each conversation. */
  conversationId: string;
  /** A fresh UUID for the turn this form would make; the same one until it was taken. */
  turnId: string;
  /** The turn it continues, or else the last one of the branch it belongs to. */
  parentId: string | null;
  tipId: string | null;
  partnerName: string;
  /** Text that came back: after a failed send, or a page that kept it. Put into the box before whatever has been written since. */
  keptText?: string;
  /** What the learner had said in the moment they have come back to: into the box with it, and out again if they leave it so. */
  formerWords?: string | null;
  /** Set where the coach looks at drafts before they are sent. */
  drafts?: DraftsProps | null;
  region?: HelpRegion;
  /** What the alert over the box says; it is described by that. */
  error?: string | null;
  /** The partner still answers: Stop stands in place of Send. */
  answering: boolean;
  going: Going;
  /** What the learner has said so far, oldest first, to be recalled. */
  ownMessages: string[];
  /** A message that has left the box and is not known to be taken. */
  unsent?: Message | null;
  /** Shown from 5 down; null hides it. */
  turnsLeft?: number | null;
  /** Only a fifth of the budget is left: said however many turns that is. */
  budgetLow?: boolean;
  /** Whether this turn has been taken; what an earlier page had sent need not come back then. */
  isTaken: (turnId: string) => boolean;
  /** With JavaScript: takes the message instead of a page load. The box is cleared at once; give `keptText` back on failure. */
  onSpeak?: (message: Message) => void;
  /** With JavaScript: stops the running reply instead of posting intent=stop. */
  onStop?: () => void;
  /** Offered when the connection does not come back by itself. */
  onRefresh?: () => void;
};

type DraftsProps = {
  /** A fresh UUID for the aside this form would make. */
  asideId: string;
  /** The draft the coach has looked at or looks at now, as long as it is not sent. */
  draft: Aside | null;
  /** The turn it would follow. */
  ordinal: number;
  /** It is on its way to the coach. */
  checking: boolean;
  /** With JavaScript: asks about these words instead of posting intent=check-draft. The box keeps them. */
  onCheck?: (text: string) => void;
};

/** Where the learner writes. Posts intent=speak, turnId, parent, text to the room. */
export function Composer(props: ComposerProps) {
  const { turnId, parentId, tipId, partnerName, keptText = "", error, answering, going } = props;
  const { unsent = null, onSpeak, onStop } = props;
  const box = useRef<HTMLTextAreaElement>(null);
  const { drafts = null, region = "other" } = props;
  const draft = drafts?.draft ?? null;
  // A draft is kept by the server, so that a page without JavaScript has it in its box.
  const given = props.formerWords ?? draft?.text ?? "";
  const atFirst = keptText || given;
  const [text, setText] = useState(atFirst);
  /** The coach was to look at a draft where there is none. */
  const [missing, setMissing] = useState(false);
  const unconfirmed = useUnconfirmed(box, { text, isTaken: props.isTaken, ask: props.onRefresh, put });
  const recall = useRecall(props.ownMessages, put);
  useDraft(props.conversationId, unsent ? { text, unsent } : unconfirmed.draft, giveBack);

  useEffect(() => {
    const element = box.current;
    if (element) setText(withReturned(keptText, element));
  }, [keptText]);
  useFormerWords(props.formerWords ?? null, box, put);

  useEffect(() => {
    // Whoever has followed a link to a turn, or is somewhere on the page already, stays there.
    const nowhere = document.activeElement === document.body && location.hash === "";
    if (nowhere && !touchOnly()) box.current?.focus({ preventScroll: true });
  }, []);

  function put(words: string) {
    if (box.current) box.current.value = words;
    setText(words);
  }

  /** What stands in the box already was typed before the page came alive, and is fresher than its draft. */
  function giveBack(kept: Draft) {
    const element = box.current;
    if (!element) return;
    const untouched = element.value.trim() === "" || element.value === given;
    if (untouched && (kept.text !== "" || given === "")) put(kept.text);
    if (kept.unsent === null || props.isTaken(kept.unsent.turnId)) return;
    unconfirmed.set(kept.unsent);
    setText(withReturned(kept.unsent.text, element));
  }

  function speak(event: FormEvent<HTMLFormElement>) {
    const element = box.current;
    if (!element) return;
    const isEmpty = element.value.trim() === "";
    const shows = wanted(event) === "check-draft";
    if (answering || going === "offline" || isEmpty) {
      event.preventDefault();
      setMissing(shows && isEmpty && !answering);
      return;
    }
    if (!onSpeak) return;
    event.preventDefault();
    if (drafts?.onCheck && shows) {
      if (!checking) drafts.onCheck(element.value);
      return;
    }
    onSpeak({ turnId: unconfirmed.turnId ?? turnId, parentId, tipId, text: element.value });
    unconfirmed.set(null);
    put("");
    // With the next frame: at once it would have the page laid out twice, and the learner's own words come later.
    if (!touchOnly()) requestAnimationFrame(() => element.focus({ preventScroll: true }));
  }

  /** Enter asks the coach first; once it has looked at just these words, it sends them. */
  function wanted({ nativeEvent }: FormEvent<HTMLFormElement>): string {
    const { submitter } = nativeEvent as SubmitEvent;
    if (submitter instanceof HTMLButtonElement && submitter.value !== "") return submitter.value;
    return drafts && !wasLookedAt ? "check-draft" : "speak";
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    recall(event);
    sendOnEnter(event);
  }

  const alive = onSpeak !== undefined;
  const isUnchanged = draft !== null && text.trim() === draft.text;
  const checking = drafts?.checking === true || draft?.reply.status === "running";
  const wasLookedAt = isUnchanged && !checking;
  const sendsNext = drafts === null || wasLookedAt;
  // Where the help card stands the coach has looked at nothing.
  const hasSeenOne = draft !== null && !isHelpAside(draft);
  const characters = countCharacters(text);
  const enter = sendsNext ? "sends" : checking ? "waits" : hasSeenOne ? "shows-again" : "shows";
  const described = [
    error ? "composer-error" : null,
    missing ? "composer-missing" : null,
    "composer-hint",
    roomLeftWords(characters) === null ? null : "composer-count",
  ];
  return (
    <div className="px-4 py-3 sm:px-8 low:py-1.5">
      <Form id="stop-form" method="post" onSubmit={onStop ? insteadOfPosting(onStop) : undefined}>
        <input type="hidden" name="intent" value="stop" />
      </Form>
      {draft === null ? null : (
        <DraftReview
          draft={draft}
          partnerName={partnerName}
          isUnchanged={isUnchanged}
          ordinal={drafts?.ordinal ?? 0}
          region={region}
        />
      )}
      {/* Alive, an empty message is simply not sent; before, the browser asks for words. */}
      <Form id="speak-form" method="post" onSubmit={speak} noValidate={alive}>
        {/* Where there are two ways to send it, each button says which. */}
        {drafts === null ? <input type="hidden" name="intent" value="speak" /> : null}
        {drafts === null ? null : <input type="hidden" name="asideId" value={drafts.asideId} />}
        <input type="hidden" name="turnId" value={turnId} />
        {parentId === null ? null : <input type="hidden" name="parent" value={parentId} />}
        {tipId === null ? null : <input type="hidden" name="tip" value={tipId} />}
        <div className={`flex items-end gap-2 ${drafts ? "max-sm:flex-wrap max-sm:justify-end" : ""}`}>
          <label className={`min-w-0 flex-1 ${drafts ? "max-sm:basis-full" : ""}`}>
            <span className="sr-only">{boxLabel(partnerName)}</span>
            <textarea
              ref={box}
              id="text"
              name="text"
              required
              rows={2}
              dir="auto"
              defaultValue={atFirst}
              aria-describedby={described.filter((id) => id !== null).join(" ")}
              aria-invalid={error || missing ? true : undefined}
              autoCapitalize="sentences"
              enterKeyHint="enter"
              placeholder={boxPlaceholder(partnerName)}
              onChange={(event) => {
                setText(event.currentTarget.value);
                setMissing(false);
              }}
              onKeyDown={onKeyDown}
              className="block max-h-[min(15.125rem,40dvh)] min-h-18 low:min-h-11 w-full resize-none field-sizing-content rounded-md border border-control bg-sheet px-3.5 py-2 font-script text-base text-pen placeholder:text-ink-soft focus-visible:outline-2 focus-visible:outline-offset-0"
            />
          </label>
          {drafts === null || answering ? null : (
            <Button name="intent" value="check-draft" kind={sendsNext ? "quiet" : "primary"} busy={checking}>
              {checking ? draftWords.checking : hasSeenOne ? draftWords.checkAgain : draftWords.check}
            </Button>
          )}
          <SendOrStop
            intent={drafts === null ? null : "speak"}
            isNext={sendsNext}
            stopForm={answering ? "stop-form" : null}
            idle={answering ? going === "stopping" : alive && (going === "offline" || text.trim() === "")}
          />
        </div>
        {drafts === null ? null : (
          // The region stands before it has anything to say: one that comes together with its words goes unheard.
          <div role="alert">
            {missing ? (
              <p id="composer-missing" className="mt-1 text-sm text-alarm">
                {draftWords.missing}
              </p>
            ) : null}
          </div>
        )}
        <ComposerHint
          going={going}
          enter={enter}
          partnerName={partnerName}
          characters={characters}
          turnsLeft={props.turnsLeft ?? null}
          budgetLow={props.budgetLow ?? false}
          onRefresh={props.onRefresh}
        />
      </Form>
    </div>
  );
}

function insteadOfPosting(act: () => void) {
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    act();
  };
}
