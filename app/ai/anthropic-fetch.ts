import type { Watch } from "./watchdogs.ts";

/**
 * `fetch` that tells the watchdogs of every byte. The global one is looked up at each call: the SDK keeps what it is
 * given at construction, and tests put theirs in later.
 */
export function watchedFetch(watch: Watch): typeof fetch {
  return async (input, init) => {
    const response = await globalThis.fetch(input, init);
    watch.headers();
    if (!response.body) return response;
    return new Response(
      ticking(response.body, () => watch.bytes()),
      {
        status: response.status,
        statusText: response.statusText,
        headers: response.headers,
      },
    );
  };
}

function ticking(body: ReadableStream<Uint8Array>, tick: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.read();
      tick();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
