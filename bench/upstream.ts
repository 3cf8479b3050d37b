import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { text } from "node:stream/consumers";
import { type Script, scriptIn } from "./script.ts";
import { stampedDelta } from "./stamps.ts";

/** How often the stand-in looks for deltas that are due, in ms. */
const tickMs = 1;

type Stream = { response: ServerResponse; socket: Socket; left: number; everyMs: number; dueAt: number };

/**
 * A stand-in of the streaming Messages API that costs little: frames written beforehand, one timer for all streams, each
 * stream at its own exact pace. The first delta comes at once. It checks nothing; `e2e/fakes` does that.
 */
export async function startUpstream(): Promise<{ url: string; open(): number; close(): void }> {
  const streams = new Set<Stream>();
  const server = createServer((request, response) => {
    begin(request, response).catch(() => response.destroy());
  });

  async function begin(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { deltas, perSecond }: Script = scriptIn(await text(request));
    const { socket } = response;
    if (!socket) return;
    socket.setNoDelay(true);
    response.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "request-id": "req_bench",
    });
    response.flushHeaders();
    const stream = { response, socket, left: deltas, everyMs: 1_000 / perSecond, dueAt: performance.now() };
    response.once("close", () => streams.delete(stream));
    socket.write(chunked(opening));
    streams.add(stream);
    advance(stream, stream.dueAt);
  }

  function advance(stream: Stream, now: number): void {
    if (stream.dueAt > now) return;
    stream.dueAt += stream.everyMs;
    // Past the response object: a chunk whose frame never changes its length needs no bookkeeping.
    stream.socket.write(deltaHead + stampedDelta() + deltaTail, "latin1");
    if (--stream.left > 0) return;
    streams.delete(stream);
    stream.response.end(closing);
  }

  const timer = setInterval(() => {
    const now = performance.now();
    for (const stream of streams) advance(stream, now);
  }, tickMs);

  // A connection that is closed just as it is used again would end the bench.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the stand-in listens on no TCP port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    open: () => streams.size,
    close() {
      clearInterval(timer);
      server.close();
      server.closeAllConnections();
    },
  };
}

function frame(type: string, data: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
}

function chunked(content: string): string {
  return `${content.length.toString(16)}\r\n${content}\r\n`;
}

const opening =
  frame("message_start", {
    message: {
      id: "msg_bench",
      type: "message",
      role: "assistant",
      model: "claude-bench",
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage: {
        input_tokens: 10,
        output_tokens: 1,
        cache_creation_input_tokens: 0,
        cache_read_input_tokens: 0,
      },
    },
  }) + frame("content_block_start", { index: 0, content_block: { type: "text", text: "" } });

const closing =
  frame("content_block_stop", { index: 0 }) +
  frame("message_delta", {
    delta: { stop_reason: "end_turn", stop_sequence: null },
    usage: { output_tokens: 10 },
  }) +
  frame("message_stop", {});

const [deltaHead = "", deltaTail = ""] = chunked(
  frame("content_block_delta", { index: 0, delta: { type: "text_delta", text: stampedDelta(0) } }),
).split(stampedDelta(0));
