import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeAll, afterAll, describe, expect, test, vi } from "vitest";
import type { ChannelEvent } from "./channel-events.ts";
import { type Cursor, readCursor, start } from "./cursor.ts";
import { followTurn } from "./follow-turn.ts";
import { heartbeatFrame, stepsSince, writeFrame } from "./frames.ts";

const text = "It's just that I never put it to him properly.";
const asked: (string | null)[] = [];
let answer: (request: IncomingMessage, response: ServerResponse, from: Cursor) => void;

const server = createServer((request, response) => {
  const after = new URL(request.url ?? "", "http://x").searchParams.get("after");
  asked.push(after);
  answer(request, response, after === null ? start : (readCursor(after) ?? start));
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));
afterEach(() => void asked.splice(0));

test("ST06 and ST12: a stream that ends without its last word was cut: it is taken up where it was, without a gap or a repeat", async () => {
  let connections = 0;
  answer = (_, response, from) => {
    connections++;
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    response.end(framesFrom(from, connections < 3 ? connections * 12 : Infinity));
  };
  const { events, ended, connection } = await follow();
  expect(ended).toBe("ended");
  expect(joined(events)).toBe(text);
  expect(asked[0]).toBeNull();
  expect(asked.slice(1).every((after) => readCursor(after ?? "") !== null)).toBe(true);
  expect(connection).toEqual(["open", "lost", "open", "lost", "open"]);
});

test("a connection that breaks in the middle of a frame is the same thing", async () => {
  let connections = 0;
  answer = (_, response, from) => {
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    if (connections++ > 0) response.end(framesFrom(from, Infinity));
    else response.write(framesFrom(from, 20).slice(0, -9), () => response.destroy());
  };
  expect(joined((await follow()).events)).toBe(text);
});

test.each([404, 401, 400])("%i means there is nothing to follow: no second try", async (status) => {
  answer = (_, response) => response.writeHead(status).end();
  expect((await follow()).ended).toBe("gone");
  expect(asked).toHaveLength(1);
});

test("a server that is away is tried again", async () => {
  let connections = 0;
  answer = (_, response, from) => {
    if (connections++ < 2) response.writeHead(503).end();
    else response.writeHead(200).end(framesFrom(from, Infinity));
  };
  expect((await follow()).ended).toBe("ended");
  expect(asked).toHaveLength(3);
});

describe("ST04 a connection that dies without a word", () => {
  test.each([
    ["after some words", 20],
    ["before its first", 0],
  ])("%s is given up, and taken up where it was", async (_, characters) => {
    let connections = 0;
    answer = (_, response, from) => {
      if (connections++ > 0) response.end(framesFrom(from, Infinity));
      else if (characters > 0) response.write(framesFrom(from, characters));
    };
    const { events, ended, connection } = await follow({ patienceMs: 300 });
    expect(ended).toBe("ended");
    expect(joined(events)).toBe(text);
    expect(asked).toHaveLength(2);
    expect(asked[1] === null).toBe(characters === 0);
    expect(connection.at(-2)).toBe("lost");
  });

  test("is told from a quiet one: a comment is a sign of life", async () => {
    answer = (_, response, from) => {
      response.write(framesFrom(from, 20));
      const beats = setInterval(() => response.write(heartbeatFrame), 50);
      // Longer than anybody's patience.
      setTimeout(() => {
        clearInterval(beats);
        response.end(framesFrom({ ...from, partner: { attempt: 1, offset: 20, done: false } }, Infinity));
      }, 1_500);
    };
    const { events, connection } = await follow({ patienceMs: 1_000 });
    expect(joined(events)).toBe(text);
    expect(connection).toEqual(["open"]);
  });
});

test("ST04 a network that is back is worth a try at once", async () => {
  answer = (_, response, from) => {
    if (asked.length < 2) response.writeHead(503).end();
    else response.end(framesFrom(from, Infinity));
  };
  const online: (() => void)[] = [];
  const following = follow({
    backoffFactor: 1e6,
    onListen: (name, listener) => name === "online" && online.push(listener),
  });
  await vi.waitUntil(() => online.length > 0);
  for (const back of online) back();
  expect((await following).ended).toBe("ended");
});

/** All frames a viewer at `from` gets while only so much of the text is there. */
function framesFrom(from: Cursor, characters: number): string {
  const whole = characters >= text.length;
  const view = {
    attempt: 1,
    text: text.slice(0, characters),
    status: whole ? ("complete" as const) : null,
    rewritten: false,
  };
  let cursor = from;
  let frames = "";
  for (const { event, position } of stepsSince("t", "partner", view, from.partner)) {
    cursor = { ...cursor, partner: position };
    frames += writeFrame(event, cursor);
  }
  const last: ChannelEvent = { channel: "turn", data: { turn: "t", status: "complete", turnsLeft: 3 } };
  return whole ? frames + writeFrame(last, cursor) : frames;
}

async function follow({
  patienceMs = 10_000,
  // No test waits for a back-off; its length is not what is tested.
  backoffFactor = 0,
  onListen = (_name: string, _listener: () => void): unknown => null,
} = {}) {
  vi.spyOn(Math, "random").mockReturnValue(2 * backoffFactor - 1);
  vi.stubGlobal("addEventListener", onListen);
  vi.stubGlobal("removeEventListener", () => {});
  const events: ChannelEvent[] = [];
  const connection: string[] = [];
  const ended = await followTurn({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    turnId: "t",
    cursor: null,
    signal: new AbortController().signal,
    patienceMs,
    again: new EventTarget(),
    onEvent: (event) => events.push(event),
    onConnection: (state) => connection.push(state),
  });
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  return { events, ended, connection };
}

function joined(events: ChannelEvent[]): string {
  return events.map(({ data }) => ("delta" in data ? data.delta : "")).join("");
}
