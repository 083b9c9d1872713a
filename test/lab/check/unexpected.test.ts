import { expect, test } from 'vitest';
import { goneVariants, unexpected } from '../../../src/lab/check/unexpected.js';
import type { Found } from '../../../src/lab/found.js';
import type { RecordedVariant } from '../../../src/lab/recorded.js';
import type { Expectation, Variant } from '../../../src/lab/scenario.js';

const recorded: RecordedVariant = { elapsed: 0, lines: [], outcome: { type: 'return' } };

function found(
  variants: Readonly<Record<string, Expectation | undefined>>,
  beside: { readonly cpython?: readonly string[]; readonly agreed?: readonly string[] } = {},
): Found {
  const entries = Object.entries(variants).map(([name, expectation]) => {
    const variant: Variant = { about: '', program: () => {} };
    return [name, expectation === undefined ? variant : { ...variant, expect: expectation }];
  });
  const keep = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, recorded]));
  return {
    name: 'mine',
    scenario: { title: '', about: '', lesson: '', variants: Object.fromEntries(entries) },
    module: 'file:///mine.mjs',
    source: '/mine.mjs',
    ...(beside.cpython && {
      recording: {
        format: 1,
        python: '3.14.2',
        scenario: 'mine',
        variants: keep(beside.cpython),
      },
    }),
    ...(beside.agreed && { expected: { format: 1, variants: keep(beside.agreed) } }),
  };
}

test('a variant is held to an expect, be it empty, a recording, or what was agreed to', () => {
  expect(unexpected(found({ a: {} }), 'a')).toEqual([]);
  expect(unexpected(found({ a: undefined }, { cpython: ['a'] }), 'a')).toEqual([]);
  expect(unexpected(found({ a: undefined }, { agreed: ['a'] }), 'a')).toEqual([]);
});

test('a variant that is held to nothing is at fault, though others are', () => {
  const fault = (source: string) => [{ type: 'nothing-expected', source }];
  expect(unexpected(found({ a: undefined }), 'a')).toEqual(fault('author'));
  expect(unexpected(found({ a: undefined }, { agreed: ['b'] }), 'a')).toEqual(fault('author'));
  expect(unexpected(found({ a: undefined }, { cpython: ['b'] }), 'a')).toEqual(fault('cpython'));
  expect(unexpected(found({ toString: undefined }, { agreed: [] }), 'toString')).toEqual(
    fault('author'),
  );
});

test('what is expected of variants that are gone fails by their names', () => {
  expect(goneVariants(found({ a: {} }, { cpython: ['a', 'b'], agreed: ['c'] }))).toMatchObject([
    { name: 'b', status: 'fail', source: 'cpython', faults: [{ type: 'no-such-variant' }] },
    { name: 'c', status: 'fail', source: 'author', faults: [{ type: 'no-such-variant' }] },
  ]);
  expect(goneVariants(found({ a: {} }, { agreed: ['a'] }))).toEqual([]);
});
