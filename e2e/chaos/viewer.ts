import { setTimeout as sleep } from "node:timers/promises";
import { readFrames } from "#e2e/event-reader.ts";
import { ask, type Person, type TurnRecord, type World } from "./client.ts";

/** A sign of life comes every 15 s: after this the instance is taken for dead. */
const silenceMs = 17_000;

/** Watches a turn until its `turn` event, over as many connections and instances as it takes, or until `left` fires. */
export async function watch(
  world: World,
  person: Person,
  turn: TurnRecord,
  left: AbortSignal,
): Promise<void> {
  const endings = turn.endings.length;
  while (!left.aborted && turn.endings.length === endings) {
    await watchOnce(world, person, turn, left).catch(() => {}); // Cut off: look for another instance.
    await sleep(50 + Math.random() * 200);
  }
}

async function watchOnce(world: World, person: Person, turn: TurnRecord, left: AbortSignal): Promise<void> {
  const silent = new AbortController();
  let timer = setTimeout(() => silent.abort(), silenceMs);
  try {
    const after = turn.frames.at(-1)?.id;
    const path = `${turn.room}/events?turn=${turn.turnId}${after === undefined ? "" : `&after=${after}`}`;
    const response = await ask(world, person, path, { signal: AbortSignal.any([left, silent.signal]) });
    if (response.status !== 200) {
      await response.body?.cancel();
      return;
    }
    const before = turn.frames;
    await readFrames(response, (frames) => {
      clearTimeout(timer);
      timer = setTimeout(() => silent.abort(), silenceMs);
      turn.frames = [...before, ...frames];
      if (frames.at(-1)?.event.channel !== "turn") return false;
      turn.endings.push(Date.now());
      return true;
    });
  } finally {
    clearTimeout(timer);
  }
}
