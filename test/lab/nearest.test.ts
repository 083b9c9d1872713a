import { expect, test } from 'vitest';
import { nearest } from '../../src/lab/nearest.js';

const names = ['hello', 'event-loop', 'gather', 'gil', 'to-thread', 'threadsafe', 'wait'];

test.each([
  ['gathr', ['gather']],
  ['agther', ['gather']],
  ['GATHER', ['gather']],
  ['event', ['event-loop']],
  ['tothread', ['to-thread']],
  ['gli', ['gil']],
  ['completely-other', []],
])('%s may mean %j', (name, expected) => {
  expect(nearest(name, names)).toEqual(expected);
});
