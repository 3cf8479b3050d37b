import type { Utterance, VoiceSession } from "./voice-session.ts";

/**
 * Voice without an engine: offline and deterministic, so that the whole spoken path can be tried and tested. It cannot
 * understand speech: the first frame of an utterance decides which of a few lines was "said", and each further frame
 * uncovers one more word of it. The partner speaks in tones, one for each word.
 */
export function scriptedVoice(): VoiceSession {
  return {
    listen: (_format, onInterim) => scriptedUtterance(onInterim),
    // oxlint-disable-next-line typescript/require-await -- A generator that has nothing to wait for.
    async *speak(sentence, signal) {
      for (const word of sentence.split(/\s+/).filter(Boolean)) {
        if (signal.aborted) return;
        yield toneOf(word);
      }
    },
    close() {},
  };
}

/** What a learner might say in any of the scenarios. */
const lines = [
  "I'd like to talk about something that has been on my mind for a while.",
  "When that happened I felt passed over, and I would like us to find a way forward.",
  "What would you need to see before you could agree to that?",
  "I understand that this is not easy for you either.",
  "Could we settle on one small step for now, and a date to look at it again?",
];

function scriptedUtterance(onInterim: (text: string) => void): Utterance {
  let words: string[] | null = null;
  let uncovered = 0;
  return {
    hear(audio) {
      if (audio.length === 0) return;
      words ??= lineFor(audio).split(" ");
      uncovered = Math.min(uncovered + 1, words.length);
      onInterim(words.slice(0, uncovered).join(" "));
    },
    end: () => Promise.resolve(words?.join(" ") ?? ""),
    cancel() {},
  };
}

function lineFor(audio: Uint8Array): string {
  const sum = audio.reduce((total, byte) => total + byte, 0);
  return lines[sum % lines.length] ?? "";
}

const samplesPerSecond = 16_000;
const millisecondsPerLetter = 10;
const loudness = 4_000;

/** The longer the word, the longer its tone; its first letter sets the pitch. */
function toneOf(word: string): Uint8Array {
  const samples = (word.length * millisecondsPerLetter * samplesPerSecond) / 1_000;
  const hertz = 200 + ((word.codePointAt(0) ?? 0) % 200);
  const tone = new DataView(new ArrayBuffer(samples * 2));
  for (let at = 0; at < samples; at++) {
    const height = Math.sin((2 * Math.PI * hertz * at) / samplesPerSecond);
    tone.setInt16(at * 2, Math.round(height * loudness), true);
  }
  return new Uint8Array(tone.buffer);
}
