import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/report/columns.js';
import { asyncioLab, folderWith } from './command.js';

const virtually = (...args: string[]) => asyncioLab(['run', ...args, '--clock', 'virtual']);

/** A user's module with one variant; `body` is the inside of its coroutine. */
const scenario = (body: string, expectation = '{}') => `
import { coroutine, createTask, defineScenario, print, sleep } from 'asyncio-lab';

const work = coroutine(function* work() {
  ${body}
});

export default defineScenario({
  title: 'Mine',
  about: 'Something happens. Then something else does.',
  lesson: 'Mind the order.',
  variants: { only: { about: 'the only one', main: work, expect: ${expectation} } },
});`;

describe('a scenario', () => {
  test('shows each line beside the expected one, then the table and the lesson', async () => {
    const { code, stdout, stderr } = await virtually('tasks');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      [
        ' tasks · coroutines and tasks                                     virtual clock',
        '',
        ' coroutine    awaits two coroutines',
        '    1.000  Task-1  hello                                          ✓ at 1',
        '    3.000  Task-1  world                                          ✓ at 3',
        '',
        ' create-task  makes both tasks, then awaits them',
        '    1.000  Task-2  hello                                          ✓ at 1',
        '    2.000  Task-3  world                                          ✓ at 2',
        '',
        ' gather       gather() makes the tasks',
        '    1.000  Task-2  hello                                          ✓ at 1',
        '    2.000  Task-3  world                                          ✓ at 2',
        '',
        ' await-each   awaits each task as it is made',
        '    1.000  Task-2  hello                                          ✓ at 1',
        '    3.000  Task-3  world                                          ✓ at 3',
        '',
        ' variant      measured  CPython  the guide',
        ' coroutine     3.000 s      3 s  3 s        ✓  ██████████████████',
        ' create-task   2.000 s      2 s  2 s        ✓  ████████████        1.5× faster',
        ' gather        2.000 s      2 s  2 s        ✓  ████████████        1.5× faster',
        ' await-each    3.000 s      3 s  no help    ✓  ██████████████████',
        '',
        ' Make all the tasks first, then await them.',
        '',
      ].join('\n'),
    );
  });

  test('measures a moment within a variant beside the whole, each with its own claim', async () => {
    const { stdout } = await virtually('to-thread');
    expect(stdout).toMatch(/^ blocking +10\.000 s +10 s +– +✓/m);
    expect(stdout).toMatch(/^ {3}hard_work +9\.000 s +9 s +about 9 s +✓/m);
    expect(stdout).toMatch(/^ offloaded +4\.000 s +4 s +– +✓/m);
    expect(stdout).toMatch(/^ {3}hard_work +3\.000 s +3 s +about 3 s +✓/m);
  });

  test('runs on the real clock, faster when told so', async () => {
    const args = ['run', 'tasks', '--variant', 'coroutine', '--variant', 'gather', '--speed', '10'];
    const { code, stdout } = await asyncioLab(args);
    expect(code).toBe(0);
    expect(stdout).toContain('real clock, 10× speed');
    expect(stdout).toMatch(/^ coroutine +3\.\d{3} s +3 s/m);
    expect(stdout).not.toContain('create-task');
    expect(stdout).not.toContain('\x1b');
  });

  test('is explained without being run', async () => {
    const { code, stdout } = await asyncioLab(['run', 'to-thread', '--explain']);
    expect(code).toBe(0);
    expect(stdout).toContain('Each of three jobs does three seconds of work that blocks');
    expect(stdout).toMatch(/hard_work · the guide: about 9 s · CPython 3\.14\.\d+: 9 s/);
    expect(stdout).toMatch(/scenarios.to-thread.to-thread\.ts\n$/);
    expect(stdout).not.toContain('thread id: 1');
  });

  test('speaks Chinese', async () => {
    const { stdout } = await virtually('gather', '--lang', 'zh-TW');
    expect(stdout).toContain('虛擬時鐘');
    expect(stdout).toMatch(/^ gather +2\.000 秒 +2 秒.*快 3\.0 倍$/m);
  });
});

describe('everything', () => {
  test('passes on the virtual clock, each elapsed time equal to the recorded one', async () => {
    const { code, stdout, stderr } = await virtually('--all', '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ schemaVersion: 1, clock: 'virtual', summary: { failed: 0 } });
    const variants = report.scenarios.flatMap((it: { variants: object[] }) => it.variants);
    expect(variants.length).toBe(report.summary.passed);
    for (const { elapsed, expected } of variants) expect(elapsed).toBe(expected.elapsed);
  });

  test.each(['en', 'zh-TW'])('fits eighty columns in %s', async (language) => {
    const shown = await virtually('--all', '--lang', language);
    const explained = await asyncioLab(['run', '--all', '--explain', '--lang', language]);
    for (const line of `${shown.stdout}${explained.stdout}`.split('\n')) {
      expect(widthOf(line), line).toBeLessThanOrEqual(80);
    }
  });

  test('is summed up at the end', async () => {
    const { stdout } = await virtually('tasks', 'cancel');
    expect(stdout).toMatch(/\n 7 as expected\n$/);
  });

  test('gives the same report each time', async () => {
    const args = ['tasks', 'cancel', 'run', 'wait', '--json'];
    const reports = await Promise.all([1, 2, 3].map(() => virtually(...args)));
    expect(new Set(reports.map(({ stdout }) => stdout)).size).toBe(1);
  });
});

describe('what is not as expected', () => {
  test('is shown in its place, as a diff, and the exit code is 1', async () => {
    const folder = folderWith({
      'mine.ts': scenario(
        `print('one'); yield* sleep(1); print('three'); print('extra'); yield* sleep(1);`,
        `{ elapsed: 3, lines: [[0, 'one'], [0.5, 'two'], [1, 'three'], [2, 'four']] }`,
      ),
    });
    const { code, stdout } = await asyncioLab(['run', 'mine.ts', '--clock', 'virtual'], {
      cwd: folder,
    });
    expect(code).toBe(1);
    expect(stdout.split('\n').slice(2, 10)).toEqual([
      ' only  the only one',
      '    0.000  Task-1  one                                           ✓ at 0',
      ' -  0.500  –       two                                           ✗ missing',
      '    1.000  Task-1  three                                         ✓ at 1',
      ' +  1.000  Task-1  extra                                         ✗ not expected',
      ' -  2.000  –       four                                          ✗ missing',
      '   ✗ 3 lines differ',
      '   ✗ took 2.000 s, expected 3 s',
    ]);
  });

  test.each([
    ['an exception', `throw new RangeError('boo');`, '✗ it raised RangeError: boo'],
    ['a loop without end', `while (true) yield* sleep(1);`, '✗ stopped after 60 s'],
    ['a late error', `setTimeout(() => { throw new Error('boo'); });`, 'Error: boo'],
    ['a lost promise', `void Promise.reject(new Error('boo'));`, 'caught: Error: boo'],
    ['an escape sequence', `print('\\x1b[2J'); throw 1;`, '\\x1b[2J'],
  ])('%s fails alone, by name', async (_, body, message) => {
    const folder = folderWith({ 'mine.mjs': scenario(body), 'other.mjs': scenario('yield;') });
    const { code, stdout, stderr } = await virtually(folder);
    expect(code).toBe(1);
    expect(stdout + stderr).toContain(message);
    expect(stdout).toMatch(/\n 1 as expected, 1 not: mine\/only\n$/);
  });

  test('ending the process is a failure too', async () => {
    const folder = folderWith({ 'mine.mjs': scenario('process.exit(0);') });
    const { code, stderr } = await virtually(folder);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'asyncio-lab: mine/only: it ended the process\n',
    });
  });
});

describe('a scenario of one’s own', () => {
  test('may call its functions on real threads, wherever it lies', async () => {
    const folder = folderWith({
      'package.json': '{}',
      'tsconfig.json': '{ "compilerOptions": { "paths": { "asyncio-lab": ["./nowhere.ts"] } } }',
      'mine.ts': `
        import { blockingSleep, defineScenario, gather, print, run, threaded, threadId, toThread } from 'asyncio-lab';
        import { seconds } from './seconds.js';

        export const hardWork = threaded(import.meta.url, function hardWork(n: number): number {
          print('thread id:', threadId());
          blockingSleep(n);
          return 2 * n;
        });

        function* main() {
          print(yield* gather(toThread(hardWork, seconds), toThread(hardWork, seconds)));
        }

        const line = /^thread id: \\d+$/;
        export default defineScenario({
          title: 'Threads',
          about: 'Two of them. They work at the same time.',
          lesson: 'Use them.',
          variants: {
            two: {
              about: 'two threads',
              program: () => run(main()),
              threads: 2,
              expect: { elapsed: 0.2, lines: [[0, line], [0, line], [0.2, '[0.4, 0.4]']] },
            },
          },
        });`,
      'seconds.ts': 'export const seconds: number = 0.2;',
    });
    const { code, stdout, stderr } = await asyncioLab(['run', 'mine.ts'], { cwd: folder });
    expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: '' });
  });
});

describe('a script', () => {
  test('gets JSON and nothing else on standard output', async () => {
    const folder = folderWith({ 'mine.mjs': scenario(`console.log('noise'); print('line');`) });
    const { code, stdout, stderr } = await virtually(folder, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).scenarios[0].variants[0]).toEqual({
      name: 'only',
      status: 'pass',
      elapsed: 0,
      log: [{ t: 0, text: 'line', task: 'Task-1', ok: true }],
      outcome: { type: 'return' },
    });
    expect(stderr).toBe('noise\n');
  });
});

describe('colours', () => {
  test.each<[Record<string, string>, string[], boolean]>([
    [{}, [], false],
    [{ FORCE_COLOR: '1' }, [], true],
    [{ FORCE_COLOR: '1' }, ['--no-color'], false],
    [{ FORCE_COLOR: '0' }, [], false],
    [{ NO_COLOR: '1' }, [], false],
  ])('with %j and %j: %s', async (env, args, coloured) => {
    const { stdout } = await asyncioLab(['run', 'hello', '--clock', 'virtual', ...args], { env });
    expect(stdout.includes('\x1b[')).toBe(coloured);
  });
});

test('Ctrl-C cancels main, lets its cleanup run, shows the table and exits with 130', async () => {
  const folder = folderWith({
    'mine.mjs': scenario(
      `print('begun'); try { yield* sleep(60); } finally { yield* sleep(0.1); print('clean'); }`,
    ),
  });
  const { code, stdout, stderr } = await asyncioLab(['run', folder], {
    onOutput: (child, stdout) => {
      if (stdout.includes('begun') && !child.killed) child.kill('SIGINT');
    },
  });
  expect({ code, stderr }).toEqual({ code: 130, stderr: 'asyncio-lab: interrupted\n' });
  expect(stdout).toMatch(/begun\n.*clean\n/);
  expect(stdout).toMatch(/^ only +– +– +skipped$/m);
});
