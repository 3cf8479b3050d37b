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
