/**
 * Real events of a real file system: they come when they come, so each step waits for the one before.
 * Much of the time nothing happens, and so the tests run at the same time, a few of them.
 */
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asyncioLab, type Ended, folderWith } from './command.js';

const notInCI = { CI: '' };

/** A user's module that prints a text and is held to 'tea'. */
const saying = (text: string, before = '') => `
import { coroutine, defineScenario, print } from 'asyncio-lab';
${before}
const work = coroutine(function* work() {
  print(${text});
});
export default defineScenario({
  title: 'Mine', about: 'It speaks.', lesson: 'Listen.',
  variants: { only: { about: 'x', main: work, expect: { lines: ['tea'] } } },
});`;

type Step = readonly [output: RegExp, act: (child: ChildProcess) => void];

const quit = (child: ChildProcess) => child.stdin?.write('q');

/** Watch scenarios; each step acts once what was written since the last one matches. */
async function watching(
  folder: string,
  args: readonly string[],
  steps: readonly Step[],
): Promise<Ended> {
  let seen = 0;
  const open = [...steps];
  const ended = await asyncioLab(['check', '--watch', ...args], {
    cwd: folder,
    env: notInCI,
    onOutput: (child, stdout) => {
      const [output, act] = open[0] ?? [];
      if (output === undefined || !output.test(stdout.slice(seen))) return;
      seen = stdout.length;
      open.shift();
      act?.(child);
    },
  });
  expect(open).toEqual([]);
  return ended;
}

const allWell = /Watching \d scenarios?\n$/;
const notWell = (name: string) =>
  new RegExp(`Watching \\d scenarios?, not as expected: ${name}\\n$`);

describe.concurrent('a file that changes', () => {
  test('runs its scenario again, and no other', async () => {
    const folder = folderWith({ 'a.mjs': saying("'tea'"), 'b.mjs': saying("'tea'") });
    const change = (text: string) => () => writeFileSync(join(folder, 'a.mjs'), saying(text));
    const { code, stdout, stderr } = await watching(
      folder,
      ['.'],
      [
        [allWell, change("'coffee'")],
        [notWell('a'), change("'tea'")],
        [allWell, quit],
      ],
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.match(/ ✓ a /g)).toHaveLength(2);
    expect(stdout.match(/ ✗ a /g)).toHaveLength(1);
    expect(stdout.match(/ ✓ b /g)).toHaveLength(1);
    expect(stdout).toContain('\n changed: a.mjs\n');
    expect(stdout).not.toContain('\x1b');
  });

  test('may be one that is imported or read, from other folders too', async () => {
    const folder = folderWith({
      'in/a.mjs': saying('what', "import { what } from '../lib/what.mjs';"),
      'in/b.mjs': saying("'tea'"),
      'lib/what.mjs':
        "import { readFileSync } from 'node:fs';\n" +
        "export const what = readFileSync(new URL('./what.txt', import.meta.url), 'utf8');",
      'lib/what.txt': 'tea',
    });
    const { stdout } = await watching(
      folder,
      ['in'],
      [
        [allWell, () => writeFileSync(join(folder, 'lib/what.txt'), 'milk')],
        [
          notWell('a'),
          () => writeFileSync(join(folder, 'lib/what.mjs'), "export const what = 'tea';"),
        ],
        [allWell, quit],
      ],
    );
    expect(stdout.match(/ ✓ b /g)).toHaveLength(1);
  });

  test('may be what holds the expectation', async () => {
    const folder = folderWith({ 'a.mjs': saying("'tea'") });
    const variants = { only: { elapsed: 1, lines: [], outcome: { type: 'return' } } };
    const path = join(folder, 'a.expected.json');
    await watching(
      folder,
      ['a.mjs'],
      [
        [allWell, () => writeFileSync(path, JSON.stringify({ format: 1, variants }))],
        [notWell('a'), () => rmSync(path)],
        [allWell, quit],
      ],
    );
  });

  test('is noticed by looking, too', async () => {
    const folder = folderWith({ 'a.mjs': saying("'tea'") });
    await watching(
      folder,
      ['--poll', 'a.mjs'],
      [
        [allWell, () => writeFileSync(join(folder, 'a.mjs'), saying("'coffee'"))],
        [notWell('a'), quit],
      ],
    );
  });
});

test.concurrent('a scenario that cannot be loaded stays watched, and runs when it is mended', async () => {
  const folder = folderWith({ 'a.mjs': saying("'tea'") });
  const needing = saying('what', "import { what } from './what.mjs';");
  const { stdout } = await watching(
    folder,
    ['.'],
    [
      [allWell, () => writeFileSync(join(folder, 'a.mjs'), 'export default {')],
      [notWell('a'), () => writeFileSync(join(folder, 'a.mjs'), needing)],
      [notWell('a'), () => writeFileSync(join(folder, 'what.mjs'), "export const what = 'tea';")],
      [allWell, quit],
    ],
  );
  expect(stdout).toContain('SyntaxError');
});

test.concurrent('new scenarios are checked, also in folders of their own, and removed ones forgotten', async () => {
  const folder = folderWith({ 'all/a.mjs': saying("'tea'") });
  const path = (name: string) => join(folder, 'all', name);
  await watching(
    folder,
    ['all'],
    [
      [/Watching 1 scenario\n$/, () => writeFileSync(path('b.mjs'), saying("'milk'"))],
      [
        /Watching 2 scenarios, not as expected: b\n$/,
        () => {
          mkdirSync(path('c'));
          setTimeout(() => writeFileSync(path('c/c.mjs'), saying("'milk'")), 300);
        },
      ],
      [
        /Watching 3 scenarios, not as expected: b, c\n$/,
        () => writeFileSync(path('c/c.mjs'), saying("'tea'")),
      ],
      [/Watching 3 scenarios, not as expected: b\n$/, () => rmSync(path('b.mjs'))],
      [/Watching 2 scenarios\n$/, quit],
    ],
  );
});

test.concurrent('a change stops what runs and runs it anew', async () => {
  const folder = folderWith({ 'a.mjs': saying("'tea'") });
  const hanging = saying("'tea'", 'while (true);');
  const { code } = await watching(
    folder,
    ['a.mjs'],
    [
      [
        allWell,
        () => {
          writeFileSync(join(folder, 'a.mjs'), hanging);
          setTimeout(() => writeFileSync(join(folder, 'a.mjs'), saying("'tea'")), 1500);
        },
      ],
      [allWell, quit],
    ],
  );
  expect(code).toBe(0);
});

describe.concurrent('a key', () => {
  test('runs all, or those again that ran last', async () => {
    const folder = folderWith({ 'a.mjs': saying("'tea'"), 'b.mjs': saying("'tea'") });
    const { stdout } = await watching(
      folder,
      ['.'],
      [
        [allWell, () => writeFileSync(join(folder, 'b.mjs'), `${saying("'tea'")}\n`)],
        [allWell, (child) => child.stdin?.write('\n')],
        [allWell, (child) => child.stdin?.write('a')],
        [allWell, quit],
      ],
    );
    const runs = stdout.match(/(?<= ✓ )\w/g)?.join('');
    expect(runs).toBe('abbbab');
  });

  test.each([
    ['Ctrl-C as a key', (child: ChildProcess) => child.stdin?.write('\x03')],
    ['Ctrl-C as a signal', (child: ChildProcess) => child.kill('SIGINT')],
  ])('%s ends with 130', async (_, interrupt) => {
    const folder = folderWith({ 'a.mjs': saying("'tea'") });
    const { code, stderr } = await watching(folder, ['a.mjs'], [[allWell, interrupt]]);
    expect({ code, stderr }).toEqual({ code: 130, stderr: '' });
  });
});

test.concurrent('what does not exist cannot be watched', async () => {
  const { code, stderr } = await asyncioLab(['check', '--watch', 'nowhere.mjs'], {
    cwd: folderWith(),
    env: notInCI,
  });
  expect(code).toBe(2);
  expect(stderr).toBe('asyncio-lab: cannot read nowhere.mjs: no such file or folder\n');
});

test.concurrent('CI does not wait for changes that never come', async () => {
  const { code, stdout, stderr } = await asyncioLab(['check', '--watch', 'gather'], {
    env: { CI: 'true' },
  });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe('asyncio-lab: --watch is not for CI: it would never end\n');
});
