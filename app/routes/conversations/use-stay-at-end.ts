import { useEffect, useRef } from "react";

/** This close to the end counts as being there. */
const nearPx = 160;

/**
 * Keeps the end of the page in view while words come in, as long as the reader is there; whoever scrolls up is left in
 * peace. Whoever opens a conversation starts there too. Sending brings them back. `end` changes whenever there is more to see (null: the
 * conversation is over, and its page is read from the top), `sent` with each message of their own.
 */
export function useStayAtEnd(end: string | null, sent: string | undefined): void {
  const there = useRef(true);

  useEffect(() => {
    const page = document.documentElement;
    const look = () => {
      there.current = page.scrollHeight - page.clientHeight - page.scrollTop < nearPx;
    };
    addEventListener("scroll", look, { passive: true });
    return () => removeEventListener("scroll", look);
  }, []);

  useEffect(() => {
    if (sent) there.current = true;
  }, [sent]);

  useEffect(() => {
    if (end !== null && there.current)
      document.documentElement.scrollTop = document.documentElement.scrollHeight;
  }, [end]);
}
