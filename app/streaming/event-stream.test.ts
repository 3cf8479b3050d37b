import { once } from "node:events";
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { eventStream, sendEventStream } from "./event-stream.server.ts";

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

type View = { viewer: IncomingMessage; response: ServerResponse; sent: Promise<boolean> };

/** Serves this answer to one viewer. `sent` resolves once the response is closed. */
async function view(answer: Response): Promise<View> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  const responding = Promise.withResolvers<ServerResponse>();
  server = createServer((_, response) => {
    responding.resolve(response);
    sendEventStream(answer, response).then((done) => {
      if (!done) response.end();
      resolve(done);
    }, reject);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const [viewer] = await once(get({ port, host: "127.0.0.1" }), "response");
  return { viewer, response: await responding.promise, sent: promise };
}

test("every frame arrives, then the end", async () => {
  const { viewer, sent } = await view(
    eventStream(async function* () {
      yield "data: 1\n\n";
      yield "data: 2\n\ndata: 3\n\n";
    }),
  );
  let text = "";
  for await (const chunk of viewer.setEncoding("utf8")) text += chunk;
  expect(text).toBe("data: 1\n\ndata: 2\n\ndata: 3\n\n");
  expect(await sent).toBe(true);
});

test("ST19 whoever leaves is noticed, without the request's signal", async () => {
  let left = 0;
  let finished = false;
  const { viewer, sent } = await view(
    eventStream(async function* (signal) {
      signal.addEventListener("abort", () => left++);
      try {
        while (!signal.aborted) {
          yield ": tick\n\n";
          await sleep(1);
        }
      } finally {
        finished = true;
      }
    }),
  );
  await once(viewer, "data");
  viewer.destroy();
  await sent;
  expect({ left, finished }).toEqual({ left: 1, finished: true });
});

test("ST18 frames are made only as a viewer takes them: a slow one holds less than 256 KiB, and loses nothing", async () => {
  const frame = `data: ${"x".repeat(32_768)}\n\n`;
  const frames = 2_000;
  let made = 0;
  const { viewer, response, sent } = await view(
    eventStream(async function* () {
      for (; made < frames; made++) yield frame;
    }),
  );
  viewer.pause();
  // Until the kernel's own buffers are full, which it is the kernel's business to bound.
  for (let before = -1; before !== made; await sleep(100)) before = made;
  const stoppedAt = made;
  expect(stoppedAt).toBeLessThan(frames);
  expect(response.writableLength).toBeLessThan(256 * 1_024);

  let length = 0;
  for await (const chunk of viewer) length += (chunk as Buffer).length;
  expect(length).toBe(frames * frame.length);
  expect(await sent).toBe(true);
});

test("ST18 a viewer who takes nothing at all is hung up on, so that it can come back", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  try {
    const { viewer, response, sent } = await view(
      eventStream(async function* () {
        for (;;) yield `data: ${"x".repeat(32_768)}\n\n`;
      }),
    );
    viewer.pause();
    const cut = new Promise((resolve) => viewer.on("error", resolve));
    while (vi.getTimerCount() === 0) await new Promise(setImmediate);
    vi.advanceTimersByTime(29_999);
    expect(response.destroyed).toBe(false);
    vi.advanceTimersByTime(1);
    expect(await sent).toBe(true);
    viewer.resume();
    await cut;
  } finally {
    vi.useRealTimers();
  }
});

test("a page is none of its business", async () => {
  const { sent } = await view(new Response("<!doctype html>"));
  expect(await sent).toBe(false);
});

test("ST20 nothing on the way may hold the stream back or keep it", async () => {
  const { viewer } = await view(eventStream(async function* () {}));
  expect(viewer.headers["cache-control"]).toBe("no-store, no-transform");
  expect(viewer.headers["content-type"]).toContain("text/event-stream");
});
