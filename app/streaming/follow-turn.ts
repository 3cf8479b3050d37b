import { createParser } from "eventsource-parser";
import { type ChannelEvent, readChannelEvent } from "./channel-events.ts";

/** Waits between tries, in ms; the last one repeats. Each is shortened at random, so that a room full of browsers comes back bit by bit. */
const backoffMs = [300, 1_000, 2_000, 4_000, 8_000];

/**
 * A connection may be dead without a word: a network that drops everything, an instance that is frozen. The server shows a
 * sign of life every 15 s, so after this long without a byte it is given up.
 */
export const silenceMs = 20_000;

export type Connection = "open" | "lost";

/**
 * Follows one turn in the browser until its `turn` event, coming back to where it was after every cut. Resolves with
 * `gone` when there is nothing to follow (no such turn, no longer signed in); never rejects, ends silently on abort.
 */
export async function followTurn(options: {
  /** The events address, without a query. */
  url: string;
  turnId: string;
  /** Where the text on the page ends; null: from the beginning. */
  cursor: string | null;
  signal: AbortSignal;
  /** How long a connection may be silent; only tests have less patience. */
  patienceMs?: number;
  onEvent(event: ChannelEvent): void;
  onConnection(connection: Connection): void;
}): Promise<"ended" | "gone"> {
  const { url, turnId, signal, patienceMs = silenceMs, onEvent, onConnection } = options;
  let { cursor } = options;
  let ended = false;
  let tries = 0;

  while (!signal.aborted) {
    const silence = watchForSilence(patienceMs);
    try {
      const query = new URLSearchParams({ turn: turnId, ...(cursor === null ? {} : { after: cursor }) });
      const response = await fetch(`${url}?${query}`, {
        signal: AbortSignal.any([signal, silence.signal]),
        headers: { Accept: "text/event-stream" },
      });
      if (response.status >= 400 && response.status < 500) return "gone";
      if (!response.ok || !response.body) throw new Error("no stream");
      onConnection("open");
      const parser = createParser({
        onEvent(message) {
          const event = readChannelEvent(message.event, message.data);
          if (!event) return;
          tries = 0;
          cursor = message.id ?? cursor;
          if (event.channel === "turn") ended = true;
          onEvent(event);
        },
      });
      await readAll(response.body, (text) => {
        silence.broken();
        parser.feed(text);
      });
      if (ended) return "ended";
    } catch {
      // Cut in the middle, silent or never connected: the same thing, and the same mend.
    } finally {
      silence.end();
    }
    if (signal.aborted) break;
    onConnection("lost");
    const wait = backoffMs[Math.min(tries++, backoffMs.length - 1)] ?? 0;
    await untilOnlineOrAfter(wait * (0.5 + Math.random() / 2), signal);
  }
  return "gone";
}

/** `signal` fires once `broken` has not been called for so long; any byte breaks a silence. */
function watchForSilence(ms: number) {
  const tooLong = new AbortController();
  const giveUp = () => tooLong.abort();
  let timer = setTimeout(giveUp, ms);
  return {
    signal: tooLong.signal,
    broken(): void {
      clearTimeout(timer);
      timer = setTimeout(giveUp, ms);
    },
    end: () => clearTimeout(timer),
  };
}

async function readAll(body: ReadableStream<Uint8Array>, onText: (text: string) => void): Promise<void> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    onText(value);
  }
}

/** A network that comes back is worth a try at once. */
function untilOnlineOrAfter(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener("online", done);
    signal.addEventListener("abort", done);
  });
}
