import { expect, test } from 'vitest';
import { quoted, shortened } from '../../src/report/shortened.js';
import { styleIn } from './style.js';

test('a text that fits is left as it is, with its control characters written out', () => {
  expect(shortened('a\tb', 4)).toBe('a\\tb');
  expect(shortened('第一行', 6)).toBe('第一行');
});

test('one that does not ends in dots', () => {
  expect(shortened('abcdef', 5)).toBe('abcd…');
  expect(shortened('第一行', 5)).toBe('第一…');
  expect(shortened('\x1b'.repeat(3), 9)).toBe('\\x1b\\x1b…');
});

test('what has to be seen is seen, wherever it is', () => {
  const text = `${'a'.repeat(1000)}b${'c'.repeat(1000)}`;
  expect(shortened(text, 20, 1000)).toBe('…aaaaabcccccccccccc…');
  expect(shortened(`${'a'.repeat(1000)}b`, 20, 1000)).toBe('…aaaaab');
});

test('within a sentence there is room for less than two lines, for machines as much as they take', () => {
  const style = styleIn('en');
  expect(quoted('x'.repeat(1e6), style)).toHaveLength(120);
  expect(quoted('x'.repeat(1e6), { ...style, longest: 500 })).toHaveLength(500);
});
