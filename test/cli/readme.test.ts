import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { asyncioLab, folderWith } from './command.js';

test('the first scenario in the README runs in an empty folder and passes', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, section] = readme.split(/^#+ .*your own scenario.*$/im);
  expect(section, 'README.md has a heading with "your own scenario"').toBeDefined();
  const code = /^```ts\n(.*?)^```$/ms.exec(section ?? '')?.[1];
  expect(code, 'a ```ts block follows that heading').toBeDefined();

  const folder = folderWith({ 'mine.ts': code ?? '' });
  const ended = await asyncioLab(['run', 'mine.ts', '--clock', 'virtual'], { cwd: folder });
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(ended.stdout).toContain(' mine · ');
});

test('the README has the same programs and the same rows in both languages', () => {
  const [english, chinese] = ['README.md', 'README.zh-TW.md'].map((name) => {
    const text = readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
    return { programs: programsIn(text), rows: rowsIn(text) };
  });
  expect(chinese).toEqual(english);
  expect(english?.programs).toHaveLength(4);
  expect(english?.rows.length).toBeGreaterThan(50);
});

/** The blocks of code, without what their comments say. */
function programsIn(readme: string): string[] {
  const blocks = readme.matchAll(/^```[jt]s\n(.*?)^```$/gms);
  return Array.from(blocks, ([, code = '']) => code.replaceAll(/(?<=\/\/) .*$/gm, ''));
}

/** The code that each row of a table is about. */
function rowsIn(readme: string): string[][] {
  const rows = readme.matchAll(/^\| (`.*?`) \| /gm);
  return Array.from(rows, ([, cell = '']) => Array.from(cell.matchAll(/`(.*?)`/g), ([it]) => it));
}

describe.concurrent('the first program', () => {
  test.each(['README.md', 'README.zh-TW.md'])('of %s runs as it says', async (name) => {
    const readme = readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
    const [, file = '', code = ''] =
      /`node (hello\.\w+)`[^`]*^```js\n(.*?)^```$/ms.exec(readme) ?? [];
    const folder = folderWith({ [file]: code });
    mkdirSync(join(folder, 'node_modules'));
    const root = fileURLToPath(new URL('../..', import.meta.url));
    symlinkSync(root, join(folder, 'node_modules/asyncio-lab'));
    const { stdout } = await promisify(execFile)(process.execPath, [file], { cwd: folder });
    expect(stdout).toBe('hello\nworld\nhello\nworld\n');
  });
});
