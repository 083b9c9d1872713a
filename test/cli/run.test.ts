import type { ChildProcess } from 'node:child_process';
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
    expect(stdout).toMatch(/^ coroutine +[34]\.\d{3} s +3 s/m);
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
      '    0.000  Task-1  one                                            ✓ at 0',
      ' -  0.500  –       two                                            ✗ missing',
      '    1.000  Task-1  three                                          ✓ at 1',
      ' +  1.000  Task-1  extra                                          ✗ not expected',
      ' -  2.000  –       four                                           ✗ missing',
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

  test('a file that cannot be loaded fails alone, by name', async () => {
    const folder = folderWith({
      'expects.mjs': scenario('yield;', '{ elapsd: 1 }'),
      'other.mjs': scenario('yield;'),
      'waits.mjs': 'await new Promise(() => {});',
    });
    const { code, stdout, stderr } = await virtually(folder);
    expect({ code, stderr: stderr.replaceAll(`${folder}/`, '') }).toEqual({
      code: 1,
      stderr: `asyncio-lab: cannot load expects.mjs: TypeError: defineScenario: variant 'only': there is no field 'expect.elapsd'; did you mean 'elapsed'?
asyncio-lab: cannot load waits.mjs: it waits for what never comes (a top-level await)
`,
    });
    expect(stdout).toMatch(/^ other · Mine/);
  });

  test('an exception says where it was thrown', async () => {
    const folder = folderWith({
      'mine.ts': scenario(`const boo: string = 'boo'; throw new Error(boo);`),
    });
    const args = ['run', 'mine.ts', '--clock', 'virtual'];
    const { stdout } = await asyncioLab(args, { cwd: folder });
    expect(stdout).toContain('✗ it raised Exception: boo (mine.ts:5)');
  });

  test('a warning that nobody expects is shown and fails the variant', async () => {
    const folder = folderWith({ 'mine.mjs': scenario('sleep(1); yield;', '{ elapsed: 0 }') });
    const { code, stdout } = await virtually(folder);
    expect(code).toBe(1);
    expect(stdout).toContain("coroutine 'sleep' was never awaited");
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

describe.concurrent('a scenario of one’s own runs', () => {
  const withHelper = (annotation: string) =>
    `import { one } from './helper.js';\nconst at${annotation} = await one;\n${scenario('yield;', '{ elapsed: at - 1 }')}`;

  test.each([
    [undefined, 'ts'],
    [undefined, 'mjs'],
    [undefined, 'js'],
    ['commonjs', 'ts'],
    ['commonjs', 'mts'],
    ['commonjs', 'js'],
    ['module', 'ts'],
    ['module', 'js'],
  ])('in a package of type %s as .%s', async (type, extension) => {
    const isTypeScript = extension.endsWith('ts');
    const annotation = isTypeScript ? ': number' : '';
    const folder = folderWith({
      ...(type !== undefined && { 'package.json': JSON.stringify({ type }) }),
      [`mine.${extension}`]: withHelper(annotation),
      [`helper.${isTypeScript ? 'ts' : 'js'}`]: `export const one${annotation} = await Promise.resolve(1);`,
    });
    const { code, stderr } = await virtually(`${folder}/mine.${extension}`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
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
      expectedBy: 'author',
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
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, [], false],
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
  expect(stdout).toMatch(/^ only +– +– +interrupted$/m);
});

test('Ctrl-C while a variant blocks: nothing new begins, and the report says which it was', async () => {
  const folder = folderWith({
    'mine.mjs': `
      import { blockingSleep, defineScenario, print } from 'asyncio-lab';
      const block = () => { print('begun'); blockingSleep(0.5); };
      export default defineScenario({
        title: 'x', about: 'x. y.', lesson: 'x',
        variants: {
          done: { about: 'x', program: () => {} },
          block: { about: 'x', program: block },
          next: { about: 'x', program: block },
        },
      });`,
  });
  let output = '';
  const onOutput = (child: ChildProcess, stdout: string) => {
    if (stdout.includes('begun') && !child.killed) child.kill('SIGINT');
    output = stdout;
  };
  const { code, stderr } = await asyncioLab(['run', folder], { onOutput });
  expect({ code, stderr }).toEqual({ code: 130, stderr: 'asyncio-lab: interrupted\n' });
  expect(output.match(/begun/g)).toHaveLength(1);
  expect(output).toMatch(/^ block +– +– +interrupted$/m);
  expect(output).toMatch(/^ next +– +– +skipped$/m);
});

test('a variant is stopped exactly at its limit on the virtual clock, with one line that says so', async () => {
  const { code, stdout, stderr } = await virtually('gather', '--time-limit', '1');
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).not.toMatch(/^ +[2-9]\.\d{3} /m);
  expect(stdout).not.toContain('Error');
  expect(stdout.match(/✗ stopped after 1 s: /g)).toHaveLength(4);
});

test('what a scenario writes by itself does not run into our lines', async () => {
  const folder = folderWith({
    'mine.mjs': scenario(`process.stdout.write('noise'); print('line');`),
  });
  const { stdout } = await virtually(folder);
  expect(stdout).toMatch(/\nnoise\n +0\.000 +Task-1 +line\n/);
});

test('that a fast clock is only rough is said once', async () => {
  const args = ['run', 'tasks', '--speed', '50', '--variant', 'gather', '--variant', 'coroutine'];
  const { stdout } = await asyncioLab(args);
  expect(stdout.match(/At 50× speed instants are only rough/g)).toHaveLength(1);
  const slow = ['run', 'tasks', '--speed', '1.4', '--variant', 'coroutine'];
  expect((await asyncioLab(slow)).stdout).not.toContain('only rough');
});

test('what computing takes in CPython is not shown as nothing', async () => {
  const { code, stdout } = await virtually('gil');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ one-thread +0\.000 s +– /m);
  expect(stdout).toContain('Computing costs no time on the virtual clock');
});
