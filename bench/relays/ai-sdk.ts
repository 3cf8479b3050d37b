import { createAnthropic } from "@ai-sdk/anthropic";
import { createUIMessageStream, pipeUIMessageStreamToResponse, streamText, toUIMessageStream } from "ai";
import { lanes } from "./messages-body.ts";
import { serve, upstreamUrl } from "./serve.ts";

const model = createAnthropic({ apiKey: "bench", baseURL: `${upstreamUrl}/v1` })("claude-bench");

// As its documentation shows a Node.js server and merged streams: two `streamText` in one UI message stream; no database.
serve(async (words, response) => {
  const stream = createUIMessageStream({
    execute({ writer }) {
      for (const streamed of lanes.map(() => streamText({ model, prompt: words, maxOutputTokens: 300 })))
        writer.merge(toUIMessageStream({ stream: streamed.stream }));
    },
  });
  await pipeUIMessageStreamToResponse({ response, stream });
});
