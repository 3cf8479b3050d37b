import type { Readable } from "node:stream";

/** A stamp's resolution: 0.1 ms. Load and stand-in are one process, so that both read the same clock. */
const perMs = 10;
const digits = 6;
const radix = 36;

/** One delta: about as long as a piece of a real reply, and the moment it was sent. */
export function stampedDelta(now = performance.now()): string {
  return `~${Math.round(now * perMs)
    .toString(radix)
    .padStart(digits, "0")} `;
}

/**
 * Finds every stamp in a response, whatever it is wrapped in and however many share a frame, and tells how long each was
 * on its way. Resolves with their number at the response's end.
 */
export async function readStamps(response: Readable, onDelta: (latencyMs: number) => void): Promise<number> {
  let rest = "";
  let count = 0;
  response.setEncoding("latin1");
  return new Promise((resolve, reject) => {
    response.on("data", (chunk: string) => {
      const now = performance.now();
      const text = rest + chunk;
      let at = text.indexOf("~");
      for (; at !== -1 && at + digits < text.length; at = text.indexOf("~", at + digits)) {
        count++;
        onDelta(now - Number.parseInt(text.slice(at + 1, at + 1 + digits), radix) / perMs);
      }
      rest = at === -1 ? "" : text.slice(at);
    });
    response.once("end", () => resolve(count));
    response.once("error", reject);
    response.once("close", () => reject(new Error("the response was cut")));
  });
}
