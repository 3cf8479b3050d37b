/**
 * What the stand-in of the model says in each of the two lanes. It travels in the learner's own words, so that every
 * relay carries it the same way and none needs to know of it.
 */
export type Script = { deltas: number; perSecond: number };

export function inWords({ deltas, perSecond }: Script): string {
  return `Please say ${deltas} deltas at ${perSecond} a second.`;
}

/** The last script in a prompt; an earlier one belongs to an earlier turn. */
export function scriptIn(prompt: string): Script {
  const last = [...prompt.matchAll(/Please say (\d+) deltas at (\d+) a second/g)].at(-1);
  if (!last) throw new Error("a prompt without a script reached the stand-in");
  return { deltas: Number(last[1]), perSecond: Number(last[2]) };
}

/** How far apart new streams are begun, so that beginning them is not what is measured. */
const beginEveryMs = 80;
const marginMs = 1_500;

/** A load of streams that all begin before the window and end after it: what carrying words costs, and nothing else. */
export function streams(pairs: number, windowMs: number) {
  const spreadMs = pairs * beginEveryMs;
  const warmMs = spreadMs + marginMs;
  const perSecond = 60;
  const deltas = Math.ceil(((warmMs + windowMs + marginMs) / 1_000) * perSecond);
  return { pairs, script: { deltas, perSecond }, spreadMs, warmMs, windowMs };
}
