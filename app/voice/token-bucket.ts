/** Lets `perSecond` pass on average and `burst` at once. */
export class TokenBucket {
  #perSecond: number;
  #burst: number;
  #tokens: number;
  #filledAt: number;
  #now: () => number;

  /** `now` in milliseconds. */
  constructor(perSecond: number, burst: number, now: () => number = () => performance.now()) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#tokens = burst;
    this.#now = now;
    this.#filledAt = now();
  }

  /** False when there is not that much left; nothing is taken then. */
  take(amount = 1): boolean {
    const now = this.#now();
    const filled = ((now - this.#filledAt) / 1_000) * this.#perSecond;
    this.#tokens = Math.min(this.#burst, this.#tokens + filled);
    this.#filledAt = now;
    if (amount > this.#tokens) return false;
    this.#tokens -= amount;
    return true;
  }
}
