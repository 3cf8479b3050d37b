/** Both lanes' words of a moment go out in one write: a quarter of a frame of a screen costs no eye anything. */
const usualMs = 4;

/** No screen shows words more often; a busy process gathers them for so long. */
const busyMs = 16;

/** Woken so much later than it should be, the process has more to do than it can do at once. */
const busyFromMs = 4;

/**
 * One beat for all viewers of a process. To be woken costs a process more than to write a word, so it is woken once for the
 * words of all of them. It beats only while somebody waits for it.
 */
export class Beat {
  #waiting: (() => void)[] = [];
  #isBusy = false;

  /** Calls `wake` at the next beat, at most 4 ms from now, or 16 where the last one came late. */
  next(wake: () => void): void {
    this.#waiting.push(wake);
    if (this.#waiting.length > 1) return;
    const ms = this.#isBusy ? busyMs : usualMs;
    const dueAt = performance.now() + ms;
    setTimeout(() => {
      this.#isBusy = performance.now() - dueAt > busyFromMs;
      const woken = this.#waiting;
      this.#waiting = [];
      for (const one of woken) one();
    }, ms);
  }
}
