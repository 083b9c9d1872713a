import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/report/columns.js';
import { asyncioLab, bin, folderWith } from './command.js';

describe.concurrent('wrong usage is one line, with the nearest names, and exit code 2', () => {
  test.each([
    ['lst', "unknown command 'lst'; did you mean list?"],
    ['gather', "unknown command 'gather'; did you mean asyncio-lab run gather?"],
    ['help', "unknown command 'help'; --help shows all"],
    ['./x.ts', "unknown command './x.ts'; did you mean asyncio-lab run ./x.ts?"],
    ['list x', 'list takes no names'],
    ['run', 'name a scenario or give --all; asyncio-lab list shows them'],
    ['run --all gather', '--all and gather do not go together'],
    ['run gathr', "unknown scenario 'gathr'; did you mean gather?"],
    ['pitfalls', "unknown command 'pitfalls'; did you mean asyncio-lab run pitfalls?"],
    [
      'run pitfalls/blokcing',
      "unknown scenario 'pitfalls/blokcing'; did you mean pitfalls/blocking?",
    ],
    ['check lost-task', "unknown scenario 'lost-task'; did you mean pitfalls/lost-task?"],
    ['check nowhere/blocking', 'cannot read nowhere/blocking: no such file or folder'],
    ['run zzzzzz', "unknown scenario 'zzzzzz'; asyncio-lab list shows all"],
    ['run \x1b[2J', "unknown scenario '\\x1b[2J'; asyncio-lab list shows all"],
    ['run gather --variant sequental', "unknown variant 'sequental'; did you mean sequential?"],
    [
      'run gather --variant x',
      "unknown variant 'x'; its variants: sequential, gather, mixed, exceptions",
    ],
    ['run gather --sped 2', 'unknown option --sped; did you mean --speed?'],
    ['run gather --speed', '--speed <N> needs a value'],
    ['run gather --speed 0', "--speed must be a number above 0, not '0'"],
    ['run gather --speed fast', "--speed must be a number above 0, not 'fast'"],
    ['run gather --time-limit -1', "--time-limit must be a number above 0, not '-1'"],
    ['run gather --clock virtal', "unknown clock 'virtal': choose real or virtual"],
    [
      'run gather --clock virtual --speed 2',
      '--speed is for the real clock: the virtual one does not wait at all',
    ],
    ['run gather --explain --json', '--explain and --json do not go together'],
    ['run ./nowhere.ts', 'cannot read ./nowhere.ts: no such file or folder'],
    ['list --lang fr', "unknown language 'fr': choose en or zh-TW"],
    ['run gathr --lang zh-TW', '沒有「gathr」這個情境；你是不是要找 gather？'],
  ])('asyncio-lab %s', async (args, message) => {
    expect(await asyncioLab(args.split(' '))).toEqual({
      code: 2,
      stdout: '',
      stderr: `asyncio-lab: ${message}\n`,
    });
  });
});

describe('a module that is no scenario is told why in one line', () => {
  test.each([
    ['empty/', '', 'no scenario in the folder'],
    ['text.txt', 'hello', 'not a .ts, .mts, .js or .mjs file'],
    ['none.mjs', 'export const x = 1;', 'it has no default export'],
    ['number.js', 'export default 5;', 'a scenario is an object'],
    ['throws.mjs', 'throw new TypeError("boo\\nand more")', 'TypeError: boo'],
    ['syntax.ts', 'const a: = 1;', 'syntax.ts:1:9: ERROR: Unexpected "="'],
    ['imports.mjs', 'import "./nothing.js";', 'Cannot find module'],
  ])('%s', async (path, text, message) => {
    const folder = folderWith(path.endsWith('/') ? { [`${path}x.txt`]: '' } : { [path]: text });
    const { code, stdout, stderr } = await asyncioLab(['run', path], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^asyncio-lab: .*\n$/);
    expect(stderr).toContain(message);
  });
});

test.each([
  ['process.exit(0);', 'it ends the process'],
  ['await new Promise(() => {});', 'it waits for what never comes (a top-level await)'],
])('a module that is never loaded is told by name: %s', async (text, message) => {
  const folder = folderWith({ 'mine.mjs': text });
  const { code, stdout, stderr } = await asyncioLab(['run', 'mine.mjs'], { cwd: folder });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^asyncio-lab: cannot load .*mine\.mjs: .*\n$/);
  expect(stderr).toContain(message);
});

test('a name that is a file’s here hints at its path', async () => {
  const folder = folderWith({ 'breakfast.ts': '' });
  const { stderr } = await asyncioLab(['run', 'breakfast'], { cwd: folder });
  expect(stderr).toBe("asyncio-lab: unknown scenario 'breakfast'; did you mean ./breakfast.ts?\n");
});

test('help keeps to eighty columns', async () => {
  for (const args of [['check'], ['check', '--lang', 'zh-TW'], ['exercise'], []]) {
    const { stdout } = await asyncioLab([...args, '--help']);
    for (const line of stdout.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(80);
  }
});

test('help says how each command is used, in both languages', async () => {
  const { code, stdout } = await asyncioLab(['run', '--help']);
  expect(code).toBe(0);
  for (const part of ['--variant <name>', '--time-limit <S>', '--lang <en|zh-TW>', 'Example:']) {
    expect(stdout).toContain(part);
  }
  expect((await asyncioLab(['run', '--help', '--lang', 'zh-TW'])).stdout).toContain('用法：');
});

test.skipIf(!existsSync('/dev/full'))('a standard output that is full is one line', () => {
  const full = openSync('/dev/full', 'w');
  for (const args of [['list'], ['check', 'gather'], ['run', 'tasks', '--clock', 'virtual']]) {
    const { status, stderr } = spawnSync(process.execPath, [bin, ...args], {
      env: { ...process.env, LC_ALL: 'en_US.UTF-8' },
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'asyncio-lab: cannot write to standard output: no space left on device\n',
    });
  }
  closeSync(full);
});

test('without a command there is help, and exit code 2', async () => {
  const { code, stderr } = await asyncioLab([]);
  expect(code).toBe(2);
  expect(stderr).toContain('Usage: asyncio-lab');
});
