/**
 * Where generators stand, in a module that was compiled: the lines are those of this very file.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { placeOf } from '../../src/hosts/generatorplaces.js';

const file = fileURLToPath(import.meta.url);

function lineWith(text: string): number {
  return readFileSync(file, 'utf8').split('\n').indexOf(text) + 1;
}

interface Word {
  readonly word: string;
}

function* words(): Generator<Word, void, unknown> {
  yield { word: 'one' };

  yield* [{ word: 'two' }];
}

test('a generator that has not begun, or has ended, stands where its function begins', () => {
  const line = lineWith('function* words(): Generator<Word, void, unknown> {');
  const generator = words();
  expect(placeOf(generator)).toEqual({ file, line });
  generator.return();
  expect(placeOf(generator)).toEqual({ file, line });
});

test('a generator that is suspended stands where it goes on', () => {
  const generator = words();
  generator.next();
  expect(placeOf(generator)).toEqual({ file, line: lineWith("  yield { word: 'one' };") });
  generator.next();
  expect(placeOf(generator)).toEqual({ file, line: lineWith("  yield* [{ word: 'two' }];") });
});

test('a generator of a module that was loaded later is found too', async () => {
  placeOf(words());
  const source = 'export function* late() {\n  yield 1;\n}';
  const url = `data:text/javascript,${encodeURIComponent(source)}`;
  const { late } = (await import(/* @vite-ignore */ url)) as { late(): Generator };
  const generator = late();
  generator.next();
  expect(placeOf(generator)).toEqual({ file: url, line: 2 });
});

test('anything else stands nowhere', () => {
  expect(placeOf({})).toBeUndefined();
});
