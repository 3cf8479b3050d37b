import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { WebSocket } from "ws";
import { type ClientMessage, readServerMessage, type ServerMessage } from "./protocol.ts";

type Headers = { origin?: string; cookie?: string | null };

const patienceMs = 10_000;

/** Whoever is at the other end of a conversation's socket; keeps all it is told. */
export class Caller {
  readonly socket: WebSocket;
  readonly messages: ServerMessage[] = [];
  /** What came, in order: the type of each text frame, `sound` for each binary one. */
  readonly order: string[] = [];
  readonly sounds: Buffer[] = [];
  code: number | null = null;

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on("message", (data: Buffer, isBinary) => {
      const message = isBinary ? null : readServerMessage(data.toString());
      if (!isBinary && !message) throw new Error(`not of the protocol: ${data.toString()}`);
      this.order.push(message?.type ?? "sound");
      if (message) this.messages.push(message);
      else this.sounds.push(data);
    });
    socket.on("close", (code) => (this.code = code));
    socket.on("error", () => {});
  }

  /** Throws with the status when the upgrade is refused. */
  static async open(url: string, headers: Headers = {}): Promise<Caller> {
    const status = await knock(url, headers);
    if (typeof status === "number") throw new Error(`refused: ${status}`);
    return status;
  }

  send(message: ClientMessage): void {
    this.socket.send(JSON.stringify(message));
  }

  say(text: string, turnId: string = randomUUID()): string {
    this.send({ type: "say", turnId, text });
    return turnId;
  }

  /** Speaks so many frames; an engine that is scripted hears by the first of them what is said. */
  speak(frames: Uint8Array[], turnId?: string): void {
    this.send({ type: "audio-start", format: "audio/webm;codecs=opus", ...(turnId ? { turnId } : {}) });
    for (const frame of frames) this.socket.send(frame);
    this.send({ type: "audio-end" });
  }

  /** The first message that fits, now or later. */
  async told<Type extends ServerMessage["type"]>(
    type: Type,
    fits: (message: Extract<ServerMessage, { type: Type }>) => boolean = () => true,
  ): Promise<Extract<ServerMessage, { type: Type }>> {
    return until(`told ${type}`, () =>
      this.messages.find(
        (message): message is Extract<ServerMessage, { type: Type }> =>
          message.type === type && fits(message as Extract<ServerMessage, { type: Type }>),
      ),
    );
  }

  /** The code it was closed with, once it is. */
  async closed(): Promise<number> {
    return until("closed", () => this.code ?? undefined);
  }

  /** What this viewer knows of a turn. */
  page(turnId: string): { partner: string; coach: string; turn: string | null } {
    const page = { partner: "", coach: "", turn: null as string | null };
    for (const message of this.messages) {
      if (!("turn" in message) || message.turn !== turnId) continue;
      if (message.type === "turn") page.turn = message.status;
      if (message.type !== "partner" && message.type !== "coach") continue;
      if ("delta" in message) page[message.type] += message.delta;
      else page[message.type] = message.text ?? page[message.type];
    }
    return page;
  }
}

/** Asks to come in: a caller, or the status of the refusal. */
export function knock(url: string, { origin, cookie }: Headers = {}): Promise<Caller | number> {
  return new Promise((resolve, reject) => {
    const headers = { ...(origin ? { Origin: origin } : {}), ...(cookie ? { Cookie: cookie } : {}) };
    const socket = new WebSocket(url.replace(/^http/, "ws"), { headers });
    const caller = new Caller(socket);
    socket.once("open", () => resolve(caller));
    socket.once("unexpected-response", (request, response) => {
      resolve(response.statusCode ?? 0);
      request.destroy();
    });
    socket.once("error", reject);
  });
}

export async function until<Found>(what: string, look: () => Found | undefined): Promise<Found> {
  for (const deadline = performance.now() + patienceMs; performance.now() < deadline; await sleep(5)) {
    const found = look();
    if (found !== undefined) return found;
  }
  throw new Error(`never ${what}`);
}
