import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asyncioLab, type Ended, folderWith } from './command.js';

const scenario = `
import { coroutine, defineScenario, print } from 'asyncio-lab';
const main = coroutine(function* main() { print('hello'); });
const about = 'prints';
export default defineScenario({
  title: 'Mine', about: 'One line.', lesson: 'Read it.',
  variants: { main: { about, main, expect: { lines: ['hello'] } } },
});`;

const json = ['--reporter', 'json', '--output-file'];

function check(cwd: string, ...args: string[]): Promise<Ended> {
  return asyncioLab(['check', 'mine.mjs', ...args], { cwd });
}

test('a pipe is written to, not replaced', async () => {
  const folder = folderWith({ 'mine.mjs': scenario });
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const [{ code }, text] = await Promise.all([
    check(folder, ...json, 'pipe'),
    readFile(pipe, 'utf8'),
  ]);
  expect(code).toBe(0);
  expect(JSON.parse(text)).toMatchObject({ summary: { passed: 1 } });
  expect(statSync(pipe).isFIFO()).toBe(true);
});

test.each(['old.json', 'new.json'])('a link to %s stays a link', async (target) => {
  const folder = folderWith({ 'mine.mjs': scenario, 'old.json': 'old' });
  symlinkSync(target, join(folder, 'link.json'));
  expect(await check(folder, ...json, 'link.json')).toMatchObject({ code: 0, stderr: '' });
  expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, target), 'utf8')).toContain('"schemaVersion"');
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test.each(['mine.mjs', 'mine.cpython.json', 'mine.expected.json', 'mine.py', 'link.json'])(
  '%s is not replaced by a report',
  async (path) => {
    const files = { 'mine.mjs': scenario, 'mine.py': 'pass', 'other.ts': '' };
    const recorded = { 'mine.cpython.json': '{}', 'mine.expected.json': '{}' };
    const folder = folderWith({ ...files, ...recorded });
    symlinkSync('other.ts', join(folder, 'link.json'));
    const before = readFileSync(join(folder, path), 'utf8');
    const { code, stdout, stderr } = await check(folder, ...json, path);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^asyncio-lab: .* would replace a program or what was recorded: .*\n$/);
    expect(readFileSync(join(folder, path), 'utf8')).toBe(before);
  },
);

test('an unknown format before a path is no path, unless it is written as one', async () => {
  const folder = folderWith({ 'mine.mjs': scenario });
  expect(await check(folder, ...json, 'jsn=x')).toEqual({
    code: 2,
    stdout: '',
    stderr:
      "asyncio-lab: --output-file jsn=x: unknown format 'jsn': choose default, dot, json, junit, tap, github; a path would be ./jsn=x\n",
  });
  expect(await check(folder, ...json, './jsn=x')).toMatchObject({ code: 0, stderr: '' });
  expect(readdirSync(folder).sort()).toEqual(['jsn=x', 'mine.mjs']);
});
