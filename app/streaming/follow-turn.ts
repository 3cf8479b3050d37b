import { createParser } from "eventsource-parser";
import { type ChannelEvent, readChannelEvent } from "./channel-events.ts";

/** Waits between tries, in ms; the last one repeats. Each is shortened at random, so that a room full of browsers comes back bit by bit. */
const backoffMs = [300, 1_000, 2_000, 4_000, 8_000];

/** So many tries in vain, and it may not come back by itself. */
const patientTries = 5;

/**
 * A connection may be dead without a word: a network that drops everything, an instance that is frozen. The server shows a
 * sign of life every 15 s, so after this long without a byte it is given up.
 */
export const silenceMs = 20_000;

/** `cut`: lost, and every try to come back has failed for a while; tries go on all the same. */
export type Connection = "open" | "lost" | "cut";

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
  /** An event named `again` on it is worth a try at once. */
  again: EventTarget;
  /** How long a connection may be silent; only tests have less patience. */
  patienceMs?: number;
  onEvent(event: ChannelEvent): void;
  onConnection(connection: Connection): void;
}): Promise<"ended" | "gone"> {
  const { url, turnId, signal, again, patienceMs = silenceMs, onEvent, onConnection } = options;
  let { cursor } = options;
  let ended = false;
  let tries = 0;

  while (!signal.aborted) {
    const life = lifeOf(signal, patienceMs);
    try {
      const query = new URLSearchParams({ turn: turnId, ...(cursor === null ? {} : { after: cursor }) });
      const response = await fetch(`${url}?${query}`, {
        signal: life.signal,
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
        life.goesOn();
        parser.feed(text);
      });
      if (ended) return "ended";
    } catch {
      // Cut in the middle or never connected: the same thing, and the same mend.
    } finally {
      life.end();
    }
    if (signal.aborted) break;
    const wait = backoffMs[Math.min(tries, backoffMs.length - 1)] ?? 0;
    tries += 1;
    onConnection(tries > patientTries ? "cut" : "lost");
    await untilWorthATry(wait * (0.5 + Math.random() / 2), signal, again);
  }
  return "gone";
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

/** One connection's life: over when the viewer leaves, when the network says it is gone, or when nothing was heard for too long. */
function lifeOf(viewer: AbortSignal, patienceMs: number) {
  const cut = new AbortController();
  const over = () => cut.abort();
  let silence = setTimeout(over, patienceMs);
  addEventListener("offline", over);
  return {
    signal: AbortSignal.any([viewer, cut.signal]),
    goesOn() {
      clearTimeout(silence);
      silence = setTimeout(over, patienceMs);
    },
    end() {
      clearTimeout(silence);
      removeEventListener("offline", over);
    },
  };
}

/** A network that comes back is worth a try at once, and so is a learner who asks for it. */
function untilWorthATry(ms: number, signal: AbortSignal, again: EventTarget): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      again.removeEventListener("again", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener("online", done);
    again.addEventListener("again", done);
    signal.addEventListener("abort", done);
  });
}
