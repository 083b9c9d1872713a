import { expect, test } from 'vitest';
import { keysIn } from '../../src/cli/keys.js';

test.each([
  ['hn', ['h', 'n']],
  ['\x1b', ['\x1b']],
  ['\x1b[A\x1b[B', ['\x1b[A', '\x1b[B']],
  ['\x1bOA', ['\x1b[A']],
  ['\x1b[5~j', ['\x1b[5~', 'j']],
  ['\x1b[1;5C', ['\x1b[1;5C']],
  ['茶\r', ['茶', '\r']],
  ['👍', ['👍']],
  ['', []],
])('a terminal sends %j for the keys %j', (text, keys) => {
  expect(keysIn(text)).toEqual(keys);
});
