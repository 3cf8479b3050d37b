import { expect, test } from "vitest";
import { chooseVoice } from "./choose-voice.server.ts";
import { scriptedVoice } from "./scripted-voice.server.ts";

test("without a key the scripted voice speaks, and nothing is said about it", () => {
  const lines: string[] = [];
  expect(chooseVoice({ deepgramApiKey: null, elevenlabsApiKey: null }, (line) => lines.push(line))).toBe(
    scriptedVoice,
  );
  expect(lines).toEqual([]);
});

test("a key that does nothing yet is named, and never printed", () => {
  const lines: string[] = [];
  chooseVoice({ deepgramApiKey: "s3cret", elevenlabsApiKey: "s3cret" }, (line) => lines.push(line));
  expect(lines[0]).toMatch(/^DEEPGRAM_API_KEY is set, but .+ scripted voice listens/);
  expect(lines[1]).toMatch(/^ELEVENLABS_API_KEY is set, but .+ scripted voice speaks/);
  expect(lines.join()).not.toContain("s3cret");
});
