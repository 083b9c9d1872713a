/**
 * The built package in a process of its own, as tests under another runner use it.
 */

import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Ended, folderWith } from '../cli/command.js';

/** Make a folder in which the package is installed. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  mkdirSync(join(folder, 'node_modules'));
  const root = fileURLToPath(new URL('../..', import.meta.url));
  symlinkSync(root, join(folder, 'node_modules/asyncio-lab'), 'junction');
  return folder;
}

function node(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  // A test within a test would report to the outer runner.
  const { NODE_TEST_CONTEXT: _, NODE_OPTIONS: __, ...rest } = process.env;
  return new Promise((resolve) => {
    const options = { cwd, env: { ...rest, NO_COLOR: '1', ...env } };
    const child = execFile(process.execPath, args, options, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode, stdout, stderr });
    });
  });
}

const program = `
const main = coroutine(function* main() {
  yield* sleep(1);
  print('hello');
});

test('right', async () => {
  await expectTranscript(main(), [[1, 'hello']]);
});

test('wrong', async () => {
  await expectTranscript(main(), [[2, 'hello']]);
});
`;

test('node:test shows the diff and the place of the call', async () => {
  const folder = folderOf({
    'main.test.mjs': `import { test } from 'node:test';
import { coroutine, print, sleep } from 'asyncio-lab';
import { expectTranscript } from 'asyncio-lab/testing';
${program}`,
  });
  const { code, stdout } = await node(folder, ['--test', '--test-reporter=spec', 'main.test.mjs']);
  expect(code).toBe(1);
  const { 1: shown = '' } = stdout.split('failing tests:');
  expect(shown).toMatch(
    /- 2\.000 +hello\n +\+ 1\.000 +Task-1 +hello .*\n +at .*main\.test\.mjs:15:9/,
  );
  // The two texts for other runners' diffs are not listed after it.
  expect(shown).not.toContain('actual:');
});

test('a CommonJS module requires it, and TAP has both sides', async () => {
  const folder = folderOf({
    'main.test.cjs': `const { test } = require('node:test');
const { coroutine, print, sleep } = require('asyncio-lab');
const { expectTranscript } = require('asyncio-lab/testing');
${program}`,
  });
  const { stdout } = await node(folder, ['--test', '--test-reporter=tap', 'main.test.cjs']);
  expect(stdout).toContain('ok 1 - right\n');
  expect(stdout).toContain('not ok 2 - wrong\n');
  expect(stdout).toContain("expected: '2  Task-1  hello'\n");
  expect(stdout).toContain("actual: '1  Task-1  hello'\n");
});

test.each(['README.md', 'README.zh-TW.md'])('the example in %s runs and passes', async (name) => {
  const readme = readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
  const code = /^```js\n((?:(?!^```$).)*?asyncio-lab\/testing.*?)^```$/ms.exec(readme)?.[1] ?? '';
  const right = await node(folderOf({ 'hello.test.mjs': code }), ['--test']);
  expect(right).toMatchObject({ code: 0, stderr: '' });
  expect(right.stdout).toContain('hello comes first');
  const late = code.replace("[2, 'world']", "[3, 'world']");
  const wrong = await node(folderOf({ 'hello.test.mjs': late }), ['--test', 'hello.test.mjs']);
  const diff = /^```text\n(expectTranscript.*?)\n```$/ms.exec(readme)?.[1] ?? 'no diff';
  expect(wrong.stdout.replaceAll(/^ +/gm, '')).toContain(diff.replaceAll(/^ +/gm, ''));
});

test('it loads none of the packages that it can do without', async () => {
  const folder = folderOf({ 'load.mjs': `import 'asyncio-lab/testing';` });
  await node(folder, ['load.mjs'], { NODE_V8_COVERAGE: join(folder, 'loaded') });
  const [report = ''] = readdirSync(join(folder, 'loaded'));
  const { result } = JSON.parse(readFileSync(join(folder, 'loaded', report), 'utf8'));
  const urls: string[] = result.map(({ url }: { url: string }) => url);
  expect(urls.some((url) => url.endsWith('/src/testing/index.js'))).toBe(true);
  expect(urls.filter((url) => /\/(?:tsx|commander|chalk|cli-table3|chokidar)\//.test(url))).toEqual(
    [],
  );
});
