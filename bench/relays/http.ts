import { Agent, type IncomingMessage, request } from "node:http";
import { lanes, messagesBody } from "./messages-body.ts";
import { serve, upstreamUrl } from "./serve.ts";

const agent = new Agent({ keepAlive: true });

// The measure of all others: bare node:http on both sides, every event parsed and written anew, no database.
serve(async (words, response) => {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store, no-transform" });
  await Promise.all(
    lanes.map(async (lane) => {
      let rest = "";
      for await (const chunk of (await call(words)).setEncoding("utf8")) {
        const frames = `${rest}${chunk}`.split("\n\n");
        rest = frames.pop() ?? "";
        for (const frame of frames) {
          const event = JSON.parse(frame.slice(frame.indexOf("\ndata: ") + 7));
          if (event.type === "content_block_delta")
            response.write(`event: ${lane}\ndata: ${JSON.stringify({ delta: event.delta.text })}\n\n`);
        }
      }
    }),
  );
  response.end("event: turn\ndata: {}\n\n");
});

function call(words: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${upstreamUrl}/v1/messages`, {
      agent,
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-api-key": "bench",
        "anthropic-version": "2023-06-01",
      },
    });
    outgoing.once("response", resolve).once("error", reject);
    outgoing.end(JSON.stringify({ ...messagesBody(words), stream: true }));
  });
}
