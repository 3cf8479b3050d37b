import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { ChannelEvent } from "#app/streaming/channel-events.ts";
import { Caller, knock } from "./caller-testing.ts";
import type { SocketLimits } from "./limits.ts";
import { scriptedVoice } from "./scripted-voice.server.ts";
import { conversationSockets, type ConversationSockets } from "./socket.server.ts";
import type { Visit } from "./visit.ts";
import type { OpenVoice } from "./voice-session.ts";

export const conversationId = "0190c0de-0000-7000-8000-00000000000a";
const origin = "https://coach.example";

export type SocketStage = {
  url: string;
  port: number;
  sockets: ConversationSockets;
  failures: string[];
  call(): Promise<Caller>;
  knock(): Promise<Caller | number>;
  close(): Promise<void>;
};

/** Conversation sockets on a port of their own, without an app behind them: whoever comes gets this visit. */
export async function setSocketStage(
  given: { visit?: Partial<Visit>; limits?: Partial<SocketLimits>; openVoice?: OpenVoice } = {},
): Promise<SocketStage> {
  const failures: string[] = [];
  const visit: Visit = {
    personId: "ada",
    mayStay: async () => true,
    latestTurn: async () => ({ turnId: "opener", running: false }),
    say: async () => null,
    stop: async () => true,
    watch: (turnId) => replying(turnId, ["All ", "right."]),
    ...given.visit,
  };
  const sockets = conversationSockets({
    door: { origins: [origin], enter: async () => visit },
    openVoice: given.openVoice ?? scriptedVoice,
    log: { note() {}, failure: (what, error) => void failures.push(`${what}: ${String(error)}`) },
    limits: given.limits,
  });
  const server = createServer().on("upgrade", sockets.upgrade);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/ws/conversation/${conversationId}`;
  return {
    url,
    port,
    sockets,
    failures,
    call: () => Caller.open(url, { origin }),
    knock: () => knock(url, { origin }),
    async close() {
      await sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A whole turn: the partner says these pieces, the coach is silent. */
export async function* replying(turn: string, pieces: string[]): AsyncGenerator<ChannelEvent> {
  for (const delta of pieces) yield { channel: "partner", data: { turn, delta } };
  yield { channel: "partner", data: { turn, done: true, status: "complete" } };
  yield { channel: "coach", data: { turn, done: true, status: "silent" } };
  yield { channel: "turn", data: { turn, status: "complete", turnsLeft: 7 } };
}

/** The handshake as bytes, for those who then break the protocol. */
export function handshake(path: string, headers: Record<string, string> = { Origin: origin }): string {
  const all = {
    Host: "localhost",
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`GET ${path} HTTP/1.1`, ...lines, "", ""].join("\r\n");
}
