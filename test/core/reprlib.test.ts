/** What is expected here is what CPython's `reprlib.repr` gives. */
import { expect, test } from 'vitest';
import { shortRepr } from '../../src/core/reprlib.js';
import { ValueError } from '../../src/index.js';

test('what is short is shown whole', () => {
  const shown = ['short', [1, [2]], { a: 1 }, new Set([1]), new Set(), new Map(), [], 3, undefined];
  expect(shown.map(shortRepr)).toEqual([
    "'short'",
    '[1, [2]]',
    "{'a': 1}",
    '{1}',
    'set()',
    '{}',
    '[]',
    '3',
    'None',
  ]);
});

test('text is cut in the middle, as it is quoted', () => {
  expect(
    ['x'.repeat(28), 'x'.repeat(29), "it's ".repeat(12), 'a\nb'.repeat(20)].map(shortRepr),
  ).toEqual([
    `'${'x'.repeat(28)}'`,
    "'xxxxxxxxxxxx...xxxxxxxxxxxxx'",
    `"it's it's it...'s it's it's "`,
    "'a\\nba\\nba\\nb...ba\\nba\\nba\\nb'",
  ]);
});

test('lists and sets are cut after six items, dictionaries after four, in order of their keys', () => {
  const shown = [
    [1, 2, 3, 4, 5, 6, 7],
    [[1, 2, 3, 4, 5, 6, 7], 'y'.repeat(40)],
    new Set([8, 1, 2, 3, 4, 5, 6]),
    { b: 1, a: 2, c: 3, d: 4, e: 5 },
    { key: 'v'.repeat(40) },
  ];
  expect(shown.map(shortRepr)).toEqual([
    '[1, 2, 3, 4, 5, 6, ...]',
    "[[1, 2, 3, 4, 5, 6, ...], 'yyyyyyyyyyyy...yyyyyyyyyyyyy']",
    '{1, 2, 3, 4, 5, 6, ...}',
    "{'a': 2, 'b': 1, 'c': 3, 'd': 4, ...}",
    "{'key': 'vvvvvvvvvvvv...vvvvvvvvvvvvv'}",
  ]);
});

test('below the sixth level nothing is shown', () => {
  expect(shortRepr([[[[[[[[1]]]]]]]])).toBe('[[[[[[[...]]]]]]]');
});

test('anything else is cut in the middle', () => {
  const error = new ValueError('a long message for the error here');
  const bytes = new TextEncoder().encode('0123456789'.repeat(4));
  expect([error, bytes].map(shortRepr)).toEqual([
    "ValueError('a...e error here')",
    "b'01234567890...7890123456789'",
  ]);
});
