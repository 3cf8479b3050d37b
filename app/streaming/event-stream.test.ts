import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { eventStream } from "./event-stream.server.ts";

test("ST19 whoever leaves is noticed, without the request's signal", async () => {
  let left = 0;
  const response = eventStream(async function* (signal) {
    signal.addEventListener("abort", () => left++);
    while (!signal.aborted) {
      yield ": tick\n\n";
      await sleep(1);
    }
  });
  const reader = response.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect(left).toBe(1);
});

test("ST18 a frame is made only for a viewer who is ready for it: being slow costs no memory", async () => {
  let made = 0;
  const response = eventStream(async function* () {
    for (;;) yield `data: ${++made}\n\n`;
  });
  const reader = response.body?.getReader();
  await sleep(20);
  expect(made).toBe(0);
  await reader?.read();
  await reader?.read();
  await sleep(20);
  expect(made).toBe(2);
  await reader?.cancel();
});

test("nothing on the way may hold the stream back or keep it", () => {
  const { headers } = eventStream(async function* () {});
  expect(headers.get("cache-control")).toBe("no-store, no-transform");
  expect(headers.get("content-type")).toContain("text/event-stream");
});
