/**
 * What a user gets: the packed tarball, installed in an empty folder without development dependencies.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
let folder: string;

function npm(cwd: string, ...args: string[]): string {
  // An npm that runs these tests would hand its own settings on to this one.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || /registry/i.test(name)),
  );
  return execFileSync('npm', args, { cwd, env, encoding: 'utf8', stdio: 'pipe' });
}

function node(...args: string[]): string {
  return execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'asyncio-lab-'));
  // The build is there: pretest has made it.
  const [packed] = JSON.parse(
    npm(root, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder),
  );
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  npm(folder, 'install', '--omit=dev', '--no-audit', '--no-fund', join(folder, packed.filename));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the installed command runs every scenario on the virtual clock', () => {
  const command = join(folder, 'node_modules/asyncio-lab/bin/asyncio-lab.js');
  const report = JSON.parse(node(command, 'run', '--all', '--clock', 'virtual', '--json'));
  expect(report.summary.failed).toBe(0);
  expect(report.summary.passed).toBeGreaterThanOrEqual(62);
  const names = report.scenarios.map(({ name }: { name: string }) => name);
  const folders = new Set(names.map((name: string) => name.split('/')[0]));
  expect([...folders].toSorted()).toEqual(readdirSync(join(root, 'scenarios')).toSorted());
});

test('the installed command judges exercises, its own and new ones', () => {
  const command = join(folder, 'node_modules/asyncio-lab/bin/asyncio-lab.js');
  const check = (...args: string[]) => node(command, 'exercise', 'dev', 'check', ...args);
  const sound = /^1 exercise, \d answers judged: all as they should be\n$/;
  expect(check('node_modules/asyncio-lab/exercises', 'two-at-once')).toMatch(sound);
  node(command, 'exercise', 'dev', 'new', 'mine');
  expect(check('mine')).toMatch(sound);
});

test('without any Python, comparing says in one line how to get one', () => {
  const command = join(folder, 'node_modules/asyncio-lab/bin/asyncio-lab.js');
  const env = { ...process.env, PATH: folder };
  const { status, stderr } = spawnSync(process.execPath, [command, 'compare', 'hello'], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^asyncio-lab: no Python: install 3\.12 .*, or npm install pyodide .*\n$/);
});

test('a TypeScript program imports it with its types', () => {
  writeFileSync(
    join(folder, 'program.ts'),
    `import {
  type Body, type Coroutine, coroutine, gather, getRunningLoop, print, run, sleep, Task, TaskGroup,
} from 'asyncio-lab';

class Job<T> extends Task<T> {}

class Jobs extends TaskGroup {
  override createTask<T>(coro: Coroutine<T> | Body<T>): Task<T> {
    return super.createTask(coro, { name: 'job' });
  }
}

print(String(new Jobs()));

const double = coroutine(function* double(n: number) {
  yield* sleep(n);
  return n * 2;
});

const main = coroutine(function* main() {
  getRunningLoop().setTaskFactory((loop, coro, options) => new Job(coro, { ...options, loop }));
  const [a, b]: [number, number] = yield* gather(double(1), double(2));
  // @ts-expect-error a number is no string
  const wrong: string = a;
  print(a + b, typeof wrong);
  return a + b;
});

const result: number = await run(main(), { clock: 'virtual' });
print(result);
`,
  );
  const options = { target: 'ES2023', module: 'nodenext', strict: true, types: [] };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: options, files: ['program.ts'] }),
  );
  const typescript = createRequire(import.meta.url).resolve('typescript/package.json');
  node(join(dirname(typescript), 'bin/tsc'), '-p', folder);
  expect(node(join(folder, 'program.js'))).toBe('<TaskGroup>\n6 number\n6\n');
});

test.each(['nodenext', 'bundler'])(
  'its testing entry has types, resolved by %s',
  (moduleResolution) => {
    writeFileSync(
      join(folder, 'checks.ts'),
      `import { coroutine, print, sleep } from 'asyncio-lab';
import { expectTranscript, type Transcript, transcriptOf } from 'asyncio-lab/testing';

const main = coroutine(function* main() {
  yield* sleep(1);
  print('hello');
});

const transcript: Transcript = await transcriptOf(main());
await expectTranscript(main, [[1, 'hello']]);
await expectTranscript(main(), { lines: [/hello/, ...[]], elapsed: transcript.elapsed });
// @ts-expect-error an instant is a number
await expectTranscript(main(), [['1', 'hello']]).catch(() => {});
// @ts-expect-error an async function is no coroutine function
await expectTranscript(async () => {}, []).catch(() => {});
print('checked');
`,
    );
    const module = moduleResolution === 'nodenext' ? 'nodenext' : 'esnext';
    const options = { target: 'ES2023', module, moduleResolution, strict: true, types: [] };
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: options, files: ['checks.ts'] }),
    );
    const typescript = createRequire(import.meta.url).resolve('typescript/package.json');
    node(join(dirname(typescript), 'bin/tsc'), '-p', folder);
    expect(node(join(folder, 'checks.js'))).toBe('checked\n');
  },
);

test('Node’s thread for hooks loads these alone, and not the runtime with them', () => {
  const hooks = join(folder, 'node_modules/asyncio-lab/dist/src/hosts/usermodulehooks.js');
  const imported = readFileSync(hooks, 'utf8').match(/(?<=\bfrom ['"]).*(?=['"])/g);
  expect(imported).toEqual(['node:fs']);
});

test('nothing is packed that users do not need', () => {
  const installed = join(folder, 'node_modules/asyncio-lab');
  for (const name of ['src', 'test', 'scripts', 'bench', 'tsconfig.json', '.ci']) {
    expect(existsSync(join(installed, name)), name).toBe(false);
  }
  expect(readdirSync(installed).toSorted()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'README.zh-TW.md',
    'bin',
    'dist',
    'docs',
    'exercises',
    'package.json',
    'scenarios',
  ]);
});
