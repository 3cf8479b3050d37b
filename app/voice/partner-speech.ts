import type { LaneDelta, LaneDone } from "#app/streaming/channel-events.ts";
import { SpokenSentences } from "./spoken-sentences.ts";
import type { VoiceSession } from "./voice-session.ts";

/** Speaks one reply of the partner while it is still being written, sentence after sentence. */
export class PartnerSpeech {
  #voice: VoiceSession;
  #play: (sound: Uint8Array) => Promise<void>;
  #failed: (error: unknown) => void;
  #cut = new AbortController();
  #sentences = new SpokenSentences();
  #spoken: Promise<void> = Promise.resolve();

  /** `failed` is told when the engine could not speak; the rest of the reply then stays silent. */
  constructor(
    voice: VoiceSession,
    play: (sound: Uint8Array) => Promise<void>,
    failed: (error: unknown) => void,
  ) {
    this.#voice = voice;
    this.#play = play;
    this.#failed = failed;
  }

  hear(data: LaneDelta | LaneDone): void {
    if ("done" in data && data.status === "stopped") this.cut();
    for (const sentence of this.#sentences.take(data)) {
      this.#spoken = this.#spoken.then(() => this.#speak(sentence));
    }
  }

  /** Resolves when all that was heard has been spoken, or cut. Never rejects. */
  spoken(): Promise<void> {
    return this.#spoken;
  }

  /** Falls silent: the learner stopped the reply, begins to speak, or has gone. */
  cut(): void {
    this.#cut.abort();
  }

  async #speak(sentence: string): Promise<void> {
    const { signal } = this.#cut;
    try {
      if (signal.aborted) return;
      for await (const sound of this.#voice.speak(sentence, signal)) {
        if (signal.aborted) return;
        await this.#play(sound);
      }
    } catch (error) {
      if (!signal.aborted) this.#failed(error);
      this.cut();
    }
  }
}
