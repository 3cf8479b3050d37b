import { useEffect, useRef } from "react";
import { type Draft, keepDraft, keptDraft } from "./draft.ts";

/** Writing pauses this long before it is kept; leaving the page keeps it at once. */
const pauseMs = 100;

/** Keeps `draft` as it changes, and once, when the page has come alive, gives back what an earlier page had kept. */
export function useDraft(conversationId: string, draft: Draft, giveBack: (kept: Draft) => void): void {
  const receiver = useRef(giveBack);
  /** What is still to be kept. Null: nothing; then leaving must not write either, or it would undo a sign-out. */
  const pending = useRef<Draft | null>(null);
  useEffect(() => {
    receiver.current(keptDraft(conversationId));
  }, [conversationId]);

  const { text, unsent } = draft;
  useEffect(() => {
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
