/** Random programs do the same here as on CPython, to the letter: always the same 2,000. */
import { expect, it } from 'vitest';
import { pyodide } from '../pyodide.js';
import { campaign, explain } from './campaign.js';
import { fixed } from './fixed.js';
import { CPython } from './there.js';

it(`${fixed.count} random programs do what they do on CPython`, async () => {
  const there = await CPython.load(pyodide);
  const { programs, differences } = await campaign(there, fixed);
  const [first] = differences;
  expect(first && (await explain(there, first))).toBeUndefined();
  expect(programs).toBe(fixed.count);
});
