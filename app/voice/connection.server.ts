import { randomUUID } from "node:crypto";
import type { WebSocket } from "ws";
import { closeCodes, type SocketLimits } from "./limits.ts";
import { Listening } from "./listening.ts";
import { PartnerSpeech } from "./partner-speech.ts";
import { type ClientMessage, type ErrorCode, readClientMessage } from "./protocol.ts";
import type { SocketLog, Visit } from "./visit.ts";
import type { VoiceSession } from "./voice-session.ts";
import { Wire } from "./wire.server.ts";

/** The reasons of the closing frames, for whoever reads a network log. */
const restarting = "the service is restarting";
const brokeHere = "something broke on our side";

/**
 * One person in one conversation of theirs, over an open WebSocket: one more producer and one more viewer of the same turns.
 * What is said, typed or spoken, is taken as by the form; whatever turn the conversation comes to is shown as by the events.
 */
export class Connection {
  #visit: Visit;
  #voice: VoiceSession;
  #limits: SocketLimits;
  #log: SocketLog;
  #wire: Wire;
  #listening: Listening;
  #badMessages = 0;
  /** Turns this viewer is being shown, with the voice of those that were spoken. */
  #showing = new Map<string, PartnerSpeech | null>();
  /** Turns this viewer need not be shown again when they are found to be the latest. */
  #seen = new Set<string>();
  #work: Promise<void> = Promise.resolve();
  #waiting = 0;
  #leaving = false;
  #checking = false;

  constructor(
    socket: WebSocket,
    visit: Visit,
    { voice, limits, log }: { voice: VoiceSession; limits: SocketLimits; log: SocketLog },
  ) {
    this.#visit = visit;
    this.#voice = voice;
    this.#limits = limits;
    this.#log = log;
    this.#listening = new Listening(voice, limits.utteranceBytes);
    this.#wire = new Wire(socket, limits, {
      text: (frame) => this.#read(frame),
      audio: (frame) => this.#hear(frame),
    });
    this.#wire.signal.addEventListener("abort", () => this.#ended(), { once: true });
    this.#inTurn(() => this.#look({ first: true }));
    this.#wire.every(limits.lookMs, () => this.#lookAgain());
    this.#wire.every(limits.recheckMs, () => this.#checkAgain());
  }

  /** Ends the connection as soon as the turns being shown have ended. */
  leave(): void {
    this.#leaving = true;
    if (this.#showing.size === 0 && this.#waiting === 0) this.end();
  }

  /** Ends it without waiting for any turn. */
  end(): void {
    this.#wire.end(closeCodes.goingAway, restarting);
  }

  /** Hangs up. */
  cut(): void {
    this.#wire.cut();
  }

  #read(frame: string): void {
    const message = readClientMessage(frame);
    if (message) this.#obey(message);
    else this.#misunderstood();
  }

  #obey(message: ClientMessage): void {
    switch (message.type) {
      case "say":
        return this.#inTurn(() => this.#say(message.turnId, message.text, { aloud: false }), message.turnId);
      case "audio-start":
        return this.#startListening(message.format, message.turnId ?? randomUUID());
      case "audio-end":
        return this.#endListening();
      case "stop":
        this.#hush();
        return this.#inTurn(() => this.#stop());
    }
  }

  #startListening(format: string, turnId: string): void {
    // Whoever begins to speak is not spoken over.
    this.#hush();
    const onInterim = (text: string) => this.#wire.tell({ type: "transcript", text, final: false });
    if (!this.#listening.start(format, turnId, onInterim)) this.#refuse("unknown-format");
  }

  #hear(frame: Uint8Array): void {
    const heard = this.#listening.hear(frame);
    if (heard === "not-listening") this.#misunderstood();
    if (heard === "too-long") this.#refuse("too-long");
  }

  #endListening(): void {
    const said = this.#listening.end();
    if (!said) return this.#misunderstood();
    const { turnId } = said;
    const heard = said.text.catch((error: unknown) => {
      this.#log.failure("speech was not understood", error);
      return null;
    });
    this.#inTurn(async () => {
      const text = await heard;
      if (text === null) return this.#refuse("voice-failed", turnId);
      this.#wire.tell({ type: "transcript", text, final: true });
      return this.#say(turnId, text, { aloud: true });
    }, turnId);
  }

  async #say(turnId: string, text: string, { aloud }: { aloud: boolean }): Promise<void> {
    if (!(await this.#mayStay())) return;
    const refusal = await this.#visit.say(turnId, text);
    if (refusal) this.#refuse(refusal, turnId);
    else this.#show(turnId, aloud);
  }

  async #stop(): Promise<void> {
    if (!(await this.#mayStay())) return;
    if (!(await this.#visit.stop())) this.#refuse("still-running");
  }

  /** A turn may be taken by the form, in another tab, on another instance. */
  async #look({ first = false } = {}): Promise<void> {
    const latest = await this.#visit.latestTurn();
    if (!latest) return this.#wire.end(closeCodes.policy, "the conversation is gone");
    if (this.#seen.has(latest.turnId)) return;
    this.#seen.add(latest.turnId);
    // What was over before somebody came is on their page already.
    if (!first || latest.running) this.#show(latest.turnId, false);
  }

  /** While something is being done it can wait; what fails now will be seen at the next look. */
  #lookAgain(): void {
    if (this.#waiting === 0) this.#inTurn(() => this.#look().catch(() => {}));
  }

  /** Beside whatever is being done; a slow answer is waited for, and not asked for again. */
  #checkAgain(): void {
    if (this.#checking) return;
    this.#checking = true;
    void this.#mayStay()
      .catch((error: unknown) => {
        this.#log.failure("a session could not be checked", error);
        this.#wire.end(closeCodes.failed, brokeHere);
      })
      .finally(() => (this.#checking = false));
  }

  #show(turnId: string, aloud: boolean): void {
    this.#seen.add(turnId);
    if (this.#showing.has(turnId) || this.#wire.signal.aborted) return;
    const speech = aloud ? this.#newSpeech(turnId) : null;
    this.#showing.set(turnId, speech);
    void this.#watch(turnId, speech).finally(() => {
      this.#showing.delete(turnId);
      if (this.#leaving) this.leave();
    });
  }

  async #watch(turnId: string, speech: PartnerSpeech | null): Promise<void> {
    const { signal } = this.#wire;
    try {
      for await (const event of this.#visit.watch(turnId, signal)) {
        if (event.channel === "turn") {
          // Always the last of its turn, its speech included.
          await speech?.spoken();
          this.#wire.tell({ type: "turn", ...event.data });
        } else {
          this.#wire.tell({ type: event.channel, ...event.data });
          if (event.channel === "partner") speech?.hear(event.data);
        }
      }
    } catch (error) {
      if (!signal.aborted) this.#log.failure("a turn could not be shown", error);
      this.#wire.end(closeCodes.failed, brokeHere);
    }
  }

  #newSpeech(turnId: string): PartnerSpeech {
    return new PartnerSpeech(
      this.#voice,
      (sound) => this.#wire.play(sound),
      (error) => {
        this.#log.failure("the partner could not be spoken", error);
        this.#refuse("voice-failed", turnId);
      },
    );
  }

  #hush(): void {
    for (const speech of this.#showing.values()) speech?.cut();
  }

  async #mayStay(): Promise<boolean> {
    const stays = await this.#visit.mayStay();
    if (!stays) this.#wire.end(closeCodes.policy, "signed out");
    return stays && !this.#wire.signal.aborted;
  }

  /** One after the other, as they came. */
  #inTurn(work: () => Promise<void> | void, turnId?: string): void {
    if (this.#waiting >= this.#limits.waiting) return this.#refuse("busy", turnId);
    this.#waiting++;
    this.#work = this.#work
      .then(() => (this.#wire.signal.aborted ? undefined : work()))
      .catch((error: unknown) => {
        this.#log.failure("a message over the socket failed", error);
        this.#refuse("failed", turnId);
      })
      .then(() => {
        this.#waiting--;
        if (this.#leaving) this.leave();
      });
  }

  #misunderstood(): void {
    this.#refuse("bad-message");
    if (++this.#badMessages >= this.#limits.badMessages)
      this.#wire.end(closeCodes.notOurProtocol, "not this protocol");
  }

  #refuse(code: ErrorCode, turnId?: string): void {
    this.#wire.tell({ type: "error", code, ...(turnId === undefined ? {} : { turn: turnId }) });
  }

  #ended(): void {
    this.#hush();
    this.#listening.cancel();
    this.#voice.close();
  }
}
