import type { Beat } from "./beat.ts";

/**
 * Lets one waiter sleep until something happens; a ring that comes while nobody waits is not lost. The waiter wakes once
 * all that came over the network at the same moment has been read, or at the next beat where it gathers, so that a busy
 * moment wakes it once.
 */
export class Bell {
  #rang = false;
  #wake: (() => void) | null = null;
  #beat: Beat | null = null;

  ring(): void {
    this.#rang = true;
    const wake = this.#wake;
    if (!wake) return;
    this.#wake = null;
    if (this.#beat) this.#beat.next(wake);
    else setImmediate(wake);
  }

  /** Resolves after the next ring (at the `beat` that follows it, if there is one), at once when it rang since the last wait, or after `ms`. */
  async wait(ms = Number.POSITIVE_INFINITY, beat: Beat | null = null): Promise<void> {
    this.#beat = beat;
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
