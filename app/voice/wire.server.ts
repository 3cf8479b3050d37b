import type { RawData, WebSocket } from "ws";
import { closeCodes, type SocketLimits } from "./limits.ts";
import type { ServerMessage } from "./protocol.ts";
import { TokenBucket } from "./token-bucket.ts";

/**
 * One open WebSocket within its limits: what comes too fast, is not taken off quickly enough, or belongs to somebody who
 * has gone without a word, closes it.
 */
export class Wire {
  #socket: WebSocket;
  #limits: SocketLimits;
  #ended = new AbortController();
  #messages: TokenBucket;
  #audio: TokenBucket;
  #missedPings = 0;
  #timers: NodeJS.Timeout[];

  constructor(
    socket: WebSocket,
    limits: SocketLimits,
    hear: { text(frame: string): void; audio(frame: Uint8Array): void },
  ) {
    this.#socket = socket;
    this.#limits = limits;
    this.#messages = new TokenBucket(limits.messagesPerSecond, limits.messagesBurst);
    this.#audio = new TokenBucket(limits.audioBytesPerSecond, limits.audioBurstBytes);
    this.#timers = [setInterval(() => this.#ping(), limits.pingMs)];

    socket.on("message", (data, isBinary) => {
      const frame = whole(data);
      this.#missedPings = 0;
      // What was on its way when the end was decided.
      if (this.signal.aborted) return;
      const cost = Math.max(frame.length, limits.audioFrameBytes);
      if (!(isBinary ? this.#audio.take(cost) : this.#messages.take()))
        this.end(closeCodes.policy, "too fast");
      else if (isBinary) hear.audio(frame);
      else hear.text(frame.toString("utf8"));
    });
    for (const sign of ["ping", "pong"] as const) {
      socket.on(sign, () => {
        this.#missedPings = 0;
        if (!this.signal.aborted && !this.#messages.take()) this.end(closeCodes.policy, "too fast");
      });
    }
    // The package has begun to close by then, with a code of its own choice (1002, 1007, 1009 …).
    socket.on("error", () => this.#finish());
    socket.on("close", () => {
      this.#ended.abort();
      for (const timer of this.#timers) clearInterval(timer);
    });
  }

  /** Aborts when nothing more is to be sent or heard. */
  get signal(): AbortSignal {
    return this.#ended.signal;
  }

  /** Does something now and then, as long as the connection lives. */
  every(ms: number, work: () => void): void {
    this.#timers.push(setInterval(() => !this.signal.aborted && work(), ms));
  }

  tell(message: ServerMessage): void {
    if (this.signal.aborted) return;
    this.#socket.send(JSON.stringify(message));
    if (this.#socket.bufferedAmount > this.#limits.bufferedBytes)
      this.end(closeCodes.tryAgainLater, "too slow");
  }

  /** Sends sound; resolves once it is on its way, so that a slow listener is waited for and costs no memory. */
  play(sound: Uint8Array): Promise<void> {
    if (this.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => this.#socket.send(sound, { binary: true }, () => resolve()));
  }

  /** Says good-bye, and hangs up on whoever does not answer that. */
  end(code: number, reason: string): void {
    if (this.signal.aborted) return;
    this.#socket.close(code, reason);
    this.#finish();
  }

  /** Hangs up at once. */
  cut(): void {
    this.#socket.terminate();
  }

  #finish(): void {
    this.#ended.abort();
    this.#timers.push(setTimeout(() => this.cut(), this.#limits.closeMs));
  }

  #ping(): void {
    if (this.#missedPings >= this.#limits.missedPings) return this.cut();
    this.#missedPings++;
    if (!this.signal.aborted) this.#socket.ping();
  }
}

/** A message is one buffer (`binaryType` is left at its default); the package's types allow more. */
function whole(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}
