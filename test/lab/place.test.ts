import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeError } from '../../src/lab/describe-error.js';
import { placeAt, placeOf, withPlacesAsTyped } from '../../src/lab/place.js';
import { folderWith } from '../cli/command.js';

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
  [['f (file:///%zz.mjs:1:1)', 'main (/tmp/mine.ts:5:9)'], '/tmp/mine.ts:5'],
  [[`f (${process.cwd()}/own/mine.ts:4:2)`], 'own/mine.ts:4'],
])('the first frame of the user’s own is the place: %j', (frames, place) => {
  expect(placeOf(withStack(...frames))).toBe(place);
});

test('frames are shown as places that one would type, but for the runtime’s', () => {
  const own = `    at Task.step (${runtime}:1:1)`;
  const report = `it failed at (10:30)\n    at f (${process.cwd()}/own/$&.ts:4:2)\n${own}`;
  expect(withPlacesAsTyped(report)).toBe(`it failed at (10:30)\n    at f (own/$&.ts:4)\n${own}`);
});

test('what is no error has none', () => {
  expect(placeOf('boo')).toBeUndefined();
});

test('a frame of the lab itself is nobody’s program', () => {
  const own = new URL('../../src/lab/place.ts', import.meta.url).pathname;
  expect(placeOf(withStack(`placeNow (${own}:29:3)`, 'main (/tmp/mine.ts:5:9)'))).toBe(
    '/tmp/mine.ts:5',
  );
});

test('a module is called as its file is, not as the source map has it', () => {
  const folder = folderWith({ 'é.mts': '', 'b.ts': '' });
  const named = (name: string) => join(folder, name);
  expect(placeOf(withStack(`f (${named('é.ts')}:4:2)`))).toBe(`${named('é.mts')}:4`);
  expect(placeAt({ file: named('é.ts'), line: 5 })).toBe(`${named('é.mts')}:5`);
  expect(placeOf(withStack(`f (${named('b.ts')}:4:2)`))).toBe(`${named('b.ts')}:4`);
});

test('an error in the syntax of a module has its place before the stack', () => {
  const folder = folderWith({ 'a.mts': '' });
  const error = new Error(`Transform failed with 1 error:\n${folder}/a.ts:3:18: ERROR: Unexpected`);
  error.name = 'TransformError';
  expect(placeOf(error)).toBe(`${folder}/a.mts:3`);
  expect(describeError(error)).toBe(
    `TransformError: Transform failed with 1 error: ${folder}/a.mts:3:18: ERROR: Unexpected`,
  );
});
