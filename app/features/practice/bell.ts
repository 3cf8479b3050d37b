/**
 * Lets one waiter sleep until something happens; a ring that comes while nobody waits is not lost. The waiter wakes once
 * all that came over the network at the same moment has been read, so that a busy moment wakes it once.
 */
export class Bell {
  #rang = false;
  #wake: (() => void) | null = null;

  ring(): void {
    this.#rang = true;
    if (!this.#wake) return;
    setImmediate(this.#wake);
    this.#wake = null;
  }

  /** Resolves after the next ring, at once when it rang since the last wait, or after `ms`. */
  async wait(ms = Number.POSITIVE_INFINITY): Promise<void> {
    if (!this.#rang) {
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
