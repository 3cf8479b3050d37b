import http, { type IncomingMessage, type RequestOptions } from "node:http";
import https from "node:https";
import { text } from "node:stream/consumers";
import { createParser, type EventSourceMessage } from "eventsource-parser";
import type { Watch } from "./watchdogs.ts";

/**
 * One call's way past the SDK. Web streams cost more than a third of what relaying a word costs (`docs/decisions/0012-the-shortest-way-for-a-word.md`),
 * so the SDK speaks the protocol (address, headers, errors) while the body of a good answer is read from the socket.
 */
export type Wire = { watch: Watch; body: IncomingMessage | null };

/** The connection ended before the answer did. */
export class WireCut extends Error {}

const agents = {
  http: new http.Agent({ keepAlive: true }),
  https: new https.Agent({ keepAlive: true }),
};

/** What the SDK may read of a refusal; nobody explains an error in more. */
const refusalCharacters = 100_000;

/**
 * `fetch` for the SDK over `node:http`. A good answer comes without its body, which is left on the call's wire; any other
 * comes whole. Ends with the signal of its call.
 */
export async function wiredFetch(address: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const { wire } = init as { wire: Wire };
  const url = new URL(address instanceof Request ? address.url : address);
  const answer = await send(url, {
    method: init.method ?? "POST",
    headers: { ...Object.fromEntries(new Headers(init.headers)), "accept-encoding": "identity" },
    signal: wire.watch.signal,
    body: typeof init.body === "string" ? init.body : "",
  });
  wire.watch.headers();
  const { statusCode: status = 0 } = answer;
  const headers = new Headers();
  for (let at = 0; at < answer.rawHeaders.length; at += 2)
    headers.append(answer.rawHeaders[at] ?? "", answer.rawHeaders[at + 1] ?? "");
  if (status >= 300) {
    const told = (await text(answer)).slice(0, refusalCharacters);
    return new Response(told, { status, headers });
  }
  wire.body = answer;
  return new Response(null, { status, headers });
}

/** Somebody who talks on while nobody listens is held back from here on. */
const mostHeld = 256;

/**
 * The answer's events, as many at a time as have come. Throws `WireCut` when the connection ends before the answer. Heard by
 * listeners: a stream's own iterator costs a tenth of what relaying a word does.
 */
export async function* readWire({ watch, body }: Wire): AsyncGenerator<EventSourceMessage[]> {
  if (!body) return;
  let events: EventSourceMessage[] = [];
  let wake = () => {};
  const parser = createParser({ onEvent: (event) => void events.push(event) });
  body.setEncoding("utf8");
  body.on("data", (chunk: string) => {
    watch.bytes();
    parser.feed(chunk);
    if (events.length > mostHeld) body.pause();
    if (events.length > 0) wake();
  });
  // Stays: a call that is given up breaks its connection when nobody reads it any more.
  body.on("error", () => wake());
  body.once("close", () => wake());
  for (;;) {
    if (events.length > 0) {
      const due = events;
      events = [];
      if (body.isPaused()) body.resume();
      yield due;
    } else if (body.closed || body.errored) {
      if (body.readableEnded) return;
      throw new WireCut("the connection was cut", { cause: body.errored });
    } else await new Promise<void>((resolve) => (wake = resolve));
  }
}

function send(url: URL, { body, ...options }: RequestOptions & { body: string }): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    // Looked up at each call: tests put theirs in later.
    const outgoing =
      url.protocol === "https:"
        ? https.request(url, { ...options, agent: agents.https })
        : http.request(url, { ...options, agent: agents.http });
    outgoing.once("error", reject);
    outgoing.once("response", resolve);
    outgoing.end(body);
  });
}
