/** What is suggested was asked of CPython 3.13 for the same names. */
import { expect, test } from 'vitest';
import { suggestionFor } from '../../src/core/suggestion.js';

test.each([
  ['nam', ['name', 'context'], 'name'],
  ['TIMEOUT', ['timeout', 'returnWhen'], undefined],
  ['tiemout', ['timeout'], 'timeout'],
  ['now', ['immediate'], undefined],
  ['x', ['n'], undefined],
  ['clok', ['debug', 'clock'], 'clock'],
  ['Timeout', ['timeout'], 'timeout'],
])('%j among %j is %j', (wrong, names, meant) => {
  expect(suggestionFor(wrong, names)).toBe(meant);
});
