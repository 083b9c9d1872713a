import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { builtInNames, builtInSource } from '../../src/lab/builtins.js';
import { findScenarios, findSound } from '../../src/lab/find.js';
import { FindError, type FindProblem } from '../../src/lab/find-error.js';

const folder = mkdtempSync(join(tmpdir(), 'asyncio-lab-'));
afterAll(() => rmSync(folder, { recursive: true }));

const scenario = `export default {
  title: 'x', about: 'x', lesson: 'x', variants: { one: { about: 'x', program() {} } },
};`;

function write(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const find = (...references: string[]) => findScenarios(references);

async function problemOf(reference: string): Promise<FindProblem> {
  try {
    await find(reference);
  } catch (error) {
    if (error instanceof FindError) return error.problem;
    throw error;
  }
  throw new Error('it was found');
}

describe('by name', () => {
  test('ours are listed in the order of the guide', () => {
    expect(builtInNames().slice(0, 4)).toEqual(['hello', 'generators', 'event-loop', 'fetch']);
  });

  test('a scenario comes with its recording and its source', async () => {
    const [found] = await find('gather');
    expect(found?.name).toBe('gather');
    expect(found?.recording?.variants).toHaveProperty('sequential');
    expect(found?.source).toMatch(/scenarios.gather.gather\.ts$/);
  });

  test('those in a folder bear its name, which stands for all of them', async () => {
    const [found, ...others] = await find('pitfalls/shield');
    expect(others).toEqual([]);
    expect(found?.name).toBe('pitfalls/shield');
    expect(found?.recording?.variants).toHaveProperty('wrong');
    expect(found?.source).toMatch(/scenarios.pitfalls.shield.shield\.ts$/);
    expect((await find('pitfalls')).map(({ name }) => name)).toEqual(
      builtInNames().filter((name) => name.startsWith('pitfalls/')),
    );
  });

  test('one of them by its path has the name of its file', async () => {
    const [found] = await find(builtInSource('pitfalls/shield'));
    expect(found?.name).toBe('shield');
    expect(found?.recording?.variants).toHaveProperty('wrong');
  });

  test('an unknown one has its nearest names', async () => {
    expect(await problemOf('gathr')).toEqual({
      type: 'unknown-scenario',
      name: 'gathr',
      nearest: ['gather'],
    });
  });
});

describe('by path', () => {
  test('a file is a scenario of its name', async () => {
    const [found] = await find(write('files/mine.mjs', scenario));
    expect(found).toMatchObject({ name: 'mine', scenario: { title: 'x' } });
  });

  test('a folder with a module of its name is that scenario', async () => {
    write('own/own.mjs', scenario);
    write('own/helper.mjs', scenario);
    expect((await find(join(folder, 'own'))).map(({ name }) => name)).toEqual(['own']);
  });

  test('another folder is all the scenarios in it, without their helpers', async () => {
    write('many/b.mjs', scenario);
    write('many/a/a.mjs', scenario);
    write('many/a/more.mjs', scenario);
    write('many/helper.mjs', 'export const x = 1;');
    write('many/settings.mjs', 'export default { x: 1 };');
    write('many/b.test.mjs', 'throw new Error("a test is no scenario")');
    expect((await find(join(folder, 'many'))).map(({ name }) => name)).toEqual(['a', 'b']);
  });

  test('a recording beside it is its expectation', async () => {
    write('recorded/mine.cpython.json', '{');
    expect(await problemOf(write('recorded/mine.mjs', scenario))).toMatchObject({
      type: 'bad-recording',
    });
  });

  test.each([
    ['./nowhere.ts', undefined, 'unreadable'],
    ['nowhere/shield', undefined, 'unreadable'],
    ['text.txt', 'hello', 'not-a-module'],
    ['no-default.mjs', 'export const x = 1;', 'no-default-export'],
    ['number.mjs', 'export default 5;', 'no-scenario'],
    ['throws.mjs', 'throw new TypeError("boo")', 'throws'],
    ['syntax.mjs', 'a b c', 'throws'],
  ])('%s is told why it is none', async (path, text, type) => {
    const reference = text === undefined ? path : write(path, text);
    expect(await problemOf(reference)).toMatchObject({ type });
  });

  test('a link that leads to itself cannot be read', async () => {
    symlinkSync('loop', join(folder, 'loop'));
    expect(await problemOf(join(folder, 'loop'))).toMatchObject({
      type: 'unreadable',
      cause: 'too many symbolic links encountered',
    });
  });

  test('a broken one does not keep the others from being found', async () => {
    write('mixed/a.mjs', scenario);
    write('mixed/b.mjs', 'throw new TypeError("boo")');
    write('mixed/c.mjs', 'export default { variants: {} };');
    const { scenarios, broken } = await findSound([join(folder, 'mixed')]);
    expect(scenarios.map(({ name }) => name)).toEqual(['a']);
    expect(broken.map(({ problem }) => problem.type)).toEqual(['throws', 'no-scenario']);
    await expect(find(join(folder, 'mixed'))).rejects.toThrow('boo');
  });

  test('a folder of nothing but helpers has none', async () => {
    write('helpers/helper.mjs', 'export const x = 1;');
    expect(await problemOf(join(folder, 'helpers'))).toMatchObject({ type: 'empty-folder' });
  });

  test('an empty folder has none', async () => {
    mkdirSync(join(folder, 'empty'));
    expect(await problemOf(join(folder, 'empty'))).toMatchObject({ type: 'empty-folder' });
  });
});
