import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/report/columns.js';
import { nativePython } from '../lab/cpython/native-python.js';
import { asyncioLab, folderWith } from './command.js';
import { scenarioWith, twin } from './pair.js';

const native = await nativePython();
const onPyodide = (args: readonly string[], cwd?: string) =>
  asyncioLab(['compare', ...args, '--python', 'pyodide'], cwd === undefined ? {} : { cwd });

function pair(scenario: string, others: Readonly<Record<string, string>> = {}) {
  return folderWith({ 'mine.ts': scenario, 'mine.py': twin, ...others });
}

describe('the scenarios', () => {
  test('all do what their Python programs do on Pyodide, within eighty columns', async () => {
    const { code, stdout, stderr } = await onPyodide(['--all', '--source']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /\n no difference: \d\d variants do the same here as in CPython 3\.14\.\d+\n$/,
    );
    for (const line of stdout.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(80);
  });

  test.skipIf(native === undefined)('all do what they do on a Python of this machine', async () => {
    const { code, stdout } = await asyncioLab(['compare', '--all', '--python', native ?? '']);
    expect(stdout).toMatch(/\n no difference: \d\d variants do the same here/);
    expect(code).toBe(0);
  });
});

describe('a user’s pair of files', () => {
  test('is shown side by side, and the first difference is named; who has no twin is told of', async () => {
    const folder = pair(scenarioWith(0.2, true), { 'alone.ts': scenarioWith(0.2) });
    const { code, stdout, stderr } = await onPyodide(['.'], folder);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^asyncio-lab: .*alone\.ts has no Python program beside it: .*\n$/);
    const version = /CPython (\S+)/.exec(stdout)?.[1] ?? '';
    expect(stdout.replaceAll(version, '3.14.2')).toBe(
      [
        ' mine · breakfast                                                 virtual clock',
        '',
        ' both-at-once  both at once',
        ' CPython 3.14.2                         │ TypeScript',
        ' 0.100  Task-2  tea                     ≠ 0.200  Task-2  tea',
        ' 0.300  Task-3  toast                   │ 0.300  Task-3  toast',
        ' took 0.300 s                           │ took 0.300 s',
        ' returned 7                             │ returned 7',
        '',
        ' in-order      one by one',
        ' CPython 3.14.2                         │ TypeScript',
        ' 0.000  Task-1  one                     <',
        ' 0.000  Task-1  two                     │ 0.000  Task-1  two',
        '                                        > 0.000  Task-1  one',
        ' 0.000  Task-1  three                   │ 0.000  Task-1  three',
        ' took 0.000 s                           │ took 0.000 s',
        '',
        ' 2 of 2 variants differ',
        ' the first difference: mine/both-at-once, line 1',
        '   CPython 3.14.2  0.100  Task-2  tea',
        '   TypeScript      0.200  Task-2  tea',
        '',
      ].join('\n'),
    );
  });

  test('may have two names; scripts get both sides as JSON', async () => {
    const folder = folderWith({ 'a.ts': scenarioWith(0.1, true), 'b.py': twin });
    // Without any python3 on the PATH it is Pyodide's turn.
    const env = { PATH: folder };
    const ended = await asyncioLab(['compare', 'a.ts', 'b.py', '--json'], { cwd: folder, env });
    expect(ended).toMatchObject({ code: 1, stderr: '' });
    const report = JSON.parse(ended.stdout);
    expect(report).toMatchObject({
      schemaVersion: 1,
      clock: 'virtual',
      python: { name: 'pyodide' },
      scenarios: [{ source: 'a.ts', twin: 'b.py' }],
      summary: { same: 1, different: 1, skipped: 0 },
    });
    expect(report.scenarios[0].variants[0]).toMatchObject({
      name: 'both-at-once',
      status: 'pass',
      python: { elapsed: 0.3, outcome: { type: 'return', value: 7 } },
      here: { elapsed: 0.3, lines: [{ t: 0.1, text: 'tea', task: 'Task-2' }, { t: 0.3 }] },
    });
    expect(report.scenarios[0].variants[1].difference).toEqual({
      line: 1,
      python: { t: 0, text: 'one', task: 'Task-1' },
      here: { t: 0, text: 'two', task: 'Task-1' },
    });
  });

  test.skipIf(native === undefined)('is measured on the real clock of both', async () => {
    const args = ['compare', 'mine.ts', '--clock', 'real', '--python', native ?? ''];
    const [same, other] = await Promise.all(
      [0.1, 0.29].map((delay) => asyncioLab(args, { cwd: pair(scenarioWith(delay)) })),
    );
    expect(same).toMatchObject({ code: 0, stderr: '' });
    expect(same?.stdout).toContain('real clock');
    expect(same?.stdout).toMatch(/^ 0\.1\d\d {2}Task-2 {2}tea +│ 0\.1\d\d {2}Task-2 {2}tea$/m);
    expect(other?.code).toBe(1);
    expect(other?.stdout).toContain('the first difference: mine/both-at-once, line 1\n');
  });
});

describe('a program that ends its Python is named, and fails', () => {
  const exits = 'import os\n\n\ndef both_at_once():\n    os._exit(3)\n';
  const files = { 'mine.ts': scenarioWith(0.1), 'mine.py': exits };
  const ended = {
    code: 1,
    stdout: '',
    stderr:
      'asyncio-lab: the Python program ended its interpreter: mine.py: both_at_once (exit code 3)\n',
  };

  test('on Pyodide', async () => {
    expect(await onPyodide(['mine.ts'], folderWith(files))).toEqual(ended);
  });

  test.runIf(process.platform !== 'win32')('on a Python of the machine', async () => {
    const python = `#!${process.execPath}
console.log('{"python": "3.14.0"}');
process.stdin.once('data', () => process.exit(3));
`;
    const cwd = folderWith({ ...files, python });
    chmodSync(join(cwd, 'python'), 0o755);
    expect(await asyncioLab(['compare', 'mine.ts', '--python', './python'], { cwd })).toEqual(
      ended,
    );
  });
});

describe('what cannot be compared is one line', () => {
  const files = { 'mine.ts': scenarioWith(0.1), 'mine.py': twin, 'alone.ts': scenarioWith(0.1) };
  test.each([
    [['alone.ts'], /alone\.ts has no Python program beside it: .*alone\.py$/],
    [['mine.ts', 'other.py'], /^cannot read other\.py: no such file or folder$/],
    [['mine.py'], /^mine\.py is a Python program: name its scenario before it$/],
    [
      ['mine.ts', '--variant', 'nope'],
      /^unknown variant 'nope'; its variants: both-at-once, in-order$/,
    ],
    [['mine.ts', '--clock', 'real'], /^the real clock needs Python 3\.12 or later/],
    [
      ['mine.ts', '--python', 'no-such-python'],
      /^cannot use this Python: no-such-python: no such program$/,
    ],
    [['mine.ts', '--python', 'cat'], /^cannot use this Python: cat: /],
    [['mine.ts', '--source', '--json'], /^--source and --json do not go together$/],
    [['mine.ts', '--all'], /^--all and mine\.ts do not go together$/],
    [[], /^name a scenario or give --all/],
  ])('%j', async (args, line) => {
    const cwd = folderWith(files);
    const python = args.includes('--python') ? [] : ['--python', 'pyodide'];
    const { code, stdout, stderr } = await asyncioLab(['compare', ...args, ...python], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^asyncio-lab: [^\n]+\n$/);
    expect(stderr.slice('asyncio-lab: '.length).trimEnd()).toMatch(line);
  });
});
