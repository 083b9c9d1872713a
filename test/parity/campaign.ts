/**
 * A campaign: random programs, one for each seed, on CPython and on this library.
 */
import { generate } from './generate.js';
import { runHere } from './here.js';
import type { Program } from './program.js';
import { shrink } from './shrink.js';
import { asPython } from './source/python.js';
import { asTypeScript } from './source/typescript.js';
import type { CPython } from './there.js';
import { areEqual, linesOf, type Transcript } from './transcript.js';

/** A program that does not do the same on both sides. */
export interface Difference {
  readonly seed: number;
  readonly program: Program;
}

/** What a campaign went through. */
export interface Tally {
  programs: number;
  /** The lines that were compared. */
  lines: number;
  differences: Difference[];
}

/** Run the programs of so many seeds; `onProgram` is told after each how far it is. */
export async function campaign(
  there: CPython,
  { seed, count }: { readonly seed: number; readonly count: number },
  onProgram: (tally: Tally) => void = () => {},
): Promise<Tally> {
  const tally: Tally = { programs: 0, lines: 0, differences: [] };
  for (let current = seed; current < seed + count; current += 1) {
    const program = generate(current);
    const [expected, actual] = await runBoth(there, program);
    tally.programs += 1;
    tally.lines += expected.lines.length;
    if (!areEqual(expected, actual)) tally.differences.push({ seed: current, program });
    onProgram(tally);
  }
  return tally;
}

/** Describe a difference by the smallest program that shows one: both sources, both transcripts. */
export async function explain(there: CPython, { seed, program }: Difference): Promise<string> {
  const smallest = await shrink(program, async (smaller) => {
    // One whose module fails does not even begin.
    const both = await runBoth(there, smaller).catch(() => undefined);
    return both !== undefined && !areEqual(...both);
  });
  const [expected, actual] = await runBoth(there, smallest);
  return [
    `The program of seed ${seed} does not do the same; this part of it is enough:`,
    asPython(smallest),
    asTypeScript(smallest),
    sideBySide(linesOf(expected), linesOf(actual)),
  ].join('\n\n');
}

async function runBoth(there: CPython, program: Program): Promise<[Transcript, Transcript]> {
  return [await there.run(program), await runHere(program)];
}

function sideBySide(expected: readonly string[], actual: readonly string[]): string {
  const width = Math.max(...expected.map(({ length }) => length), 'CPython'.length);
  const rows = Array.from({ length: Math.max(expected.length, actual.length) }, (_, i) => {
    const [left = '', right = ''] = [expected[i], actual[i]];
    return `${left === right ? ' ' : '≠'} ${left.padEnd(width)} │ ${right}`;
  });
  return [`  ${'CPython'.padEnd(width)} │ asyncio-lab`, ...rows].join('\n');
}
