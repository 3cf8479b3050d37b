import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { type PromptUsage, promptCache } from "./model-provider-cache.ts";
import { type MessagesBody, readMessagesBody, type Refusal } from "./model-provider-request.ts";
import type { Scenario } from "./model-provider-scenario.ts";
import { streamReply } from "./model-provider-stream.ts";
import { laneOf, voiceOf } from "./model-provider-voice.ts";

type RecordedRequest = {
  /** Null where the API would turn it down. */
  body: MessagesBody | null;
  /** The body as it came, to search for what must or must not be in it. */
  json: string;
  headers: IncomingHttpHeaders;
  lane: "partner" | "coach" | null;
  /** What the prompt costs by the cache's rules; null when it was turned down. */
  usage: PromptUsage | null;
  status: number;
  /** What has left towards the caller. */
  readonly bytesSent: number;
  /** The caller hung up before the answer's end. */
  abandoned: boolean;
};

export type ModelProvider = {
  /** For ANTHROPIC_BASE_URL. */
  url: string;
  /** All requests so far, oldest first. */
  requests: RecordedRequest[];
  /** What the next request, or the next of a lane, meets. Several queue up. */
  next(scenario: Scenario, lane?: "partner" | "coach"): void;
  /** What every request meets that nothing is queued for. */
  default(scenarioFor: (body: MessagesBody) => Scenario): void;
  close(): Promise<void>;
};

/** A local server that speaks the streaming Messages API, with its rules, its prompt cache and any fault one can name. */
export async function startModelProvider({ port = 0 } = {}): Promise<ModelProvider> {
  const requests: RecordedRequest[] = [];
  const queue: { scenario: Scenario; lane: "partner" | "coach" | undefined }[] = [];
  const cache = promptCache();
  let scenarioFor = voiceOf;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const json = await text(request);
    const read = callRefusal(request) ?? readMessagesBody(json);
    const headers = request.headers;
    const { socket } = request;
    const sentBefore = socket.bytesWritten;
    const recorded: RecordedRequest = {
      body: null,
      json,
      headers,
      lane: null,
      usage: null,
      status: 200,
      get bytesSent() {
        return socket.bytesWritten - sentBefore;
      },
      abandoned: false,
    };
    const id = String(requests.push(recorded)).padStart(6, "0");
    response.on("close", () => (recorded.abandoned = !response.writableEnded));

    if ("refusal" in read) {
      recorded.status = read.refusal.status;
      sendError(response, id, read.refusal);
      return;
    }
    const { body } = read;
    const lane = laneOf(body);
    const { usage, begin } = cache.price(body);
    Object.assign(recorded, { body, lane, usage });

    const queued = queue.findIndex((entry) => entry.lane === undefined || entry.lane === lane);
    const scenario = queued === -1 ? scenarioFor(body) : queue.splice(queued, 1)[0]?.scenario;
    switch (scenario?.does) {
      case "reply":
        return streamReply(response, scenario, {
          id,
          model: body.model,
          maxTokens: body.max_tokens,
          usage,
          begin,
        });
      case "status":
        recorded.status = scenario.status;
        sendError(response, id, { message: "The stand-in was told to", ...scenario }, scenario.headers);
        return;
      case "html":
        response
          .writeHead(200, { "content-type": "text/html" })
          .end("<!doctype html><title>Welcome to Hotel WiFi</title>");
        return;
      case "never-answer":
      case undefined:
        return;
    }
  }

  const server = createServer((request, response) => {
    // A caller that hangs up while its body is read is no fault of the stand-in.
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));

  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the stand-in listens on no TCP port");

  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    next: (scenario, lane) => void queue.push({ scenario, lane }),
    default: (choose) => void (scenarioFor = choose),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function callRefusal(request: IncomingMessage): { refusal: Refusal } | null {
  if (request.method !== "POST" || request.url !== "/v1/messages") {
    return { refusal: { status: 404, type: "not_found_error", message: "Not found" } };
  }
  // The SDK sends a key as a bearer token; by hand it is more often the older header.
  if (!request.headers.authorization?.startsWith("Bearer ") && !request.headers["x-api-key"]) {
    return { refusal: { status: 401, type: "authentication_error", message: "An API key is required" } };
  }
  if (!request.headers["anthropic-version"]) {
    return {
      refusal: {
        status: 400,
        type: "invalid_request_error",
        message: "anthropic-version: header is required",
      },
    };
  }
  return null;
}

function sendError(
  response: ServerResponse,
  id: string,
  { status, type, message }: Refusal,
  headers = {},
): void {
  const requestId = `req_${id}`;
  response.writeHead(status, { "content-type": "application/json", "request-id": requestId, ...headers });
  response.end(JSON.stringify({ type: "error", error: { type, message }, request_id: requestId }));
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { port: { type: "string", default: "4010" } } });
  const provider = await startModelProvider({ port: Number(values.port) });
  console.log(`Stand-in for the model provider: ANTHROPIC_BASE_URL=${provider.url} ANTHROPIC_API_KEY=any`);
}
