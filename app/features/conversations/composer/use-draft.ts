import { useEffect, useRef } from "react";
import { type Draft, keepDraft, keptDraft } from "./draft.ts";

/** Writing pauses this long before it is kept; leaving the page keeps it at once. */
const pauseMs = 100;

/** Keeps `draft` as it changes, and once, when the page has come alive, gives back what an earlier page had kept. */
export function useDraft(conversationId: string, draft: Draft, giveBack: (kept: Draft) => void): void {
  const receiver = useRef(giveBack);
  /** What is still to be kept. Null: nothing; then leaving must not write either, or it would undo a sign-out. */
  const pending = useRef<Draft | null>(null);
  /** A page on its way out is told that its message failed, and would forget it in the moment before it takes it back. */
  const leaving = useRef(false);
  useEffect(() => {
    receiver.current(keptDraft(conversationId));
    const leave = () => void (leaving.current = true);
    const stay = () => void (leaving.current = false);
    addEventListener("beforeunload", leave);
    addEventListener("focus", stay);
    addEventListener("keydown", stay);
    return () => {
      removeEventListener("beforeunload", leave);
      removeEventListener("focus", stay);
      removeEventListener("keydown", stay);
    };
  }, [conversationId]);

  const { text, unsent } = draft;
  useEffect(() => {
    // What was kept before the page began to leave is the truth; of what comes after only words are news.
    if (leaving.current && text === "" && unsent === null) return;
    pending.current = { text, unsent };
    const keep = () => {
      if (pending.current) keepDraft(conversationId, pending.current);
      pending.current = null;
    };
    const timer = setTimeout(keep, pauseMs);
    addEventListener("pagehide", keep);
    return () => {
      clearTimeout(timer);
      removeEventListener("pagehide", keep);
    };
  }, [conversationId, text, unsent]);

  useEffect(
    () => () => {
      if (pending.current) keepDraft(conversationId, pending.current);
    },
    [conversationId],
  );
}
