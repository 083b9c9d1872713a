/** Whole programs with threads, run by plain Node: nothing of them may run again in a worker. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** Run Node, for at most 15 s; gives the lines of its output, without the numbers of the workers. */
async function linesOf(...args: readonly string[]): Promise<string[]> {
  const limit = { timeout: 60_000, killSignal: 'SIGKILL' } as const;
  const { stdout } = await promisify(execFile)(process.execPath, args, limit);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^works \d$/, 'works'));
}

function pathOf(fixture: string): string {
  return fileURLToPath(new URL(`./fixtures/${fixture}`, import.meta.url));
}

test('a program of one JavaScript file works, and runs once', async () => {
  const work = ['works', 'works', 'threads of their own 3'];
  expect(await linesOf(pathOf('program.mjs'))).toEqual([
    'begins on thread 1',
    ...work,
    ...work,
    'ends',
  ]);
});

test('so does one in TypeScript, under tsx', async () => {
  expect(await linesOf('--import', 'tsx', pathOf('program.ts'))).toEqual([
    'begins on thread 1',
    'works',
    'works',
    'threads of their own 3',
    'at the same time True',
  ]);
});

test('so does one whose workers load another copy of the runtime', async () => {
  expect(await linesOf('--import', 'tsx', pathOf('copies.ts'))).toEqual([
    'begins on thread 1',
    'another thread True',
  ]);
});

test('a pool ends its calls at the end of all, on the virtual clock, too', async () => {
  expect(await linesOf(pathOf('outlasting.mjs'))).toEqual([
    'begins 1',
    'main ends',
    'the program ends',
    'ends 1',
    'begins 2',
    'ends 2',
  ]);
});

test('what a thread writes to the standard output is there when its call has ended', async () => {
  expect(await linesOf(pathOf('writing.mjs'))).toEqual([
    ...Array.from({ length: 500 }, (_, i) => `line ${i + 1}`),
    'written 500',
  ]);
});
