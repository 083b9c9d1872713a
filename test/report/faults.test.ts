import { expect, test } from 'vitest';
import type { Fault } from '../../src/lab/result.js';
import { differences } from '../../src/report/differences.js';
import { faultText } from '../../src/report/faults.js';
import { variant } from './results.js';
import { styleIn } from './style.js';

const style = styleIn('en');
const place = 'mine.ts:7';

test.each<[Fault, string]>([
  [{ type: 'exit', code: 3, place }, 'it ended the process, with exit code 3 (mine.ts:7)'],
  [
    { type: 'exit', signal: 'SIGKILL', last: 'one', place },
    "its process was ended by SIGKILL, after the line 'one' (mine.ts:7)",
  ],
  [
    { type: 'hang', seconds: 5, last: 'one', place },
    "it blocked its process, which was ended after 5 s: an endless loop after the line 'one'? (mine.ts:7)",
  ],
  [
    { type: 'stray', error: 'TypeError: lost', place },
    'an error that nobody caught: TypeError: lost (mine.ts:7)',
  ],
  [
    {
      type: 'warning-extra',
      text: 'Task exception was never retrieved\nfuture: <Task>\nRangeError: boo\n    at x',
      error: 'RangeError: boo',
      place,
    },
    'a warning that was not expected: Task exception was never retrieved: RangeError: boo (mine.ts:7)',
  ],
])('a fault is told with its place: %j', (fault, text) => {
  expect(faultText(fault, true, style)).toBe(text);
});

test('a deadlock is told with the places where its tasks wait', () => {
  const message = 'every task waits:\n  Task-1, main(), awaits gather()\n  Task-2, f(), awaits x';
  const fault: Fault = {
    type: 'outcome',
    actual: { type: 'error', name: 'DeadlockError', message },
    expected: { type: 'return' },
    place,
    waiting: [{ name: 'Task-1', place }, { name: 'Task-2' }],
  };
  expect(faultText(fault, true, style).split('\n')).toEqual([
    'it raised DeadlockError: every task waits:',
    '  Task-1, main(), awaits gather() (mine.ts:7)',
    '  Task-2, f(), awaits x',
    'expected: it returned nothing',
  ]);
});

test('a long text is cut, and the place behind it is not', () => {
  const fault: Fault = { type: 'stray', error: 'x'.repeat(1e6), place };
  expect(faultText(fault, true, style)).toMatch(/x{100,}… \(mine\.ts:7\)$/);
});

test('of very many faults the first are told, the others counted', () => {
  const faults = Array.from({ length: 1000 }, (): Fault => ({ type: 'stray', error: 'boo' }));
  const texts = differences(variant({ faults }), true, style);
  expect(texts).toHaveLength(41);
  expect(texts.at(-1)).toBe('… and 960 more');
});
