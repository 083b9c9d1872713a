import { expect, test } from 'vitest';
import { nearestBuiltIns } from '../../src/lab/nearest-built-in.js';

test.each([
  ['gathr', ['gather']],
  ['pitfals', ['pitfalls']],
  ['pitfalls/', ['pitfalls']],
  ['pitfalls/sheild', ['pitfalls/shield']],
  ['pitfall/wait-for', ['pitfalls/wait-for']],
  ['lost', ['pitfalls/lost-task']],
  ['swallowed-cancle', ['pitfalls/swallowed-cancel']],
  ['pitfalls/completely-other', ['pitfalls']],
  ['scenarios/shield', []],
  ['./shield.ts', []],
])('%s may mean %j', (typed, expected) => {
  expect(nearestBuiltIns(typed)).toEqual(expected);
});
