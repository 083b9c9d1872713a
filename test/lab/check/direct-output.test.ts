import { PassThrough } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { DirectOutput } from '../../../src/lab/check/direct-output.js';

async function written(...texts: string[]): Promise<string[]> {
  const output = new DirectOutput();
  const stream = new PassThrough();
  output.watch(stream);
  for (const text of texts) stream.write(text);
  await nextTurn();
  return output.take();
}

test('what is written is kept line by line, the open one as well', async () => {
  expect(await written('one\ntw', 'o\n', 'three')).toEqual(['one', 'two', 'three']);
  expect(await written()).toEqual([]);
});

test('of very much only the beginning is kept', async () => {
  const lines = await written('a\n', 'x'.repeat(1_000_000), '\nlater');
  expect(lines[0]).toBe('a');
  expect(lines.at(-1)).toBe('…');
  expect(lines.join('').length).toBeLessThan(30_000);
});
