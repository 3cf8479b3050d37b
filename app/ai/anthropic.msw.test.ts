import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { anthropicModel } from "./anthropic.server.ts";
import { hearAll, keptLog, raiseRequest } from "./model-testing.ts";

// Built before the server listens: what the adapter calls must still be the fetch of the moment.
const model = anthropicModel({
  apiKey: "CANARY-KEY",
  baseUrl: null,
  partnerModel: "claude-sonnet-5-5",
  coachModel: "claude-haiku-5-5-20261001",
  log: keptLog(),
  retries: { firstWaitMs: 1 },
});

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const endpoint = "https://api.anthropic.com/v1/messages";

function frame(type: string, data: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
}

function reply(
  text: string,
  usage: object = { input_tokens: 5, cache_read_input_tokens: 0, cache_creation_input_tokens: 9 },
) {
  return [
    frame("message_start", { message: { usage: { ...usage, output_tokens: 1 } } }),
    frame("content_block_start", { index: 0, content_block: { type: "text", text: "" } }),
    frame("content_block_delta", { index: 0, delta: { type: "text_delta", text } }),
    frame("content_block_stop", { index: 0 }),
    frame("message_delta", { delta: { stop_reason: "end_turn" }, usage: { output_tokens: 4 } }),
    frame("message_stop", {}),
  ].join("");
}

function eventStream(body: string | ReadableStream<Uint8Array>) {
  return new HttpResponse(body, { headers: { "content-type": "text/event-stream" } });
}

/** The stream in two pieces, cut after so many bytes. */
function cutAt(bytes: Uint8Array, at: number): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.slice(0, at));
      controller.enqueue(bytes.slice(at));
      controller.close();
    },
  });
}

async function bodyOf(request = raiseRequest()): Promise<unknown> {
  let body: unknown;
  server.use(
    http.post(endpoint, async ({ request: sent }) => {
      body = await sent.json();
      return eventStream(reply("No."));
    }),
  );
  expect((await hearAll(model, request)).outcome).toEqual({ status: "complete" });
  return body;
}

test("the whole request: frozen part cached for an hour, the conversation to its last block, the tail after it", async () => {
  const request = raiseRequest();
  expect(await bodyOf(request)).toEqual({
    model: "claude-sonnet-5-5",
    max_tokens: 300,
    stream: true,
    thinking: { type: "between_tools" },
    system: [{ type: "text", text: request.system, cache_control: { type: "ephemeral", ttl: "1h" } }],
    messages: [
      { role: "user", content: [{ type: "text", text: "The scene: Friday, Marta's office." }] },
      { role: "assistant", content: [{ type: "text", text: "You wanted to see me?" }] },
      {
        role: "user",
        content: [
          {
            type: "text",
            text: "<learner>I want a raise. CANARY-LEARNER</learner>",
            cache_control: { type: "ephemeral" },
          },
          { type: "text", text: "Hold your position." },
        ],
      },
    ],
  });
});

test("a dated model of a family does without thinking as its family does", async () => {
  const body = await bodyOf(raiseRequest({ lane: "coach" }));
  expect(body).toMatchObject({ model: "claude-haiku-5-5-20261001", thinking: { type: "disabled" } });
});

test("what the provider would turn down is not sent: blank blocks, an empty tail, two messages of one role", async () => {
  const messages = [
    { role: "user" as const, blocks: ["First.", " "] },
    { role: "assistant" as const, blocks: [""] },
    { role: "user" as const, blocks: ["Second."] },
  ];
  expect(await bodyOf(raiseRequest({ messages, tail: "" }))).toMatchObject({
    messages: [
      {
        role: "user",
        content: [
          { type: "text", text: "First." },
          { type: "text", text: "Second.", cache_control: { type: "ephemeral" } },
        ],
      },
    ],
  });
});

test("the key goes to the provider in a header, and nowhere else", async () => {
  let sent: Request | undefined;
  server.use(
    http.post(endpoint, ({ request }) => {
      sent = request.clone();
      return eventStream(reply("No."));
    }),
  );
  await hearAll(model, raiseRequest());
  expect(sent?.headers.get("authorization")).toBe("Bearer CANARY-KEY");
  expect(sent?.url).not.toContain("CANARY");
  expect(await sent?.text()).not.toContain("CANARY-KEY");
});

test("UP19 the text is the same wherever the frame that holds it is cut in two, also inside an emoji", async () => {
  const text = "Nö 🙅🏽‍♀️.";
  const stream = reply(text);
  const bytes = new TextEncoder().encode(stream);
  const spoken = stream.indexOf("event: content_block_delta");
  for (let at = spoken - 2; at < spoken + 150; at++) {
    server.resetHandlers(http.post(endpoint, () => eventStream(cutAt(bytes, at))));
    const heard = await hearAll(model, raiseRequest());
    expect({ at, text: heard.text, status: heard.outcome.status }).toEqual({ at, text, status: "complete" });
  }
});

test.each([
  ["negative", { input_tokens: -5 }],
  ["not a number", { input_tokens: "many" }],
  ["a fraction", { input_tokens: 1.5 }],
  ["beyond belief", { input_tokens: 1e15 }],
  ["missing", {}],
])("UP24 a prompt price that is %s is none, so that the caller can fall back", async (_name, usage) => {
  server.use(http.post(endpoint, () => eventStream(reply("No.", usage))));
  const { events, usage: told } = await hearAll(model, raiseRequest());
  expect(told).toBeNull();
  expect(events.some((event) => event.type === "usage")).toBe(false);
});

test("UP24 absurd cache counts are nothing, an absurd output is estimated from the text", async () => {
  const stream = reply("No. Not this quarter.", { input_tokens: 5, cache_read_input_tokens: -1 }).replace(
    '"output_tokens":4',
    '"output_tokens":-4',
  );
  server.use(http.post(endpoint, () => eventStream(stream)));
  const { usage } = await hearAll(model, raiseRequest());
  expect(usage).toEqual({
    input: 5,
    cacheRead: 0,
    cacheWrite: 0,
    output: Math.ceil("No. Not this quarter.".length / 3),
  });
});

test("UP24 words that are told to have cost nothing are counted", async () => {
  const stream = reply("No. Not this quarter.").replace('"output_tokens":4', '"output_tokens":0');
  server.use(http.post(endpoint, () => eventStream(stream)));
  const { usage } = await hearAll(model, raiseRequest());
  expect(usage?.output).toBe(Math.ceil("No. Not this quarter.".length / 3));
});

test("UP10 a stream that ends between its last words and message_stop is cut, its price as reported", async () => {
  server.use(http.post(endpoint, () => eventStream(reply("No.").replace(frame("message_stop", {}), ""))));
  const { outcome, usage } = await hearAll(model, raiseRequest());
  expect(outcome).toEqual({ status: "partial", reason: "cut" });
  expect(usage?.output).toBe(4);
});

test("UP18 malformed events tell nothing and break nothing", async () => {
  const odd = [
    frame("message_start", { message: null }),
    "event: x\ndata: null\n\n",
    'event: x\ndata: "text"\n\n',
  ].join("");
  server.use(http.post(endpoint, () => eventStream(odd + reply("No."))));
  expect(await hearAll(model, raiseRequest())).toMatchObject({
    text: "No.",
    outcome: { status: "complete" },
  });
});

test("UP16 a connection that fails is tried again", async () => {
  let calls = 0;
  server.use(http.post(endpoint, () => (++calls < 3 ? HttpResponse.error() : eventStream(reply("No.")))));
  expect((await hearAll(model, raiseRequest())).text).toBe("No.");
  expect(calls).toBe(3);
});

test("UP17 a corrupt frame writes nothing of it to the console", async () => {
  const written = (["log", "info", "warn", "error", "debug"] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation(() => {}),
  );
  const corrupt = 'event: content_block_delta\ndata: {"delta":{"text":"CANARY-REPLY\n\n';
  server.use(
    http.post(endpoint, () => eventStream(reply("No.").replace(/event: content_block_stop[^]*/, corrupt))),
  );
  const { outcome } = await hearAll(model, raiseRequest());
  const calls = written.flatMap((spy) => spy.mock.calls);
  vi.restoreAllMocks();
  expect(outcome).toEqual({ status: "partial", reason: "unexpected" });
  expect(calls).toEqual([]);
});
