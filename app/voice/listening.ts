import type { Utterance, VoiceSession } from "./voice-session.ts";

/** The learner's side of the spoken path: at most one utterance at a time. */
export class Listening {
  #voice: VoiceSession;
  #limitBytes: number;
  #now: { utterance: Utterance; bytes: number; turnId: string } | null = null;

  constructor(voice: VoiceSession, limitBytes: number) {
    this.#voice = voice;
    this.#limitBytes = limitBytes;
  }

  /** Begins anew: what was heard and never ended is forgotten. False when the engine does not take this format. */
  start(format: string, turnId: string, onInterim: (text: string) => void): boolean {
    this.cancel();
    const utterance = this.#voice.listen(format, (text) => {
      // An engine may still tell of an utterance that is over.
      if (this.#now?.utterance === utterance) onInterim(text);
    });
    if (!utterance) return false;
    this.#now = { utterance, bytes: 0, turnId };
    return true;
  }

  hear(audio: Uint8Array): "heard" | "not-listening" | "too-long" {
    if (!this.#now) return "not-listening";
    this.#now.bytes += audio.length;
    if (this.#now.bytes > this.#limitBytes) {
      this.cancel();
      return "too-long";
    }
    this.#now.utterance.hear(audio);
    return "heard";
  }

  /** What was said, and the turn it is to become; null when nobody was speaking. */
  end(): { turnId: string; text: Promise<string> } | null {
    const now = this.#now;
    this.#now = null;
    return now && { turnId: now.turnId, text: now.utterance.end() };
  }

  cancel(): void {
    this.#now?.utterance.cancel();
    this.#now = null;
  }
}
