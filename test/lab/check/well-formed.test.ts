import { expect, test } from 'vitest';
import { isMessage } from '../../../src/lab/check/well-formed.js';
import { everything, good } from '../../report/results.js';

test('whatever a scenario may come to is a message', () => {
  for (const result of everything.scenarios) {
    expect(isMessage({ type: 'done', reply: { type: 'result', result } })).toBe(true);
  }
  for (const message of [
    { type: 'loading' },
    { type: 'loaded', variants: ['a'] },
    { type: 'line', line: good(1, 'hello') },
    { type: 'line', line: good(1, 'hello'), stack: 'Error\n    at main (/a/b.js:1:2)' },
    { type: 'alive' },
    { type: 'done', reply: { type: 'helper' } },
    { type: 'done', reply: { type: 'problem', problem: { type: 'exits', path: 'a.ts' } } },
    { type: 'done', reply: { type: 'fault', error: 'TypeError: no' } },
  ]) {
    expect(isMessage(message), JSON.stringify(message)).toBe(true);
  }
});

test.each([
  [undefined],
  [null],
  ['done'],
  [[]],
  [{}],
  [{ type: 'toString' }],
  [{ type: 'loaded', variants: [1] }],
  [{ type: 'loaded', variants: new Array(2) }],
  [{ type: 'late', of: 'a/b' }],
  [{ type: 'line', line: { state: 'fine' } }],
  [{ type: 'line', line: { state: 'ok' }, stack: 1 }],
  [{ type: 'line', line: { state: 'ok', actual: { t: '1', text: 'hello' } } }],
  [{ type: 'done' }],
  [{ type: 'done', reply: { type: 'result', result: { variants: [{ name: 'a' }] } } }],
  [{ type: 'done', reply: { type: 'problem', problem: { type: 'unknown-variant', name: 'a' } } }],
  [{ type: 'done', reply: { type: 'problem', problem: { type: 'bad-recording', path: '' } } }],
])('%j is none', (message) => {
  expect(isMessage(message)).toBe(false);
});

test('a fault that a report could not show is none', () => {
  const [first] = everything.scenarios;
  const variants = first?.variants.map((variant) => ({ ...variant, faults: [{ type: 'lines' }] }));
  const reply = { type: 'result', result: { ...first, variants } };
  expect(isMessage({ type: 'done', reply })).toBe(false);
});
