import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { asyncioLab, folderWith } from './command.js';

const good = scenarioNamed('good', "print('hello')", "[0, 'hello']");
const bad = scenarioNamed('bad', "print('::error::boo')", "[0, 'hello']");
const other = scenarioNamed('other', "print('other')", "[0, 'other']");

function scenarioNamed(name: string, body: string, line: string): string {
  return `import { defineScenario, print } from 'asyncio-lab';
export default defineScenario({
  title: '${name}', about: 'x', lesson: 'x',
  variants: {
    run: {
      about: 'x',
      main: function* () { ${body}; },
      expect: { lines: [${line}], elapsed: 0 },
    },
  },
});
`;
}

const folder = folderWith({ 's/bad.mjs': bad, 's/good.mjs': good, 's/other.mjs': other });
const check = (...args: string[]) => asyncioLab(['check', 's', ...args], { cwd: folder });
const merge = (...args: string[]) => asyncioLab(['merge-reports', ...args], { cwd: folder });

beforeAll(async () => {
  for (const index of [1, 2, 3]) {
    await check('--shard', `${index}/3`, '--json', '--output-file', `reports/${index}/report.json`);
  }
});

describe('the reports of all shards', () => {
  test.each(['default', 'dot', 'json', 'junit', 'tap', 'github'])(
    'give the same report as one run: %s',
    async (format) => {
      const [one, merged] = [
        await check('--reporter', format),
        await merge('reports', '--reporter', format),
      ];
      expect(merged).toEqual(one);
      expect(merged.code).toBe(1);
      expect(merged.stdout).not.toBe('');
    },
  );

  test('may be named one by one, in any order', async () => {
    const files = [3, 1, 2].map((index) => `reports/${index}/report.json`);
    expect(await merge(...files)).toEqual(await merge('reports'));
  });
});

test('a run of which a part was interrupted was interrupted', async () => {
  const path = join(folder, 'interrupted.json');
  const { stdout } = await check('--shard', '3/3', '--json');
  writeFileSync(
    path,
    stdout
      .replace('"index": 3,\n    "count": 3', '"index": 1, "count": 1')
      .replace('"scenarios"', '"interrupted": true, "scenarios"'),
  );
  expect((await merge('interrupted.json')).code).toBe(130);
});

test('reports go to as many files as are named, whole, and their folders are made', async () => {
  const { code, stdout } = await merge(
    ...['reports', '--reporter', 'default', '--reporter', 'junit', '--reporter', 'tap'],
    ...['--output-file', 'out/junit.xml', '--output-file', 'tap=out/new/check.tap'],
  );
  expect(code).toBe(1);
  expect(stdout).toBe((await merge('reports')).stdout);
  expect(readdirSync(join(folder, 'out')).sort()).toEqual(['junit.xml', 'new']);
  const file = (name: string) => readFileSync(join(folder, 'out', name), 'utf8');
  expect(file('junit.xml')).toBe((await merge('reports', '--reporter', 'junit')).stdout);
  expect(file('new/check.tap')).toBe((await merge('reports', '--reporter', 'tap')).stdout);
});

describe('in GitHub Actions', () => {
  const env = (summary: string) => ({
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: join(folder, '..'),
    GITHUB_STEP_SUMMARY: join(folder, summary),
  });
  const inActions = (summary: string, ...args: string[]) =>
    asyncioLab(args, { cwd: folder, env: env(summary) });
  const annotation = /^::error file=asyncio-lab-\w+\/s\/bad\.mjs,line=7,title=bad\/run::/gm;

  test('a check annotates by itself, and nothing that a scenario prints is a command', async () => {
    const { stdout } = await inActions('one.md', 'check', 's');
    expect(stdout.match(annotation)).toHaveLength(1);
    expect(stdout.match(/^\s*::/gm)).toHaveLength(1);
    expect(readFileSync(join(folder, 'one.md'), 'utf8')).toContain('### ❌ bad/run');
  });

  test('a report for machines stays alone on standard output', async () => {
    const { stdout, stderr } = await inActions('two.md', 'check', 's', '--json');
    expect(JSON.parse(stdout).summary).toEqual({ passed: 2, failed: 1, skipped: 0 });
    expect(stderr.match(annotation)).toHaveLength(1);
  });

  test('merging repeats no annotations unless it is asked to', async () => {
    const quiet = await inActions('three.md', 'merge-reports', 'reports');
    expect(quiet.stdout).not.toMatch(/^\s*::/m);
    const asked = await inActions('three.md', 'merge-reports', 'reports', '--reporter', 'github');
    expect(asked.stdout.match(annotation)).toHaveLength(1);
  });
});

describe('one line and exit code 2', () => {
  const report = (index: number) => join('reports', String(index), 'report.json');
  const changed = (name: string, change: (text: string) => string) => {
    const text = change(readFileSync(join(folder, report(2)), 'utf8'));
    mkdirSync(join(folder, 'changed'), { recursive: true });
    writeFileSync(join(folder, 'changed', name), text);
    return join('changed', name);
  };

  test.each<[string, () => string[], RegExp]>([
    ['nothing to merge', () => [], /name the JSON reports to merge/],
    ['no such file', () => ['nowhere.json'], /cannot read nowhere.json: no such file/],
    ['a folder without reports', () => ['s'], /no JSON report in the folder s/],
    ['a missing shard', () => [report(1), report(3)], /no report of shard 2\/3/],
    ['a shard twice', () => ['reports', report(2)], /are both of shard 2\/3/],
    [
      'a report that is cut short',
      () => [report(1), changed('cut.json', (text) => text.slice(0, -20))],
      /cut.json is not JSON: was it written to its end\?/,
    ],
    [
      'another version',
      () => [
        report(1),
        changed('v.json', (text) => text.replace(/"version": ".*?"/, '"version": "9"')),
      ],
      /is of another run than .*: its version is 9, not/,
    ],
    [
      'another schema',
      () => [changed('s.json', (text) => text.replace('"schemaVersion": 1', '"schemaVersion": 2'))],
      /has schemaVersion 2, and this asyncio-lab reads 1/,
    ],
    [
      'two reports on standard output',
      () => ['reports', '--reporter', 'json', '--reporter', 'tap'],
      /json and tap cannot both go to standard output: add --output-file tap=PATH/,
    ],
    [
      'an unknown reporter',
      () => ['reports', '--reporter', 'xml'],
      /unknown reporter 'xml': choose/,
    ],
    [
      'a file for a report that is not asked for',
      () => ['reports', '--output-file', 'junit=x.xml'],
      /--output-file junit=x.xml needs --reporter junit/,
    ],
    [
      'a file that is a folder',
      () => ['reports', '--output-file', 's'],
      /cannot write .*s: .*is a directory|cannot write .*s: illegal operation on a directory/,
    ],
    [
      'two reports in one file',
      () => [
        'reports',
        '--reporter',
        'tap',
        '--reporter',
        'junit',
        '--output-file',
        'tap=x',
        '--output-file',
        'junit=x',
      ],
      /do not go together/,
    ],
  ])('for %s', async (_, args, message) => {
    const { code, stdout, stderr } = await merge(...args());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^asyncio-lab: [^\n]*\n$/);
    expect(stderr).toMatch(message);
  });
});
