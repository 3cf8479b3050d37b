/**
 * The spoken path of one connection: speech in becomes text, text becomes speech. What is in between, the turn, knows
 * nothing of it. Audio goes to the engine and nowhere else: it is never stored or logged, and nothing is inferred from a
 * voice but its words.
 */
export interface VoiceSession {
  /**
   * Begins to listen to one utterance. `format` is the MIME type the browser records in; null when this engine does not
   * take it. `onInterim` is told what was understood so far, each time in full; it may still change.
   */
  listen(format: string, onInterim: (text: string) => void): Utterance | null;
  /**
   * Speaks one sentence: 16-bit little-endian PCM, 16 kHz, mono, in pieces as they are made. Ends early when `signal`
   * aborts. Throws when the engine fails, and within 10 s when it has fallen silent: the turn's last frame waits for it.
   */
  speak(sentence: string, signal: AbortSignal): AsyncIterable<Uint8Array>;
  /** Lets go of whatever it holds; called once, when the connection has ended. */
  close(): void;
}

/** What somebody is saying between `audio-start` and `audio-end`. */
export interface Utterance {
  hear(audio: Uint8Array): void;
  /** No more audio comes: all that was said, empty when nothing was understood. Rejects when the engine fails. */
  end(): Promise<string>;
  /** It is not wanted any more. */
  cancel(): void;
}

/** Makes the spoken path of one connection. */
export type OpenVoice = () => VoiceSession;
