/** A text for a live region. One that is `until` something is not said any more once another one `ends` that. */
export type Told = { text: string; until?: string; ends?: string };

/** How long a text stands in its live region: long enough for every screen reader to have taken it. */
export const heldMs = 1_000;
/** The same where others wait: what is said late is old news. */
export const heldBeforeOthersMs = 500;
/** The silence after it, so that even the same words twice are a change. */
export const silentMs = 200;

/**
 * Texts for a live region, which shows one at a time: what comes while another stands there waits for its turn instead of
 * taking its place unheard.
 */
export class OneByOne {
  #shown = "";
  #waiting: Told[] = [];
  /** Runs while something stands there, and through the silence after it. */
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** Since when it stands there, in milliseconds of the system's clock; null: it is silent. */
  #since: number | null = null;
  #listeners = new Set<() => void>();

  get shown(): string {
    return this.#shown;
  }

  say(texts: Told[]): void {
    const over = texts.flatMap(({ ends }) => ends ?? []);
    this.#waiting = [
      ...this.#waiting.filter(({ until }) => until === undefined || !over.includes(until)),
      ...texts,
    ];
    if (this.#timer === null) this.#next();
    else if (this.#since !== null && this.#waiting.length > 0) {
      clearTimeout(this.#timer);
      this.#hold(Math.max(0, heldBeforeOthersMs - (Date.now() - this.#since)));
    }
  }

  /** Calls `changed` with each change. Returns how to stop. */
  listen(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => void this.#listeners.delete(changed);
  }

  #next(): void {
    this.#timer = null;
    const told = this.#waiting.shift();
    if (!told) return;
    this.#since = Date.now();
    this.#show(told.text);
    this.#hold(this.#waiting.length > 0 ? heldBeforeOthersMs : heldMs);
  }

  #hold(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#since = null;
      this.#show("");
      this.#timer = setTimeout(() => this.#next(), silentMs);
    }, ms);
  }

  #show(text: string): void {
    this.#shown = text;
    for (const changed of this.#listeners) changed();
  }
}
