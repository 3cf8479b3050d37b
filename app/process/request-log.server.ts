import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "./log.server.ts";

/** One line a request: no query, no cookie, no address that is itself a secret. */
export function logRequest(request: IncomingMessage, response: ServerResponse): void {
  const began = performance.now();
  response.once("close", () => {
    log.info(
      {
        method: request.method,
        path: withoutSecrets(request.url ?? ""),
        status: response.statusCode,
        ms: Math.round(performance.now() - began),
        cut: response.writableFinished ? undefined : true,
      },
      "request",
    );
  });
}

const longestPlainSegment = 36;

/**
 * `/invite/<token>` and `/owner/<token>` let in whoever has them, and an address can be spelled in many ways: decoded
 * first, and whatever is longer than an id is left out wherever it stands.
 */
export function withoutSecrets(url: string): string {
  const path = decodedPath(url);
  if (/invite|owner/i.test(path)) return /owner/i.test(path) ? "/owner/…" : "/invite/…";
  const segments = path
    .split(/[/\\]/)
    .map((segment) => (segment.length > longestPlainSegment ? "…" : segment));
  return segments.join("/").slice(0, 200);
}

function decodedPath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  try {
    return decodeURIComponent(path);
  } catch {
    // Nothing of ours; what it hides is not worth knowing.
    return "(broken)";
  }
}
