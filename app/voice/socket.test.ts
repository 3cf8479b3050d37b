import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { ChannelEvent } from "#app/streaming/channel-events.ts";
import { knock, until } from "./caller-testing.ts";
import { scriptedVoice } from "./scripted-voice.server.ts";
import { conversationId, handshake, replying, setSocketStage, type SocketStage } from "./socket-testing.ts";

const turnId = "0190c0de-0000-7000-8000-000000000001";
const path = `/ws/conversation/${conversationId}`;
const mebibyte = 1024 * 1024;

let stage: SocketStage | null = null;
const rawSockets: Socket[] = [];

async function set(given?: Parameters<typeof setSocketStage>[0]): Promise<SocketStage> {
  stage = await setSocketStage(given);
  return stage;
}

afterEach(async () => {
  for (const socket of rawSockets.splice(0)) socket.destroy();
  await stage?.close();
  expect(stage?.failures ?? []).toEqual([]);
  stage = null;
});

describe("what somebody says", () => {
  test("is taken, and the turn is shown to its end", async () => {
    const ada = await (await set()).call();
    ada.say("Hello.", turnId);
    await ada.told("turn");
    expect(ada.page(turnId)).toEqual({ partner: "All right.", coach: "", turn: "complete" });
    expect(ada.order).toEqual(["partner", "partner", "partner", "coach", "turn"]);
  });

  test("is told why when it is not taken, with the turn it was about", async () => {
    const ada = await (await set({ visit: { say: async () => "no-budget" } })).call();
    ada.say("Hello.", turnId);
    expect(await ada.told("error")).toEqual({ type: "error", code: "no-budget", turn: turnId });
  });

  test("is done one after the other, as it came", async () => {
    const done: string[] = [];
    const { call } = await set({
      visit: {
        say: async (_, text) => {
          done.push(`begin ${text}`);
          await new Promise((resolve) => setTimeout(resolve, text === "slow" ? 30 : 0));
          done.push(text);
          return "busy";
        },
        stop: async () => done.push("stop") > 0,
      },
    });
    const ada = await call();
    ada.say("slow");
    ada.say("quick");
    ada.send({ type: "stop" });
    await until("stopped", () => (done.includes("stop") ? true : undefined));
    expect(done).toEqual(["begin slow", "slow", "begin quick", "quick", "stop"]);
  });

  test("waits in a short queue; the rest is told to wait outside", async () => {
    let free = () => {};
    const held = new Promise<void>((resolve) => (free = resolve));
    const { call } = await set({ visit: { say: () => held.then(() => "ended") }, limits: { waiting: 3 } });
    const ada = await call();
    for (let count = 0; count < 6; count++) ada.say("Hello.");
    await ada.told("error", ({ code }) => code === "busy");
    free();
    await until("all answered", () => (ada.messages.length === 6 ? true : undefined));
    expect(
      ada.messages.filter((message) => "code" in message && message.code === "ended").length,
    ).toBeLessThan(5);
  });
});

describe("a turn that was taken elsewhere", () => {
  test("is shown as well, once", async () => {
    let latest = { turnId: "opener", running: false };
    const { call } = await set({ visit: { latestTurn: async () => latest }, limits: { lookMs: 5 } });
    const ada = await call();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(ada.order).toEqual([]);
    latest = { turnId, running: false };
    await ada.told("turn");
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(ada.messages.filter(({ type }) => type === "turn")).toHaveLength(1);
  });

  test("is shown to whoever comes while it runs", async () => {
    const { call } = await set({ visit: { latestTurn: async () => ({ turnId, running: true }) } });
    const ada = await call();
    await ada.told("turn");
    expect(ada.page(turnId).partner).toBe("All right.");
  });

  test("of a conversation that is gone ends the connection", async () => {
    let gone = false;
    const { call } = await set({
      visit: { latestTurn: async () => (gone ? null : { turnId: "opener", running: false }) },
      limits: { lookMs: 5 },
    });
    const ada = await call();
    gone = true;
    expect(await ada.closed()).toBe(1008);
  });
});

describe("speech", () => {
  test("becomes a transcript and a turn, and the partner is heard; `turn` is the last of all", async () => {
    const ada = await (await set()).call();
    ada.speak([Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)], turnId);
    const { turn } = await ada.told("turn");
    expect(turn).toBe(turnId);
    const words = ada.messages.flatMap((message) => (message.type === "transcript" ? [message] : []));
    expect(words.map(({ final }) => final)).toEqual([false, false, false, true]);
    expect(words[2]?.text.split(" ")).toHaveLength(3);
    expect(ada.sounds).toHaveLength(2);
    expect(ada.order.at(-1)).toBe("turn");
  });

  test("is answered aloud only when it was spoken", async () => {
    const ada = await (await set()).call();
    ada.say("Hello.", turnId);
    await ada.told("turn");
    expect(ada.sounds).toEqual([]);
  });

  test("of nothing is refused as empty by the same rule as a typed one", async () => {
    const { call } = await set({ visit: { say: async (_, text) => (text ? null : "empty") } });
    const ada = await call();
    ada.speak([], turnId);
    expect(await ada.told("error")).toMatchObject({ code: "empty", turn: turnId });
  });

  test.each([{ type: "stop" }, { type: "audio-start", format: "audio/webm" }] as const)(
    "of the partner falls silent at $type",
    async (interruption) => {
      let words = 0;
      let interrupted = () => {};
      const goOn = new Promise<void>((resolve) => (interrupted = resolve));
      const { call } = await set({
        openVoice: () => ({
          ...scriptedVoice(),
          async *speak(_, signal) {
            for (; words < 8 && !signal.aborted; words++) {
              yield Uint8Array.of(words);
              if (words === 1) await goOn;
            }
          },
        }),
      });
      const ada = await call();
      ada.speak([Uint8Array.of(1)], turnId);
      await until("heard", () => (ada.sounds.length === 2 ? true : undefined));
      ada.send(interruption);
      // The answer to what is no message tells that the one before it has been read.
      ada.socket.send("?");
      await ada.told("error");
      interrupted();
      await ada.told("turn");
      expect(ada.sounds).toHaveLength(2);
    },
  );

  test("that the engine cannot make costs no word of the turn", async () => {
    const given = await set({
      openVoice: () => ({
        ...scriptedVoice(),
        // oxlint-disable-next-line eslint/require-yield -- It fails before it says anything.
        async *speak() {
          throw new Error("mute");
        },
      }),
    });
    const ada = await given.call();
    ada.speak([Uint8Array.of(1)], turnId);
    await ada.told("turn");
    expect(ada.page(turnId)).toMatchObject({ partner: "All right.", turn: "complete" });
    expect(await ada.told("error")).toEqual({ type: "error", code: "voice-failed", turn: turnId });
    expect(given.failures.splice(0)).toEqual(["the partner could not be spoken: Error: mute"]);
  });

  test("that the engine cannot understand, or does not take, is told", async () => {
    const given = await set({
      openVoice: () => ({
        ...scriptedVoice(),
        listen: (format) =>
          format === "audio/odd"
            ? null
            : { hear() {}, end: () => Promise.reject(new Error("deaf")), cancel() {} },
      }),
    });
    const ada = await given.call();
    ada.send({ type: "audio-start", format: "audio/odd" });
    await ada.told("error", ({ code }) => code === "unknown-format");
    ada.speak([Uint8Array.of(1)], turnId);
    await ada.told("error", ({ code, turn }) => code === "voice-failed" && turn === turnId);
    expect(given.failures.splice(0)).toEqual(["speech was not understood: Error: deaf"]);
  });

  test("without an end is forgotten when it grows too long", async () => {
    const ada = await (await set({ limits: { utteranceBytes: 1_000 } })).call();
    ada.send({ type: "audio-start", format: "audio/webm" });
    ada.socket.send(new Uint8Array(1_001));
    await ada.told("error", ({ code }) => code === "too-long");
    ada.send({ type: "audio-end" });
    await ada.told("error", ({ code }) => code === "bad-message");
  });
});

describe("WS04 a session that ends", () => {
  test("ends the connection at the next check", async () => {
    let signedIn = true;
    const { call } = await set({ visit: { mayStay: async () => signedIn }, limits: { recheckMs: 5 } });
    const ada = await call();
    signedIn = false;
    expect(await ada.closed()).toBe(1008);
  });

  test("says nothing any more", async () => {
    const said: string[] = [];
    const { call } = await set({
      visit: { mayStay: async () => false, say: async (_, text) => (said.push(text), null) },
    });
    const ada = await call();
    ada.say("Hello.");
    expect(await ada.closed()).toBe(1008);
    expect(said).toEqual([]);
  });

  test("is not asked about again while an answer is slow", async () => {
    let asked = 0;
    const { call } = await set({
      visit: { mayStay: () => (asked++, new Promise<boolean>(() => {})) },
      limits: { recheckMs: 5 },
    });
    const ada = await call();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(asked).toBe(1);
    expect(ada.code).toBeNull();
  });

  test("that cannot be checked is not trusted", async () => {
    const given = await set({
      visit: { mayStay: () => Promise.reject(new Error("away")) },
      limits: { recheckMs: 5 },
    });
    expect(await (await given.call()).closed()).toBe(1011);
    expect(given.failures.splice(0)).toEqual(["a session could not be checked: Error: away"]);
  });
});

describe("WS05 too much", () => {
  test("in one message closes with 1009", async () => {
    const ada = await (await set()).call();
    ada.socket.send("x".repeat(65 * 1024));
    expect(await ada.closed()).toBe(1009);
  });

  test("in pieces, where one frame would do, closes with 1008", async () => {
    const { call } = await set();
    const ada = await call();
    for (let count = 0; count < 100; count++) ada.socket.send("x", { fin: false });
    expect(await ada.closed()).toBe(1008);
  });

  test("in a million pieces of one byte costs no memory", async () => {
    const { port } = await set();
    const before = process.memoryUsage().rss;
    const raw = await rawSocket(port, handshake(path));
    const piece = Buffer.from([0x00, 0x81, 0, 0, 0, 0, 0x61]);
    raw.write(Buffer.from([0x01, 0x81, 0, 0, 0, 0, 0x61]));
    for (let count = 0; count < 100 && !raw.destroyed; count++) {
      raw.write(Buffer.concat(Array.from({ length: 10_000 }, () => piece)));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await until("hung up", () => (raw.destroyed ? true : undefined));
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * mebibyte);
  });
});

describe("WS06 what is not of the protocol", () => {
  test.each([
    ["no JSON", "{"],
    ["an unknown type", '{"type":"end"}'],
    ["sound that nothing announced", Uint8Array.of(1, 2, 3)],
    ["an end without a beginning", '{"type":"audio-end"}'],
  ])("%s is told twice and closes the third time", async (_, frame) => {
    const ada = await (await set()).call();
    for (let count = 0; count < 5; count++) ada.socket.send(frame);
    expect(await ada.closed()).toBe(1003);
    expect(ada.messages).toEqual(Array.from({ length: 3 }, () => ({ type: "error", code: "bad-message" })));
  });

  test("ends with hanging up on whoever does not answer the good-bye", async () => {
    const { port } = await set({ limits: { badMessages: 1, closeMs: 20 } });
    const raw = await rawSocket(port, handshake(path));
    // A text frame of one masked character.
    raw.write(Buffer.from([0x81, 0x81, 0, 0, 0, 0, 0x61]));
    await until("hung up", () => (raw.destroyed ? true : undefined));
  });

  test("does not end a conversation that goes well otherwise", async () => {
    const ada = await (await set()).call();
    ada.socket.send("{");
    ada.say("Hello.", turnId);
    await ada.told("turn");
    expect(ada.code).toBeNull();
  });

  test("a hundred messages at once close the connection, and few of them are read", async () => {
    const said: string[] = [];
    const { call } = await set({ visit: { say: async (_, text) => (said.push(text), "busy") } });
    const ada = await call();
    for (let count = 0; count < 100; count++) ada.say("Hello.");
    expect(await ada.closed()).toBe(1008);
    expect(said.length).toBeLessThanOrEqual(41);
  });

  test("a hundred pings at once do as well", async () => {
    const ada = await (await set()).call();
    for (let count = 0; count < 100; count++) ada.socket.ping();
    expect(await ada.closed()).toBe(1008);
  });

  test.each([
    ["long", 32 * 1024, 40],
    ["tiny", 1, 2_000],
  ])("sound in %s frames faster than anybody speaks closes it too", async (_, bytes, count) => {
    const ada = await (await set()).call();
    ada.send({ type: "audio-start", format: "audio/webm" });
    for (let sent = 0; sent < count; sent++) ada.socket.send(new Uint8Array(bytes));
    expect(await ada.closed()).toBe(1008);
  });
});

describe("WS07 somebody who has gone without a word", () => {
  test("is hung up on after two pings, and their seat is free again", async () => {
    const { port, call } = await set({ limits: { pingMs: 10, socketsPerPerson: 1 } });
    const raw = await rawSocket(port, handshake(path));
    await until("hung up", () => (raw.destroyed ? true : undefined));
    expect((await call()).code).toBeNull();
  });

  test("is not taken for one who only listens", async () => {
    const ada = await (await set({ limits: { pingMs: 10 } })).call();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(ada.code).toBeNull();
  });
});

describe("WS10 a slow reader", () => {
  test("of text is closed at 256 KiB, and the turn is not watched for them any more", async () => {
    let shown = 0;
    let watching = true;
    async function* endless(turn: string, signal: AbortSignal): AsyncGenerator<ChannelEvent> {
      try {
        for (; !signal.aborted; shown++) {
          yield { channel: "partner", data: { turn, delta: "x".repeat(32_768) } };
          await new Promise((resolve) => setImmediate(resolve));
        }
      } finally {
        watching = false;
      }
    }
    const { call } = await set({ visit: { watch: endless }, limits: { closeMs: 50 } });
    const ada = await call();
    ada.socket.pause();
    ada.say("Hello.", turnId);
    await until("given up", () => (watching ? undefined : true));
    // What the kernel holds comes on top of the 256 KiB.
    expect(shown * 32_768).toBeLessThan(32 * mebibyte);
    ada.socket.resume();
    expect([1006, 1013]).toContain(await ada.closed());
  });

  test("of sound is waited for: no more is made than they take", async () => {
    let made = 0;
    const { call } = await set({
      openVoice: () => ({
        ...scriptedVoice(),
        async *speak(_, signal) {
          for (; made < 2_000 && !signal.aborted; made++) yield new Uint8Array(32_768);
        },
      }),
    });
    const ada = await call();
    ada.speak([Uint8Array.of(1)], turnId);
    await until("begun", () => (ada.sounds.length > 0 ? true : undefined));
    ada.socket.pause();
    let before = -1;
    while (made !== before) {
      before = made;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(made).toBeLessThan(2_000);
    ada.socket.resume();
    await ada.told("turn");
    expect(made).toBe(2_000);
  });
});

describe("too many at once", () => {
  test("of one person are refused with 429; one that closes makes room", async () => {
    const { knock, call } = await set();
    const first = await call();
    await call();
    expect(await knock()).toBe(429);
    first.socket.close();
    await first.closed();
    await until("room", () => (first.code === null ? undefined : true));
    expect((await call()).code).toBeNull();
  });

  test("who ask at the same moment do not share the last seat", async () => {
    const { knock } = await set();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => knock()));
    expect(outcomes.filter((outcome) => outcome === 429)).toHaveLength(6);
  });

  test("of one address are refused whoever they are, and a handshake that fails keeps no seat", async () => {
    const { port, call, knock } = await set({ limits: { socketsPerPerson: 100, socketsPerAddress: 3 } });
    for (let count = 0; count < 5; count++) {
      const raw = await rawSocket(
        port,
        handshake(path, { Origin: "https://coach.example", "Sec-WebSocket-Key": "bad" }),
      );
      await until("hung up", () => (raw.destroyed ? true : undefined));
    }
    for (let count = 0; count < 3; count++) await call();
    expect(await knock()).toBe(429);
  });
});

describe("a process that stops", () => {
  test("lets a running turn be shown to its end, then says 1001, and lets nobody in", async () => {
    let finish = () => {};
    const end = new Promise<void>((resolve) => (finish = resolve));
    const given = await set({
      visit: {
        async *watch(turn) {
          await end;
          yield* replying(turn, ["All right."]);
        },
      },
    });
    const [ada, bela] = [await given.call(), await given.call()];
    ada.say("Hello.", turnId);
    ada.socket.send("?");
    await ada.told("error");
    given.sockets.leave();
    expect(await bela.closed()).toBe(1001);
    expect(await given.knock()).toBe(503);
    expect(await knock(given.url)).toBe(503);
    expect(ada.code).toBeNull();
    finish();
    expect(await ada.closed()).toBe(1001);
    expect(ada.page(turnId).turn).toBe("complete");
  });

  test("does not wait for who does not answer", async () => {
    const given = await set({ limits: { closeMs: 60_000 } });
    const raw = await rawSocket(given.port, handshake(path));
    await given.sockets.close();
    await until("hung up", () => (raw.destroyed ? true : undefined));
  });
});

test("a turn that cannot be shown any more closes with 1011, to come back", async () => {
  const given = await set({
    visit: {
      // oxlint-disable-next-line eslint/require-yield -- It fails before it shows anything.
      async *watch() {
        throw new Error("broken");
      },
    },
  });
  const ada = await given.call();
  ada.say("Hello.", turnId);
  expect(await ada.closed()).toBe(1011);
  expect(given.failures.splice(0)).toEqual(["a turn could not be shown: Error: broken"]);
});

/** Sends bytes as they are; resolves once something has been answered, and reads whatever comes. */
function rawSocket(port: number, bytes: string): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    rawSockets.push(socket);
    socket.on("error", () => {});
    socket.once("data", () => resolve(socket));
    socket.on("end", () => socket.destroy());
  });
}
