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

/** `/invite/<token>` and `/owner/<token>` let in whoever has them. */
export function withoutSecrets(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  return path.replace(/^\/+(invite|owner)(\/|%2f).*$/i, "/$1/…").slice(0, 200);
}
