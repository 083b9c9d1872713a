import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { asyncioLab, type Ended, folderWith } from './command.js';

/** A module with three variants, of which only the middle one does what `body` says. */
const scenario = (body: string, prelude = '') => `
import { coroutine, createTask, defineScenario, Event, print, sleep } from 'asyncio-lab';
${prelude}
const good = coroutine(function* good() {
  print('one');
  yield* sleep(0.1);
  print('two');
});

const bad = coroutine(function* bad() {
  ${body}
});

const expect = { elapsed: 0.1, lines: [[0, 'one'], [0.1, 'two']] };
const about = 'prints two lines';

export default defineScenario({
  title: 'Mine',
  about: 'Two lines.',
  lesson: 'Count them.',
  variants: {
    before: { about, main: good, expect },
    bad: { about, main: bad, expect },
    after: { about, main: good, expect },
  },
});`;

const normal = `print('one'); yield* sleep(0.1); print('two');`;

async function check(files: Readonly<Record<string, string>>, ...args: string[]): Promise<Ended> {
  return asyncioLab(['check', '.', ...args], { cwd: folderWith(files) });
}

/** The summary by scenario and variant: `bad/before pass`. */
function statuses(stdout: string): string[] {
  const { scenarios } = JSON.parse(stdout);
  type Named = { name: string; status: string };
  return scenarios.flatMap(({ name, variants }: { name: string; variants: Named[] }) =>
    variants.map((variant) => `${name}/${variant.name} ${variant.status}`),
  );
}

/** What is wrong with a variant, the inside of its coroutine, and what the report says of it. */
const faults: Readonly<Record<string, readonly [body: string, message: string]>> = {
  'two lines swapped': [`print('two'); yield* sleep(0.1); print('one');`, '+ 0.000  Task-1  two'],
  'a line missing': [`print('one'); yield* sleep(0.1);`, '- 0.100          two  ✗ missing'],
  'a line more': [`${normal} print('more');`, '+ 0.100  Task-1  more'],
  'a line 1 ms late': [`print('one'); yield* sleep(0.101); print('two');`, '0.101  Task-1  two'],
  'another exception': [`${normal} throw new RangeError('boo');`, 'it raised RangeError: boo'],
  'a task left pending': [`createTask(sleep(9)); ${normal}`, 'Task-2 was still pending'],
  'a warning more': [`sleep(1); ${normal}`, 'a warning that was not expected: RuntimeWarning'],
  'an exit': [`print('one'); process.exit(0);`, 'it ended the process, with exit code 0'],
  'an endless loop': [`print('one'); while (true);`, 'it blocked its process, which was ended'],
  'a loop that sleeps': ['while (true) yield* sleep(0);', 'stopped after 0.3 s'],
  'a deadlock': [`print('one'); yield* new Event().wait();`, 'bad(), awaits Event.wait()'],
  'a late error': [
    `setTimeout(() => { throw new Error('late'); }, 5); ${normal}`,
    'an error that nobody caught: Error: late',
  ],
  'a rejection': [
    `Promise.reject(new TypeError('lost')); ${normal}`,
    'an error that nobody caught: TypeError: lost',
  ],
  'a timer left': [`setInterval(() => {}, 1000); ${normal}`, 'it left running: Timeout'],
};

const names = Object.keys(faults);

/** What cannot be told more closely than by the place where the variant is defined. */
const whole = ['a line missing', 'a warning more', 'a loop that sleeps', 'a timer left'];

describe('a fault fails its variant by name, and nothing else', () => {
  let ended: Ended = { code: null, stdout: '', stderr: '' };
  const modules = names.flatMap((name, index) => [
    [`${String(index).padStart(2, '0')}-bad.mjs`, scenario(faults[name]?.[0] ?? '')],
    [`${String(index).padStart(2, '0')}-sound.mjs`, scenario(normal)],
  ]);

  beforeAll(async () => {
    ended = await check(Object.fromEntries(modules), '--time-limit', '0.3');
  });

  test.each(names.map((name, index) => [name, index] as const))('%s', (name, index) => {
    const heading = `${String(index).padStart(2, '0')}-bad`;
    const [, part = ''] = ended.stdout.split(` ✗ ${heading} `);
    const [of = ''] = part.split(/\n ✓ /);
    expect(of).toMatch(new RegExp(`✗ ${heading}/bad(?: \\(|\n)`));
    expect(of).not.toMatch(/\/(?:before|after)\b/);
    expect(of).toContain(faults[name]?.[1]);
    expect(of).toContain(`${heading}.mjs:${whole.includes(name) ? 23 : 11})`);
  });

  test('the neighbours pass, and so do the other variants', () => {
    expect(ended.code).toBe(1);
    const { length } = names;
    expect(ended.stdout).toContain(`${length * 2} scenarios, ${length * 6} variants:`);
    expect(ended.stdout.match(/^ ✓ \d\d-sound /gm)).toHaveLength(length);
    expect(ended.stdout).toContain(`${length * 5} as expected, ${length} not:`);
  });
});

test('a log shows how far a variant got that ended its process', async () => {
  const { stdout } = await check({ 'a.mjs': scenario(`print('one'); process.exit(3);`) });
  expect(stdout).toMatch(/^ +0\.000 +Task-1 +one$/m);
  expect(stdout).toMatch(/^ +- 0\.100 +two +✗ missing$/m);
  expect(stdout).toMatch(/line 2, which is missing \(a\.mjs:\d+\)/);
});

describe('a scenario of which nothing is expected is not as expected', () => {
  const bare = (variants: string) => `
    import { defineScenario, print } from 'asyncio-lab';
    const about = 'prints a line', program = () => print('one');
    export default defineScenario({ title: 'T', about: 'A.', lesson: 'L.', variants: { ${variants} } });`;
  const recorded = { elapsed: 0, lines: [{ t: 0, text: 'one' }], outcome: { type: 'return' } };
  const agreed = (...names: string[]) =>
    JSON.stringify({
      format: 1,
      variants: Object.fromEntries(names.map((name) => [name, recorded])),
    });

  test('without an expect, a recording or an agreement it fails, but not in run', async () => {
    const files = {
      'a.mjs': bare('none: { about, program }, empty: { about, program, expect: {} }'),
    };
    const { code, stdout } = await check(files, '--json');
    expect(code).toBe(1);
    expect(statuses(stdout)).toEqual(['a/none fail', 'a/empty pass']);
    expect(JSON.parse(stdout).scenarios[0].variants[0].faults).toEqual([
      { type: 'nothing-expected', source: 'author' },
    ]);
    const run = await asyncioLab(['run', './a.mjs', '--clock', 'virtual'], {
      cwd: folderWith(files),
    });
    expect(run.code).toBe(0);
  });

  test('a variant that is new beside those agreed to fails, and so does one that is gone', async () => {
    const { code, stdout } = await check({
      'a.mjs': bare('kept: { about, program }, fresh: { about, program }'),
      'a.expected.json': agreed('kept', 'gone'),
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^ ✗ a\/fresh.*\n {3}✗ nothing is expected of it: give it an expect, or/m,
    );
    expect(stdout).toMatch(
      /^ ✗ a\/gone.*\n {3}✗ it is expected, but the scenario has no such variant\n/m,
    );
    expect(stdout).toMatch(/3 variants: 1 as expected, 2 not: a\/fresh a\/gone\n$/);
  });

  test('one that is gone fails as well where another ends its process', async () => {
    const { stdout } = await check({
      'a.mjs': bare('kept: { about, program: () => process.exit(0) }'),
      'a.expected.json': agreed('kept', 'gone'),
    });
    expect(stdout).toMatch(/2 variants: 0 as expected, 2 not: a\/kept a\/gone\n$/);
  });

  test('modules of a folder that export no scenario are named, in the report as in the JSON', async () => {
    const files = {
      'a.mjs': scenario(normal),
      'forgot.mts': scenario(normal).replace('export default', 'export const it ='),
      'helper.mjs': 'export const x = 1;',
      'later.mjs': 'export default function later() {}',
    };
    const folder = folderWith(files);
    const inFolder = (...args: string[]) => asyncioLab(['check', '.', ...args], { cwd: folder });
    const { code, stdout, stderr } = await inFolder();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      / left out, for they export no scenario: forgot\.mts, helper\.mjs, later\.mjs\n$/,
    );
    expect(JSON.parse((await inFolder('--json')).stdout).leftOut).toHaveLength(3);
    expect((await inFolder('--list')).stdout).toBe('a.mjs\nlater.mjs\n');
    expect(JSON.parse((await inFolder('--list', '--json')).stdout)).toEqual([
      { name: 'a', path: 'a.mjs' },
      { name: 'later', path: 'later.mjs' },
    ]);
  });
});

test('a module that blocks its process says so after its time, one that waits says that', async () => {
  const { code, stdout } = await check(
    {
      'loops.mjs': 'for (;;);',
      'sound.mjs': scenario(normal),
      'waits.mjs': 'await new Promise(() => {});',
    },
    '--time-limit',
    '2',
  );
  expect(code).toBe(1);
  const said = stdout.replaceAll(/\s+/g, ' ');
  expect(said).toContain(
    'cannot load loops.mjs: it blocked its process, which was ended after 2 s: an endless loop?',
  );
  expect(said).toContain('cannot load waits.mjs: it waits for what never comes');
  expect(said).toMatch(
    /3 scenarios, 3 variants: 3 as expected, 2 scenarios not run: loops waits $/,
  );
});

test('a module that cannot be loaded fails by name, and the others go on', async () => {
  const { code, stdout } = await check({
    'exits.mjs': 'process.exit(0);',
    'helper.mjs': 'export const x = 1;',
    'late.mjs': `setTimeout(() => { throw new Error('late'); }); await new Promise(() => {});`,
    'odd.mjs': 'export default { variants: 5 };',
    'sound.mjs': scenario(normal),
    'throws.mjs': `throw new TypeError('boo');`,
    'waits.mjs': 'await new Promise(() => {});',
  });
  expect(code).toBe(1);
  expect(stdout.match(/^ [✓✗] \w+/gm)).toEqual([
    ' ✗ exits',
    ' ✗ late',
    ' ✗ odd',
    ' ✓ sound',
    ' ✗ throws',
    ' ✗ waits',
  ]);
  expect(stdout).toContain('cannot load exits.mjs: it ends the process');
  expect(stdout).toContain('cannot load late.mjs: Error: late');
  expect(stdout).toContain('odd.mjs is not a scenario');
  expect(stdout).toContain('cannot load throws.mjs: TypeError: boo');
  expect(stdout).toContain('cannot load waits.mjs: it waits for what never comes');
});

describe.concurrent('wrong usage is one line and exit code 2', () => {
  test.each([
    ['check gathr', "unknown scenario 'gathr'; did you mean gather?"],
    ['check ./nowhere.ts', 'cannot read ./nowhere.ts: no such file or folder'],
    ['check --retry 0', "--retry must be a whole number above 0, not '0'"],
    ['check --bail x', "--bail must be a whole number above 0, not 'x'"],
    ['check --shard 3/2', "--shard must be like 2/5, not '3/2'"],
    ['check --clock real --tolerance x', "--tolerance must be like 0.1 or 10%, not 'x'"],
    ['check --tolerance 1', '--tolerance is for the real clock: add --clock real'],
    ['check --speed 2', '--speed is for the real clock: the virtual one does not wait at all'],
  ])('asyncio-lab %s', async (args, message) => {
    expect(await asyncioLab(args.split(' '))).toEqual({
      code: 2,
      stdout: '',
      stderr: `asyncio-lab: ${message}\n`,
    });
  });

  test('a folder of nothing but helpers', async () => {
    const { code, stdout, stderr } = await check({ 'helper.mjs': 'export const x = 1;' });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^asyncio-lab: no scenario in the folder .*\n$/);
  });
});

test('everything passes, and gives the same report each time', async () => {
  const reports = await Promise.all([1, 2].map(() => asyncioLab(['check', '--json'])));
  for (const { code, stdout, stderr } of reports) {
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ clock: 'virtual', summary: { failed: 0 } });
  }
  const [one, other] = reports.map(({ stdout }) => statuses(stdout));
  expect(one).toEqual(other);
});

test('on the real clock the order is exact, and instants are within the tolerance', async () => {
  const body = `print('one'); yield* sleep(0.16); print('two');`;
  const files = { 'a.mjs': scenario(body) };
  const within = await check(files, '--clock', 'real', '--tolerance', '0.2');
  expect(within.code).toBe(0);
  const beyond = await check(files, '--clock', 'real', '--retry', '1');
  expect(beyond.code).toBe(1);
  expect(beyond.stdout).toContain('a/bad');
});

test('a share of an instant leaves some room at the beginning, where it is nothing', async () => {
  const { code } = await check(
    { 'a.mjs': scenario(normal) },
    '--clock',
    'real',
    '--tolerance',
    '300%',
  );
  expect(code).toBe(0);
});

test('what would be checked is listed, of a shard as well', async () => {
  const all = await asyncioLab(['check', '--list']);
  const names = all.stdout.trimEnd().split('\n');
  expect(names).toContain('gather');
  const shards = await Promise.all(
    ['1/2', '2/2'].map((shard) => asyncioLab(['check', '--list', '--shard', shard])),
  );
  expect(shards.map(({ stdout }) => stdout).join('')).toBe(all.stdout);
});

test('a shard of nothing but helpers is as expected', async () => {
  const files = { 'a.mjs': scenario(normal), 'helper.mjs': 'export const x = 1;' };
  const { code, stdout } = await check(files, '--shard', '2/2', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ scenarios: [], leftOut: ['helper.mjs'] });
});

test('what a scenario writes by itself is shown on standard error, by its name', async () => {
  const body = `console.log('by \\x1b[2Jitself'); ${normal}`;
  const { code, stdout, stderr } = await check({ 'a.mjs': scenario(body) }, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout).summary).toMatchObject({ passed: 3 });
  expect(stderr).toBe('a | by \\x1b[2Jitself\n');
});

test('after --bail the rest carries no tick, and the counts add up', async () => {
  const names = ['a', 'b', 'c', 'd'];
  const files = names.map((name) => [
    `${name}.mjs`,
    scenario(name === 'b' ? `throw new Error('no');` : normal),
  ]);
  const { code, stdout } = await check(Object.fromEntries(files), '--bail');
  expect(code).toBe(1);
  expect(stdout.match(/^ [✓✗–] \w$/gm)).toBeNull();
  expect(stdout.match(/^ [✓✗–] \w +.*/gm)).toEqual([
    expect.stringContaining(' ✓ a '),
    expect.stringContaining(' ✗ b '),
    ' – c               skipped',
    ' – d               skipped',
  ]);
  const said = stdout.replaceAll(/\s+/g, ' ');
  expect(said).toContain(
    '4 scenarios, 6 variants: 5 as expected, 2 scenarios skipped, 1 not: b/bad',
  );
});

test('Ctrl-C tells what is known so far, and no process is left', async () => {
  const files = {
    'a.mjs': scenario(normal),
    'b.mjs': scenario(
      `console.error('pid', process.pid); writeFileSync('begun', ''); while (true);`,
      `import { writeFileSync } from 'node:fs';`,
    ),
  };
  const folder = folderWith(files);
  const { code, stdout, stderr } = await asyncioLab(['check', 'a.mjs', 'b.mjs'], {
    cwd: folder,
    onStart: async (child) => {
      await vi.waitUntil(() => existsSync(join(folder, 'begun')), 60_000);
      child.kill('SIGINT');
    },
  });
  expect(code).toBe(130);
  expect(stdout).toMatch(/^ ✓ a /m);
  expect(stdout).toMatch(/^ – b .* interrupted$/m);
  expect(stdout).toContain('6 variants: 4 as expected, 1 interrupted, 1 skipped');
  expect(stderr).toMatch(/interrupted\n$/);
  const [, pid = ''] = /pid (\d+)/.exec(stderr) ?? [];
  expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
});

test('what is reported late is told with its exception, and with its place in TypeScript', async () => {
  const body = (text: string) => `{ about, main: coroutine(function* main() { ${text} }), expect }`;
  const { stdout } = await check(
    {
      'é.mts': `import { coroutine, createTask, defineScenario, getRunningLoop, sleep } from 'asyncio-lab';
interface Step { what: string }
const step = coroutine(function* step(): Generator<never, Step> {
  return { what: 'never' };
});
const failing = coroutine(function* failing() {
  throw new RangeError('lost');
});
const call = () => {
  throw new TypeError('called');
};
const about = 'x';
const expect = {};
export default defineScenario({ title: 'Mine', about, lesson: 'x', variants: {
  never: ${body('step();')},
  lost: ${body('createTask(failing()); yield* sleep(1);')},
  callback: ${body('getRunningLoop().callSoon(call); yield* sleep(1);')},
} });`,
      'broken.mts': 'const x: number = 1;\nconst y = ;\n',
    },
    '--reporter',
    'github',
  );
  expect(stdout.match(/^::error .*$/gm)?.map((line) => line.replace(/%0A.*/, ''))).toEqual([
    expect.stringMatching(/^::error file=broken\.mts,line=2,.*broken\.mts:2:10: ERROR: /),
    expect.stringMatching(/^::error file=é\.mts,line=3,.*'step' was never awaited \(é\.mts:3\)$/),
    expect.stringMatching(/^::error file=é\.mts,line=7,.* RangeError: lost \(é\.mts:7\)$/),
    expect.stringMatching(/^::error file=é\.mts,line=10,.* TypeError: called \(é\.mts:10\)$/),
  ]);
});

test('however much a scenario prints, the report can be read, and the JSON report has it all', async () => {
  const body = `for (let i = 0; i < 2000; i += 1) print('x'.repeat(100));`;
  const files = { 'a.mjs': scenario(`${body} print('y'.repeat(1e5));`) };
  const short = await check(files);
  expect(short.stdout.split('\n').length).toBeLessThan(100);
  expect(short.stdout).toContain(' more lines differ\n');
  const long = await check(files, '--json');
  expect(JSON.parse(long.stdout).scenarios[0].variants[1].log.length).toBeGreaterThan(2000);
});
