/** Random programs do the same here as on CPython, to the letter: always the same 2,000. */
import { expect, it } from 'vitest';
import { pyodideInterpreter } from '../../src/lab/cpython/pyodide.js';
import { campaign, explain } from './campaign.js';
import { CPython } from './there.js';

const PROGRAMS = 2000;

it(`${PROGRAMS} random programs do what they do on CPython`, { timeout: 120_000 }, async () => {
  const there = await CPython.load(await pyodideInterpreter());
  const { programs, differences } = await campaign(there, { seed: 0, count: PROGRAMS });
  const [first] = differences;
  expect(first && (await explain(there, first))).toBeUndefined();
  expect(programs).toBe(PROGRAMS);
});
