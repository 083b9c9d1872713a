/**
 * `npm run parity -- [--seed A --count N --python PATH]`: random programs, here and on CPython.
 *
 * The seeds A, A + 1, … give a program each, 1,000 by default. Of the first that differ a smallest
 * program is shown, in both languages. Without a path it asks Pyodide's CPython.
 */

import { parseArgs } from 'node:util';
import { nativeInterpreter } from '../src/lab/cpython/native.js';
import { pyodideInterpreter } from '../src/lab/cpython/pyodide.js';
import { campaign, explain, type Tally } from '../test/parity/campaign.js';
import { CPython } from '../test/parity/there.js';

/** How many differences are explained. */
const EXPLAINED = 3;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '0' },
    count: { type: 'string', default: '1000' },
    python: { type: 'string' },
  },
});

async function main(): Promise<void> {
  const range = { seed: integer('seed'), count: integer('count') };
  const interpreter = await (values.python === undefined
    ? pyodideInterpreter()
    : nativeInterpreter(values.python));
  try {
    const there = await CPython.load(interpreter);
    const begun = performance.now();
    const { programs, lines, differences } = await campaign(there, range, (tally) => {
      if (tally.programs % 1000 === 0) {
        console.error(`${tally.programs} programs, ${differing(tally)}`);
      }
    });
    for (const difference of differences.slice(0, EXPLAINED)) {
      console.log(`${await explain(there, difference)}\n`);
    }
    const seconds = ((performance.now() - begun) / 1000).toFixed(0);
    console.log(
      `CPython ${interpreter.python}: ${programs} programs, ${lines} lines, ${seconds} s: ` +
        differing({ differences }),
    );
    if (differences.length > 0) process.exitCode = 1;
  } finally {
    interpreter.close();
  }
}

function differing({ differences }: Pick<Tally, 'differences'>): string {
  const seeds = differences.map(({ seed }) => seed).join(', ');
  return seeds === '' ? 'no difference' : `${differences.length} differ: ${seeds}`;
}

function integer(option: 'seed' | 'count'): number {
  const value = Number(values[option]);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${option} must be a number`);
  return value;
}

try {
  await main();
} catch (error) {
  console.error(`parity: ${(error as Error).message.split('\n')[0]}`);
  process.exitCode = 1;
}
