import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { asyncioLab, type Ended, folderWith } from './command.js';

/** A user's module with one variant; `body` is the inside of its coroutine. */
const scenario = (body: string, rest = '', variant = '') => `
import { coroutine, createTask, defineScenario, Future, print, sleep } from 'asyncio-lab';

const work = coroutine(function* work() {
  ${body}
});

export default defineScenario({
  title: 'Mine',
  about: 'Something happens.',
  lesson: 'Mind it.',
  ${rest}
  variants: { only: { about: 'the only one', main: work, ${variant} } },
});`;

const tea = (seconds: number) => scenario(`yield* sleep(${seconds}); print('tea');`);

/** What CPython did, where it took so long. */
const recording = (seconds: number) =>
  JSON.stringify({
    format: 1,
    python: '3.14.2',
    scenario: 'mine',
    variants: {
      only: {
        elapsed: seconds,
        lines: [{ t: seconds, text: 'tea', task: 'Task-1' }],
        outcome: { type: 'return' },
      },
    },
  });

const atHome = { CI: '' };
const update = (cwd: string, ...args: string[]) =>
  asyncioLab(['check', '--update', ...args], { cwd, env: atHome });
const check = (cwd: string, ...names: string[]) => asyncioLab(['check', ...names], { cwd });

/** Update one scenario, and say what came of it and of the check after it. */
async function updated(text: string) {
  const folder = folderWith({ 'mine.mjs': text });
  const ended = await update(folder, 'mine.mjs');
  return { ...ended, variant: variantIn(folder, 'mine'), folder };
}

/** What is recorded of a scenario's variant, if anything is. */
function variantIn(folder: string, name: string) {
  const path = join(folder, `${name}.expected.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).variants.only : undefined;
}

describe('what a scenario does', () => {
  test('is shown line by line, then recorded beside it, and held against it', async () => {
    const { code, stdout, stderr, variant, folder } = await updated(tea(3));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /\+ 3\.000 {2}Task-1 {2}tea(?:.|\n)*recorded in mine\.expected\.json\n$/,
    );
    expect(variant).toEqual({
      elapsed: 3,
      lines: [{ t: 3, text: 'tea', task: 'Task-1' }],
      outcome: { type: 'return' },
    });
    writeFileSync(join(folder, 'mine.mjs'), tea(3.001));
    const late = await check(folder, 'mine.mjs');
    expect(late.code).toBe(1);
    expect(late.stdout).toContain('late');
  });

  test('is recorded anew when it has changed, with the difference, and else left alone', async () => {
    const { folder } = await updated(tea(3));
    const unchanged = await update(folder, 'mine.mjs');
    expect(unchanged).toEqual({ code: 0, stdout: ' ✓ mine            unchanged\n', stderr: '' });
    writeFileSync(join(folder, 'mine.mjs'), tea(4));
    const { code, stdout } = await update(folder, '.');
    expect(code).toBe(0);
    expect(stdout).toMatch(/- 3\.000 {2}Task-1 {2}tea\n *\+ 4\.000 {2}Task-1 {2}tea/);
    expect((await check(folder, 'mine.mjs')).code).toBe(0);
  });

  test('stands above what the author typed, whose patterns stay', async () => {
    const body = "print('one'); print('id 7'); print('id 8');";
    const lines = "[[0, /^ID \\d+$/i], [0, 'two']]";
    const { variant, code, folder } = await updated(
      scenario(body, '', `expect: { lines: ${lines} }`),
    );
    expect(code).toBe(0);
    expect(variant.lines).toEqual([
      { t: 0, text: 'one', task: 'Task-1' },
      { t: 0, text: '/^ID \\d+$/i', task: 'Task-1', pattern: '^ID \\d+$', flags: 'i' },
      { t: 0, text: 'id 8', task: 'Task-1' },
    ]);
    expect((await check(folder, 'mine.mjs')).code).toBe(0);
  });

  test('may be an error, a deadlock, a warning, a task that is left', async () => {
    const folder = folderWith({
      'error.mjs': scenario("throw new Error('no tea');"),
      'deadlock.mjs': scenario('yield* new Future();'),
      'rest.mjs': scenario(`
        const fails = coroutine(function* fails() { yield* sleep(0); throw new Error('bad'); });
        createTask(fails());
        createTask(sleep(9), { name: 'sleeper' });
        yield* sleep(1);
        sleep(2);`),
    });
    expect((await update(folder, '.')).code).toBe(0);
    const [error, deadlock, rest] = ['error', 'deadlock', 'rest'].map((it) =>
      variantIn(folder, it),
    );
    expect(error.outcome).toEqual({ type: 'error', name: 'Exception', message: 'no tea' });
    expect(deadlock.outcome.name).toBe('DeadlockError');
    expect(rest.pending).toEqual(['sleeper']);
    expect(rest.warnings).toEqual([
      "Task exception was never retrieved\nfuture: <Task finished name='Task-2' coro=<fails()> exception=Exception('bad')>\nError: bad",
      "RuntimeWarning: coroutine 'sleep' was never awaited",
    ]);
    expect((await check(folder, '.')).code).toBe(0);
  });

  test('keeps the pattern of a line that differs from run to run', async () => {
    const varying = "varying: [{ pattern: /^id (?<id>[\\d.]+)$/, shown: 'id <id>' }],";
    const body = "const id = Math.random(); print('id', id); print('id', id);";
    const { code, variant, folder } = await updated(scenario(body, varying));
    expect(code).toBe(0);
    expect(variant.lines[1]).toEqual({
      t: 0,
      text: 'id <id>',
      task: 'Task-1',
      pattern: '^id (?<id>[\\d.]+)$',
      groups: { id: 1 },
    });
    expect((await check(folder, 'mine.mjs')).code).toBe(0);
  });
});

describe('nothing is recorded', () => {
  const faults: Readonly<Record<string, readonly [what: string, body: string, why: string]>> = {
    differs: [
      'what differs from run to run',
      'print(Math.random());',
      "name such lines in 'varying'",
    ],
    exits: ['what ends the process', "print('a'); process.exit(0);", 'to be mended first'],
    hangs: ['what hangs', 'while (true);', 'to be mended first'],
    late: [
      'what fails late',
      "setTimeout(() => { throw new Error('late'); });",
      'to be mended first',
    ],
    timer: ['what leaves a timer', 'setInterval(() => {}, 1000);', 'to be mended first'],
    wrong: ['what cannot be loaded', '}', 'to be mended first'],
  };
  const names = Object.keys(faults);
  let folder: string;
  let ended: Ended;

  beforeAll(async () => {
    const modules = Object.entries(faults).map(([name, [, body]]) => [
      `${name}.mjs`,
      scenario(body),
    ]);
    folder = folderWith({ ...Object.fromEntries(modules), 'sound.mjs': tea(0.1) });
    ended = await update(folder, '.', '--time-limit', '1');
  });

  test.each(names.map((name) => [faults[name]?.[0], name] as const))('of %s', (_, name) => {
    expect(variantIn(folder, name)).toBeUndefined();
    const [, part = ''] = ended.stdout.split(`\n ✗ ${name} `);
    const [of = ''] = part.split(/\n [✓✗] /);
    expect(of).toContain('not recorded: ');
    expect(of).toContain(faults[name]?.[2]);
  });

  test('of these, but of a sound one beside them', () => {
    expect(ended.code).toBe(1);
    expect(variantIn(folder, 'sound')).toMatchObject({ elapsed: 0.1 });
  });

  test('of one whose ratios the author has set otherwise', async () => {
    const ratio = "ratios: [{ faster: 'only', than: 'only', atLeast: 2 }],";
    const { code, stdout } = await updated(scenario('yield* sleep(1);', ratio));
    expect(code).toBe(1);
    expect(stdout).toContain('not recorded');
  });

  test('of ours, and of what CPython was asked about', async () => {
    const folder = folderWith({ 'mine.mjs': tea(1), 'mine.cpython.json': recording(1) });
    expect(await update(folder, 'gather', 'mine.mjs')).toEqual({
      code: 0,
      stdout: [
        ' – gather          not recorded: it is one of ours\n',
        ' – mine            not recorded: it is held to what CPython does\n',
      ].join(''),
      stderr: '',
    });
    expect(existsSync(join(folder, 'mine.expected.json'))).toBe(false);
  });
});

test('what differs from what CPython did is shown, and is not as expected', async () => {
  const folder = folderWith({
    'mine.mjs': tea(2),
    'mine.cpython.json': recording(1),
    'other.mjs': tea(3),
  });
  const { code, stdout } = await update(folder, 'mine.mjs', 'other.mjs');
  expect(code).toBe(1);
  expect(stdout).toContain('+ 2.000  Task-1  tea  ✗ late: expected at 1');
  expect(stdout).toMatch(/^ ✗ mine .*not recorded: it is held to what CPython does, and differs/m);
  expect(stdout).toMatch(/^ ✓ other .*recorded in other\.expected\.json$/m);
  expect(existsSync(join(folder, 'mine.expected.json'))).toBe(false);
});

test('a variant that is gone is said to be, and is expected no longer', async () => {
  const { folder } = await updated(tea(1));
  const path = join(folder, 'mine.mjs');
  writeFileSync(path, tea(1).replace('only:', 'other:'));
  expect((await check(folder, 'mine.mjs')).code).toBe(1);
  const { code, stdout } = await update(folder, 'mine.mjs');
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^ ✗ mine\/only.*\n {3}✗ it is expected, but the scenario has no such variant$/m,
  );
  expect(stdout).toContain('+ 1.000  Task-1  tea');
  expect(stdout).not.toContain('nothing is expected of it');
  expect((await check(folder, 'mine.mjs')).code).toBe(0);
});

test('a file that is broken or of another format is one line that says what to do', async () => {
  for (const [text, cause] of [
    ['<<<<<<< ours', 'Unexpected token'],
    ['{ "format": 2, "variants": {} }', 'format must be 1'],
  ] as const) {
    const folder = folderWith({ 'mine.mjs': tea(1), 'mine.expected.json': text });
    const { code, stdout, stderr } = await check(folder, 'mine.mjs');
    expect(code).toBe(1);
    const said = (stdout + stderr).replaceAll(/\s+/g, ' ');
    expect(said).toContain('mine.expected.json: ');
    expect(said).toContain(cause);
    expect(said).toContain('delete it, then record it again with check --update');
  }
});

describe.concurrent('wrong use is one line', () => {
  test.each([
    [
      'check --update mine.mjs',
      'true',
      '--update is not for CI: what is expected is for a person to agree to',
    ],
    [
      'check --update mine.mjs',
      '1',
      '--update is not for CI: what is expected is for a person to agree to',
    ],
    ['check --update', '', '--update is for scenarios of your own: give their paths'],
    ['check --update mine.mjs --clock real', '', '--update and --clock real do not go together'],
    ['check --update mine.mjs --reporter tap', '', '--update and --reporter do not go together'],
    ['check --update mine.mjs --retry 2', 'false', '--update and --retry do not go together'],
    ['check --watch --output-file x', '', '--watch and --output-file do not go together'],
    ['check --watch --reporter tap', '', '--watch and --reporter tap do not go together'],
    ['check --poll', '', '--poll goes with --watch only'],
  ])('%s', async (line, CI, message) => {
    const folder = folderWith({ 'mine.mjs': tea(1) });
    expect(await asyncioLab(line.split(' '), { cwd: folder, env: { CI } })).toEqual({
      code: 2,
      stdout: '',
      stderr: `asyncio-lab: ${message}\n`,
    });
    expect(existsSync(join(folder, 'mine.expected.json'))).toBe(false);
  });
});
