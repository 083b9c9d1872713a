/**
 * Random numbers from a seed: the same seed gives the same program, on every machine.
 */

/** A source of random choices (the generator is splitmix32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed, 0x85ebca6b);
  }

  /** Return a number from 0 to 1, 1 excluded. */
  #next(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    let bits = this.#state ^ (this.#state >>> 16);
    bits = Math.imul(bits, 0x21f0aaad);
    bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
    return ((bits ^ (bits >>> 15)) >>> 0) / 2 ** 32;
  }

  /** Return an integer from the first to the last, both included. */
  between(first: number, last: number): number {
    return first + Math.floor(this.#next() * (last - first + 1));
  }

  /** Return true with that probability. */
  chance(probability: number): boolean {
    return this.#next() < probability;
  }

  /** Return one of the items. */
  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError('nothing to pick from');
    return items[this.between(0, items.length - 1)] as T;
  }

  /** Return so many of the items, or all if there are fewer; the order is random. */
  sample<T>(items: readonly T[], count: number): T[] {
    const rest = [...items];
    const length = Math.min(count, rest.length);
    return Array.from({ length }, () => {
      return rest.splice(this.between(0, rest.length - 1), 1)[0] as T;
    });
  }

  /** Return the key of one of the weights, the heavier ones more often. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let left = this.#next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    throw new RangeError('nothing to pick from');
  }
}
