import type { MessagesBody } from "#e2e/fakes/model-provider-request.ts";
import { laneOf, voiceOf } from "#e2e/fakes/model-provider-voice.ts";
import { type ModelProvider, startModelProvider } from "#e2e/fakes/model-provider.ts";

export type CountedModel = {
  url: string;
  /** How often the model was called for this turn and lane; the turn is known by the mark in the learner's words. */
  callsFor(mark: string, lane: "partner" | "coach"): number;
  calls(): number;
  close(): Promise<void>;
};

/** Some 12 words a lane: a turn with both lanes takes from half a second to two. */
const paceMs = { least: 20, most: 70 };

/** A word that only this turn has: the conversation's number and the turn's. */
export function markOf(conversation: number, turn: number): string {
  return `(m${conversation}.${turn})`;
}

/** The stand-in of the model provider at a human pace, which counts its calls for each turn and lane. */
export async function startCountedModel(): Promise<CountedModel> {
  const counts = new Map<string, number>();
  const provider: ModelProvider = await startModelProvider();
  provider.default((body) => {
    const key = `${newestMark(body)} ${laneOf(body)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const scenario = voiceOf(body);
    const pace = paceMs.least + Math.random() * (paceMs.most - paceMs.least);
    return scenario.does === "reply" ? { ...scenario, paceMs: Math.round(pace) } : scenario;
  });
  return {
    url: provider.url,
    callsFor: (mark, lane) => counts.get(`${mark} ${lane}`) ?? 0,
    calls: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
    close: () => provider.close(),
  };
}

/** A prompt holds all turns of its branch; the one it is about is the last. */
function newestMark({ messages }: MessagesBody): string {
  const text = messages.flatMap(({ content }) => content.map((block) => block.text)).join("\n");
  const marks = [...text.matchAll(/\(m(\d+)\.(\d+)\)/g)];
  const newest = Math.max(...marks.map(([, , turn]) => Number(turn)));
  return markOf(Number(marks[0]?.[1]), newest);
}
