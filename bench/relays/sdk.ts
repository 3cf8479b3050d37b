import Anthropic from "@anthropic-ai/sdk";
import { lanes, messagesBody } from "./messages-body.ts";
import { serve, upstreamUrl } from "./serve.ts";

const client = new Anthropic({ apiKey: "bench", baseURL: upstreamUrl });

// As the SDK's README shows streaming: `create` with `stream: true`, iterated; no database.
serve(async (words, response) => {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store, no-transform" });
  await Promise.all(
    lanes.map(async (lane) => {
      const stream = await client.messages.create({ ...messagesBody(words), stream: true });
      for await (const event of stream) {
        if (event.type === "content_block_delta" && event.delta.type === "text_delta")
          response.write(`event: ${lane}\ndata: ${JSON.stringify({ delta: event.delta.text })}\n\n`);
      }
    }),
  );
  response.end("event: turn\ndata: {}\n\n");
});
