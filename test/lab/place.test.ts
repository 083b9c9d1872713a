import { expect, test } from 'vitest';
import { placeOf } from '../../src/lab/place.js';

function withStack(...frames: string[]): Error {
  const error = new Error('boo');
  error.stack = ['Error: boo', ...frames.map((frame) => `    at ${frame}`)].join('\n');
  return error;
}

const runtime = new URL('../../src/core/tasks.js', import.meta.url).href;

test.each([
  [['deep (/tmp/mine.ts:5:9)', 'main (/tmp/other.ts:7:1)'], '/tmp/mine.ts:5'],
  [['file:///tmp/my%20own/mine.mjs:1:28'], '/tmp/my own/mine.mjs:1'],
  [['async file:///tmp/mine.mjs:2:1'], '/tmp/mine.mjs:2'],
  [[`Task.step (${runtime}:1:1)`, 'new Work (file:///tmp/mine.mjs:3:1)'], '/tmp/mine.mjs:3'],
  [['node:internal/timers:1:1', 'next (<anonymous>)', 'x (/a/node_modules/b/c.js:1:1)'], undefined],
  [[`f (${process.cwd()}/own/mine.ts:4:2)`], 'own/mine.ts:4'],
])('the first frame of the user’s own is the place: %j', (frames, place) => {
  expect(placeOf(withStack(...frames))).toBe(place);
});

test('what is no error has none', () => {
  expect(placeOf('boo')).toBeUndefined();
});
