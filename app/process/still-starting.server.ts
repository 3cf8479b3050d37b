import type { IncomingMessage, ServerResponse } from "node:http";
import { sendPlainPage } from "./plain-page.server.ts";
import { plainWords } from "./plain-words.ts";

const retryAfterSeconds = 2;

/** Answers until the database has: the process is healthy, and not ready. */
export function stillStarting(request: IncomingMessage, response: ServerResponse): void {
  if (request.url === "/health") {
    response.end("ok\n");
    return;
  }
  request.resume();
  response.setHeader("Retry-After", retryAfterSeconds);
  sendPlainPage(response, 503, plainWords.starting);
}
