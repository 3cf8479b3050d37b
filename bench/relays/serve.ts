import { createServer, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

/** A relay is a server that gets the learner's words as a body and answers with both lanes in one response. */
export function serve(relay: (words: string, response: ServerResponse) => Promise<void>): void {
  const server = createServer((request, response) => {
    text(request)
      .then((words) => relay(words, response))
      .catch((error: unknown) => {
        console.error(error);
        response.destroy();
      });
  });
  server.listen(Number(process.env["PORT"]), "127.0.0.1");
}

export const upstreamUrl = process.env["ANTHROPIC_BASE_URL"] ?? "";
