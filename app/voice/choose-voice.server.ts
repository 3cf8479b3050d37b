import { scriptedVoice } from "./scripted-voice.server.ts";
import type { OpenVoice } from "./voice-session.ts";

/**
 * Which engine listens and speaks? The scripted one, until there are others; `warn` is told of each key that is set and
 * does nothing yet, so that nobody waits for a voice that cannot come.
 */
export function chooseVoice(
  keys: { deepgramApiKey: string | null; elevenlabsApiKey: string | null },
  warn: (line: string) => void,
): OpenVoice {
  if (keys.deepgramApiKey !== null) warn(notThereYet("DEEPGRAM_API_KEY", "Deepgram", "listens"));
  if (keys.elevenlabsApiKey !== null) warn(notThereYet("ELEVENLABS_API_KEY", "ElevenLabs", "speaks"));
  return scriptedVoice;
}

function notThereYet(variable: string, provider: string, does: string): string {
  return `${variable} is set, but this version does not know ${provider} yet: the scripted voice ${does} instead`;
}
