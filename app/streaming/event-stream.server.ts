/**
 * Frames as a `text/event-stream` response that nothing on the way may hold back: no compression (`no-transform`), no
 * proxy buffer. A frame is made only when the viewer is ready for it, so a slow one costs no memory.
 *
 * `frames` gets a signal that fires once the viewer has left: the stream's `cancel` is the one sign of that which can be
 * trusted (`request.signal` may stay silent once its request is collected).
 */
export function eventStream(frames: (signal: AbortSignal) => AsyncGenerator<string>): Response {
  const left = new AbortController();
  const source = frames(left.signal);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await source.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel() {
        left.abort();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}
