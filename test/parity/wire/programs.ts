/**
 * Random programs of one writer and one reader: what is written when, and how it is read.
 *
 * Instants are sums of multiples of 2⁻²⁰ s: they are exact, and hardly any two fall together, so that
 * nothing depends on who comes first.
 */
import { Random } from '../random.js';

/** A way to read, with its argument. */
export type Reading =
  | readonly [method: 'read' | 'readexactly', count: number]
  | readonly [method: 'readline']
  | readonly [method: 'readuntil', separators: readonly string[]];

/** What two tasks do. Texts are bytes, one for each letter. */
export interface WireProgram {
  readonly limit: number;
  /** What is written after how many seconds; then comes the end. */
  readonly writes: readonly (readonly [delay: number, text: string])[];
  /** How it is read after how many seconds, and for how long; without limit when that is 0. */
  readonly reads: readonly (readonly [delay: number, reading: Reading, timeout: number])[];
}

/** Make a program from a seed. */
export function wireProgram(seed: number): WireProgram {
  const random = new Random(seed);
  const seconds = () => random.between(1, 2 ** 20) * 2 ** -20;
  const often = (chance: number) => (random.chance(chance) ? seconds() : 0);
  const text = () =>
    Array.from({ length: random.between(1, 12) }, () => random.pick(['a', 'b', 'a', '\n'])).join(
      '',
    );
  const separator = () => random.pick(['a', 'ab', 'aba', 'b\n', '\n']);
  const reading = (): Reading =>
    random.pick<() => Reading>([
      () => ['read', random.chance(0.1) ? random.pick([0, -1]) : random.between(1, 20)],
      () => ['readexactly', random.between(0, 20)],
      () => ['readline'],
      () => ['readuntil', Array.from({ length: random.between(1, 3) }, separator)],
    ])();
  return {
    limit: random.between(1, 12),
    writes: Array.from({ length: random.between(0, 12) }, () => [often(0.7), text()] as const),
    reads: Array.from(
      { length: random.between(1, 15) },
      () => [often(0.4), reading(), often(0.5)] as const,
    ),
  };
}
