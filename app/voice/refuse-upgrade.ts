import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";

/** How an upgrade is answered that does not become a WebSocket. */
export type RefusedStatus = 401 | 403 | 404 | 429 | 503;

const words: Record<RefusedStatus, string> = {
  401: "Sign in first.",
  403: "That did not come from this site.",
  404: "There is no such conversation.",
  429: "You have this open too often already. Close another window first.",
  503: "The service is restarting. Try again in a few seconds.",
};

const retryAfterSeconds = 5;

/** Answers in plain HTTP, before any handshake, and closes the connection. */
export function refuseUpgrade(socket: Duplex, status: RefusedStatus): void {
  const body = `${words[status]}\n`;
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "Connection: close",
    "Content-Type: text/plain; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Cache-Control: no-store",
    "X-Content-Type-Options: nosniff",
    ...(status === 429 || status === 503 ? [`Retry-After: ${retryAfterSeconds}`] : []),
  ];
  // Not destroyed before the answer is out.
  socket.once("finish", () => socket.destroy());
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
