/** Woken so much later than it should be, the process has more to do than it can do at once. */
const busyFromMs = 4;

/**
 * Lets one waiter sleep until something happens; a ring that comes while nobody waits is not lost. The waiter wakes once
 * all that came over the network at the same moment has been read, or gathers for as long as it says, so that a busy
 * moment wakes it once.
 */
export class Bell {
  /** The last waking came late: the process is busy, and waking less often would relieve it. */
  late = false;
  #rang = false;
  #wake: (() => void) | null = null;
  #gatherMs = 0;

  ring(): void {
    this.#rang = true;
    const wake = this.#wake;
    if (!wake) return;
    this.#wake = null;
    const dueAt = performance.now() + this.#gatherMs;
    const awake = () => {
      this.late = performance.now() - dueAt > busyFromMs;
      wake();
    };
    if (this.#gatherMs > 0) setTimeout(awake, this.#gatherMs);
    else setImmediate(awake);
  }

  /**
   * Resolves after the next ring, at once when it rang since the last wait, or after `ms`; `gatherMs`: so long after the
   * ring, for what comes close behind it.
   */
  async wait(ms = Number.POSITIVE_INFINITY, gatherMs = 0): Promise<void> {
    this.#gatherMs = gatherMs;
    if (this.#rang) this.late = false;
    else {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        if (ms === Number.POSITIVE_INFINITY) return;
        const timer = setTimeout(resolve, ms);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wake = null;
    }
    this.#rang = false;
  }
}
