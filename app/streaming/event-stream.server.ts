import type { ServerResponse } from "node:http";

/** Frames for one viewer, as many at a time as are due; `signal` fires once the viewer has left. */
type Frames = (signal: AbortSignal) => AsyncGenerator<string>;

const framesOf = new WeakMap<Response, Frames>();

/** A viewer who takes nothing for so long is hung up on; whoever is really there comes back to where they were. */
const stalledMs = 30_000;

/**
 * The answer of a route whose frames `sendEventStream` will write. Nothing on the way may hold them back: no compression
 * (`no-transform`), no proxy buffer.
 */
export function eventStream(frames: Frames): Response {
  const response = new Response(null, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
  framesOf.set(response, frames);
  return response;
}

/**
 * Writes the frames of an event stream straight to Node's response, without a web stream between them, and resolves once
 * it is closed. False, and nothing done, for any other answer. A frame is made only when the viewer has taken the ones
 * before it, so a slow one costs no memory.
 */
export async function sendEventStream(answer: Response, to: ServerResponse): Promise<boolean> {
  const frames = framesOf.get(answer);
  if (!frames) return false;
  const left = new AbortController();
  // The one sign of a viewer who left that can be trusted: a request's signal may stay silent once it is collected.
  const closed = new Promise<void>((resolve) => {
    if (to.closed || to.destroyed) resolve();
    else to.once("close", resolve);
  });
  // With a word of ours: without one, an error with a stack would be made for each viewer who leaves.
  void closed.then(() => left.abort("left"));
  to.writeHead(answer.status, Object.fromEntries(answer.headers));
  to.flushHeaders();
  try {
    for await (const frame of frames(left.signal)) {
      if (left.signal.aborted) break;
      if (!to.write(frame)) await drained(to, left.signal);
    }
    to.end();
  } catch (error) {
    to.destroy();
    throw error;
  }
  await closed;
  return true;
}

/** Resolves when the viewer has taken what was written, or has left; one that takes nothing is made to leave. */
function drained(to: ServerResponse, left: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stalled = setTimeout(() => to.destroy(), stalledMs);
    const done = () => {
      clearTimeout(stalled);
      to.off("drain", done);
      left.removeEventListener("abort", done);
      resolve();
    };
    to.once("drain", done);
    left.addEventListener("abort", done, { once: true });
    if (left.aborted) done();
  });
}
