import { setImmediate as nextLoop, setTimeout as sleep } from "node:timers/promises";
import type { Model, ModelEvent, ModelRequest } from "./model.ts";
import { pickLine } from "./scripted-line.ts";
import { scriptedOutput, scriptedPrompt } from "./scripted-usage.ts";

/**
 * The voice that needs no key and no network: it says one of the lines that `features/coaching` has chosen, word by
 * word. The same request always brings the same text and the same usage.
 *
 * @param paceMs milliseconds per word; 0 waits for nothing but still lets the event loop turn between words.
 */
export function scriptedModel({ paceMs }: { paceMs: number }): Model {
  return {
    names: { partner: "scripted", coach: "scripted" },
    available: () => true,
    reply: (request, signal) => speak(request, signal, paceMs),
  };
}

async function* speak(
  request: ModelRequest,
  signal: AbortSignal,
  paceMs: number,
): AsyncGenerator<ModelEvent> {
  if (signal.aborted) {
    yield { type: "end", outcome: { status: "stopped" }, usage: null };
    return;
  }
  const line = pickLine(request);
  if (line === null) {
    yield { type: "end", outcome: { status: "failed", reason: "unexpected" }, usage: null };
    return;
  }

  const prompt = scriptedPrompt(request);
  yield { type: "usage", usage: { ...prompt, output: 0 } };

  let said = "";
  for (const word of wordsOf(line + (request.cue.after ?? ""))) {
    await pause(paceMs, signal);
    const ended = signal.aborted
      ? ({ status: "stopped" } as const)
      : scriptedOutput(said + word) > request.maxTokens
        ? ({ status: "truncated" } as const)
        : null;
    if (ended) {
      yield { type: "end", outcome: ended, usage: { ...prompt, output: scriptedOutput(said) } };
      return;
    }
    said += word;
    yield { type: "delta", text: word };
  }
  yield { type: "end", outcome: { status: "complete" }, usage: { ...prompt, output: scriptedOutput(said) } };
}

/** Every character of the line is in exactly one word: white space goes with the word after it, the last with the last. */
function wordsOf(line: string): string[] {
  return line.match(/\s*\S+(?:\s+$)?/gu) ?? [];
}

/** Ends early when the signal aborts; the caller looks at the signal. */
async function pause(paceMs: number, signal: AbortSignal): Promise<void> {
  if (paceMs <= 0) {
    await nextLoop();
    return;
  }
  try {
    await sleep(paceMs, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
