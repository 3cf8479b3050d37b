/** Counts who sits where: at most so many a person and so many an address. */
export class Seats {
  #perPerson: number;
  #perAddress: number;
  #taken = new Map<string, number>();

  constructor(perPerson: number, perAddress: number) {
    this.#perPerson = perPerson;
    this.#perAddress = perAddress;
  }

  /** Takes a seat and returns how to leave it; null when there is none left. */
  take(personId: string, address: string): (() => void) | null {
    const keys = [`person ${personId}`, `address ${address}`] as const;
    if (this.#count(keys[0]) >= this.#perPerson || this.#count(keys[1]) >= this.#perAddress) return null;
    for (const key of keys) this.#taken.set(key, this.#count(key) + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      for (const key of keys) this.#leave(key);
    };
  }

  #count(key: string): number {
    return this.#taken.get(key) ?? 0;
  }

  #leave(key: string): void {
    const rest = this.#count(key) - 1;
    if (rest > 0) this.#taken.set(key, rest);
    else this.#taken.delete(key);
  }
}
