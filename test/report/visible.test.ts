import { expect, test } from 'vitest';
import { visible } from '../../src/report/visible.js';

test('what would control the terminal is written out', () => {
  expect(visible('\x1b[2J\x07a\nb\tc\r\x9b1m\u202eabc\u2028')).toBe(
    '\\x1b[2J\\x07a\\nb\\tc\\r\\x9b1m\\u202eabc\\u2028',
  );
});

test('what is no character is written out', () => {
  expect(visible('\ufdd0 \ufffe \uffff \u{1fffe}')).toBe('\\ufdd0 \\ufffe \\uffff \\u{1fffe}');
});

test('all other text is left as it is', () => {
  expect(visible('第 1 次開始 ✓ “quoted” é 👍')).toBe('第 1 次開始 ✓ “quoted” é 👍');
});
