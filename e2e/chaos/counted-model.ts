import type { MessagesBody } from "#e2e/fakes/model-provider-request.ts";
import { laneOf, voiceOf } from "#e2e/fakes/model-provider-voice.ts";
import { type ModelProvider, startModelProvider } from "#e2e/fakes/model-provider.ts";

export type CallCounts = {
  /** How often the model was called for this turn and lane; the turn is known by the mark in the learner's words. */
  callsFor(mark: string, lane: "partner" | "coach"): number;
  calls(): number;
};

/** Some 12 words a lane: a turn with both lanes takes from half a second to two. */
const pace = { leastMs: 20, mostMs: 70 };

/** A word that only this turn has: the conversation's number and the turn's. */
export function markOf(conversation: number, turn: number): string {
  return `(m${conversation}.${turn})`;
}

/** The stand-in of the model provider at a human pace, which counts its calls for each turn and lane. */
export async function startCountedModel(): Promise<CallCounts & Pick<ModelProvider, "url" | "close">> {
  const provider = await startModelProvider();
  const paceMs = () => Math.round(pace.leastMs + Math.random() * (pace.mostMs - pace.leastMs));
  return { url: provider.url, close: () => provider.close(), ...countCalls(provider, paceMs) };
}

/** Counts the calls of a provider from now on; `paceMs` is asked before each word that it says. */
export function countCalls(provider: ModelProvider, paceMs: () => number): CallCounts {
  const counts = new Map<string, number>();
  provider.default((body) => {
    const key = `${newestMark(body)} ${laneOf(body)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const scenario = voiceOf(body);
    return scenario.does === "reply" ? { ...scenario, paceMs } : scenario;
  });
  return {
    callsFor: (mark, lane) => counts.get(`${mark} ${lane}`) ?? 0,
    calls: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
  };
}

/** A prompt holds all turns of its branch; the one it is about is the last. */
function newestMark({ messages }: MessagesBody): string {
  const text = messages.flatMap(({ content }) => content.map((block) => block.text)).join("\n");
  const marks = [...text.matchAll(/\(m(\d+)\.(\d+)\)/g)];
  const newest = Math.max(...marks.map(([, , turn]) => Number(turn)));
  return markOf(Number(marks[0]?.[1]), newest);
}
