import { setTimeout as sleep } from "node:timers/promises";
import type { Lane, Usage } from "#app/ai/model.ts";
import type { LaneView } from "#app/streaming/frames.ts";
import type { Run } from "#app/features/practice/practice.ts";
import { Beat } from "#app/features/practice/viewers/beat.ts";

const lastLookMs = 1_500;

/**
 * The lanes this process is writing now. A viewer on the same instance reads a lane's text here, ahead of what is stored;
 * everything else it reads from the database. Nothing here survives the process, and nothing needs to.
 */
export class LiveLanes {
  /** When their viewers write what has come. */
  readonly beat = new Beat();
  #lanes = new Map<string, LiveLane>();
  #watchers = new Map<string, Set<() => void>>();
  #work = new Set<Promise<unknown>>();
  #queues = new Map<string, Promise<void>>();

  open(run: Run): LiveLane {
    const lane = new LiveLane(run, () => this.#wake(run));
    this.#lanes.set(laneKey(run.conversationId, run.subjectId, run.lane), lane);
    // Whoever opened its stream before it was posted waits for just this.
    this.#wake(run);
    return lane;
  }

  /** From here on viewers read what is stored. */
  close(lane: LiveLane): void {
    const { conversationId, subjectId, lane: name } = lane.run;
    if (this.find(conversationId, subjectId, name) === lane)
      this.#lanes.delete(laneKey(conversationId, subjectId, name));
    this.#wake(lane.run);
  }

  find(conversationId: string, subjectId: string, lane: Lane): LiveLane | undefined {
    return this.#lanes.get(laneKey(conversationId, subjectId, lane));
  }

  of(conversationId: string): LiveLane[] {
    return [...this.#lanes.values()].filter(({ run }) => run.conversationId === conversationId);
  }

  /** Tells whoever waits for this turn or aside that it is there; for one that has no lane to open. */
  tell(subject: Pick<Run, "conversationId" | "subjectId">): void {
    this.#wake(subject);
  }

  /** Calls `wake` whenever a lane of this turn or aside changes here. Returns how to stop watching. */
  watch(conversationId: string, subjectId: string, wake: () => void): () => void {
    const key = `${conversationId} ${subjectId}`;
    const watchers = this.#watchers.get(key) ?? new Set();
    this.#watchers.set(key, watchers.add(wake));
    return () => {
      watchers.delete(wake);
      if (watchers.size === 0 && this.#watchers.get(key) === watchers) this.#watchers.delete(key);
    };
  }

  /**
   * Does one thing after another for each conversation: those who wait do so here and not with a connection of the pool
   * in their hands. What decides is the row's lock, which other instances see too.
   */
  async inTurn<Result>(conversationId: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#queues.get(conversationId) ?? Promise.resolve();
    const mine = before.then(work);
    const settled = mine.then(
      () => {},
      () => {},
    );
    this.#queues.set(conversationId, settled);
    void settled.then(() => {
      if (this.#queues.get(conversationId) === settled) this.#queues.delete(conversationId);
    });
    return mine;
  }

  /** Remembers work that outlives its request, so that a stop can wait for it. It must never reject. */
  detach(work: Promise<unknown>): void {
    this.#work.add(work);
    void work.finally(() => this.#work.delete(work));
  }

  /** Lets running turns finish for `graceMs`, then cuts them; resolves once all have settled and viewers know. */
  async drain(graceMs: number): Promise<void> {
    const grace = setTimeout(() => {
      for (const lane of this.#lanes.values()) lane.cut();
    }, graceMs);
    while (this.#work.size > 0) await Promise.all(this.#work);
    clearTimeout(grace);
    // Every viewer looks once more, to be told how the turn ended.
    const deadline = performance.now() + lastLookMs;
    while (this.#watchers.size > 0 && performance.now() < deadline) await sleep(20);
  }

  #wake({ conversationId, subjectId }: Pick<Run, "conversationId" | "subjectId">): void {
    for (const wake of this.#watchers.get(`${conversationId} ${subjectId}`) ?? []) wake();
  }
}

/** One lane being written: its text so far, and the way to end it early. */
export class LiveLane {
  readonly run: Run;
  text = "";
  /** What the provider has told of its price so far. */
  usage: Usage | null = null;
  /** From the call to the first word. */
  firstDeltaMs: number | null = null;
  /** The process is stopping: what is there is kept as `partial`, nobody asked for a stop. */
  wasCut = false;
  /** Somebody else holds the run now: this process writes nothing more for it. */
  isLost = false;
  #abort = new AbortController();
  #changed: () => void;

  constructor(run: Run, changed: () => void) {
    this.run = run;
    this.#changed = changed;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  append(delta: string): void {
    this.text += delta;
    this.#changed();
  }

  stop(): void {
    this.#abort.abort();
  }

  cut(): void {
    this.wasCut = true;
    this.#abort.abort();
  }

  lose(): void {
    this.isLost = true;
    this.#abort.abort();
  }

  get view(): LaneView {
    return { attempt: this.run.attempt, text: this.text, status: null, rewritten: false };
  }
}

function laneKey(conversationId: string, subjectId: string, lane: Lane): string {
  return `${conversationId} ${subjectId} ${lane}`;
}
