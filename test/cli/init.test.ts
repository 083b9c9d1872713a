import { type ChildProcess, execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, realpathSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { asyncioLab, folderWith } from './command.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const init = (cwd: string, ...args: string[]) => asyncioLab(['init', ...args], { cwd });

/** How a folder depends on the clone that these tests are in. */
const fromClone = (folder: string) => `file:${relative(realpathSync(folder), root)}`;

/** Every file below a folder with its text. */
function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile()).sort();
  return Object.fromEntries(
    files.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]),
  );
}

describe('what init writes', () => {
  test('is a scenario, its expectation, a script, a workflow, and what Git is to leave out', async () => {
    const folder = folderWith();
    expect(await init(folder)).toEqual({
      code: 0,
      stdout: [
        ' scenarios/first.ts                 written',
        ' scenarios/first.expected.json      written',
        ' package.json                       written',
        ' .gitignore                         written',
        ' .github/workflows/asyncio-lab.yml  written',
        '',
        ' Next:',
        '   npm install',
        '   npm run check',
        '   npx asyncio-lab run scenarios/first.ts',
        '',
        ' The workflow needs package-lock.json, which npm install writes: commit it too.',
        '',
      ].join('\n'),
      stderr: '',
    });
    const files = filesIn(folder);
    expect(Object.keys(files)).toEqual([
      '.github/workflows/asyncio-lab.yml',
      '.gitignore',
      'package.json',
      'scenarios/first.expected.json',
      'scenarios/first.ts',
    ]);
    expect(files['.gitignore']).toBe('node_modules/\n');
    expect(JSON.parse(files['package.json'] ?? '')).toEqual({
      private: true,
      type: 'module',
      scripts: { check: 'asyncio-lab check scenarios' },
      devDependencies: { 'asyncio-lab': fromClone(folder) },
    });
    const steps = files['.github/workflows/asyncio-lab.yml']?.match(/(?<=- (?:uses|run): ).*/g);
    expect(steps).toEqual([
      'actions/checkout@v4',
      'actions/setup-node@v4',
      'npm ci',
      'npx asyncio-lab check scenarios',
    ]);
  });

  test.each(['en', 'zh-TW'])(
    'passes at once, and check --update finds nothing: %s',
    async (lang) => {
      const folder = folderWith();
      await init(folder, '--lang', lang);
      const { code, stdout } = await asyncioLab(['check', 'scenarios', '--json'], { cwd: folder });
      expect(code).toBe(0);
      expect(JSON.parse(stdout).summary).toMatchObject({ passed: 2, failed: 0 });
      const before = filesIn(folder);
      const again = await asyncioLab(['check', 'scenarios', '--update'], {
        cwd: folder,
        env: { CI: '' },
      });
      expect(again.stdout).toBe(' ✓ first           unchanged\n');
      expect(filesIn(folder)).toEqual(before);
    },
  );

  test('speaks the language of the locale', async () => {
    const folder = folderWith();
    const env = { LC_ALL: 'zh_TW.UTF-8' };
    const { stdout } = await asyncioLab(['init'], { cwd: folder, env });
    expect(stdout).toContain('scenarios/first.ts                 已寫入');
    expect(filesIn(folder)['scenarios/first.ts']).toContain("title: '早餐'");
  });

  test.each(['module', 'commonjs', undefined])(
    'has no mistakes in types, and runs where the type is %s',
    async (type) => {
      const folder = folderWith({ 'package.json': JSON.stringify({ type }) });
      await init(folder);
      mkdirSync(join(folder, 'node_modules'));
      symlinkSync(root, join(folder, 'node_modules/asyncio-lab'), 'junction');
      const module = type === 'module' ? 'first.ts' : 'first.mts';
      const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2023'];
      const typescript = createRequire(import.meta.url).resolve('typescript/package.json');
      const tsc = join(dirname(typescript), 'bin/tsc');
      execFileSync(process.execPath, [tsc, ...options, '--types', '', `scenarios/${module}`], {
        cwd: folder,
      });
      const { code } = await asyncioLab(['check', 'scenarios'], { cwd: folder });
      expect(code).toBe(0);
    },
  );

  test('lies where the folder says, which is made', async () => {
    const folder = folderWith();
    const { code, stdout } = await init(folder, 'my course/one');
    expect(code).toBe(0);
    expect(stdout).toContain('   cd "my course/one"\n   npm install\n');
    const { code: checked } = await asyncioLab(['check', 'scenarios'], {
      cwd: join(folder, 'my course/one'),
    });
    expect(checked).toBe(0);
  });
});

describe('around the folder', () => {
  const workflowIn = (folder: string) => filesIn(folder)['.github/workflows/asyncio-lab.yml'];

  test('a repository has its root elsewhere: the workflow knows the way, and is to be moved', async () => {
    const repository = folderWith({ '.git/HEAD': '' });
    const { stdout } = await init(repository, 'courses/my first');
    expect(stdout).toMatch(
      /\n GitHub reads workflows in \.\.\/\.\.\/\.github\/workflows only: move this one there\.\n$/,
    );
    expect(workflowIn(join(repository, 'courses/my first'))).toContain(
      '    defaults:\n      run:\n        working-directory: "courses/my first"\n    steps:\n',
    );
    expect(readdirSync(repository).sort()).toEqual(['.git', 'courses']);
    expect((await init(repository)).stdout).not.toContain('GitHub');
    expect(workflowIn(repository)).not.toContain('working-directory');
  });

  test('this package may be installed already', async () => {
    const folder = folderWith({
      'node_modules/asyncio-lab/package.json': '{}',
      'old/package.json': '{}',
      'old/package-lock.json': '{}',
    });
    expect((await init(folder, 'new')).stdout).toContain(' Next:\n   cd new\n   npm run check\n');
    const { stdout } = await init(folder, 'old');
    expect(stdout).toContain(' Next:\n   cd old\n   npm run check\n');
    expect(stdout).not.toContain('package-lock.json');
    expect(readdirSync(join(folder, 'old'))).not.toContain('.gitignore');
  });
});

describe('what is there stays', () => {
  test('as it is, the second time', async () => {
    const folder = folderWith();
    await init(folder);
    const before = filesIn(folder);
    const { code, stdout } = await init(folder);
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        ' scenarios/first.expected.json      left as it is',
        ' scenarios/first.ts                 left as it is',
        " package.json                       left as it is: it has a script 'check'",
        ' .github/workflows/asyncio-lab.yml  left as it is',
        '',
        ' Next:',
        '   npm run check',
        '   npx asyncio-lab run scenarios/first.ts',
        '',
      ].join('\n'),
    );
    expect(filesIn(folder)).toEqual(before);
  });

  test('but for the script, in the style of the file', async () => {
    const text =
      '{\r\n\t"name": "x",\r\n\t"files": ["a", "b"],\r\n\t"scripts": {\r\n\t\t"test": "t"\r\n\t}\r\n}';
    const folder = folderWith({ 'package.json': text });
    const { stdout } = await init(folder);
    expect(stdout).toContain("package.json                       script 'check' added\n");
    expect(stdout).toContain(`   npm install --save-dev ${fromClone(folder)}\n   npm run check\n`);
    expect(filesIn(folder)['package.json']).toBe(
      text.replace('"t"', '"t",\r\n\t\t"check": "asyncio-lab check scenarios"'),
    );
  });

  test('even a script of the same name that does something else', async () => {
    const text =
      '{ "scripts": { "check": "biome check" }, "devDependencies": { "asyncio-lab": "*" } }';
    const folder = folderWith({ 'package.json': text });
    const { stdout } = await init(folder);
    expect(stdout).toContain("left as it is: it has a script 'check'");
    expect(stdout).toContain(' Next:\n   npx asyncio-lab check scenarios\n');
    expect(filesIn(folder)['package.json']).toBe(text);
  });

  test('and nobody else’s scenario gets our expectation', async () => {
    const folder = folderWith({ 'scenarios/first.js': '' });
    const { stdout } = await init(folder);
    expect(stdout).toContain(' scenarios/first.js ');
    expect(readdirSync(join(folder, 'scenarios'))).toEqual(['first.js']);
  });
});

describe('what cannot be is one line and exit code 2', () => {
  test.each([
    ['{ "scripts":', /^asyncio-lab: cannot use package\.json: .*JSON.*\n$/],
    ['[]', /^asyncio-lab: cannot use package\.json: it must be an object\n$/],
    ['{ "scripts": 1 }', /^asyncio-lab: cannot use package\.json: 'scripts' must be an object\n$/],
  ])('a package.json that holds %s', async (text, message) => {
    const folder = folderWith({ 'package.json': text });
    const { code, stdout, stderr } = await init(folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(Object.keys(filesIn(folder))).toEqual(['package.json']);
  });

  test('a file where a folder is to be', async () => {
    const folder = folderWith({ taken: '', 'p/scenarios': '' });
    for (const name of ['taken', 'p']) {
      const { code, stdout, stderr } = await init(folder, name);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^asyncio-lab: cannot write \w+[/\\]scenarios[/\\]first\.ts: .+\n$/);
    }
  });

  test.runIf(process.platform === 'linux').each([
    ['/proc', '/proc/scenarios/first.ts'],
    ['/proc/x', '/proc/x/scenarios/first.ts'],
  ])('a folder that can never be: %s', async (folder, file) => {
    const stop = (child: ChildProcess) => setTimeout(() => child.kill('SIGKILL'), 20_000).unref();
    const { code, stderr } = await asyncioLab(['init', folder], { onStart: stop });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `asyncio-lab: cannot write ${file}: no such file or directory\n`,
    });
  });

  test('more than one folder', async () => {
    const { code, stderr } = await init(folderWith(), 'a', 'b');
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'asyncio-lab: init takes one folder\n' });
  });

  test.runIf(process.getuid?.() !== 0)('a folder that may not be written', async () => {
    const folder = folderWith();
    mkdirSync(join(folder, 'locked'), { mode: 0o500 });
    const { code, stderr } = await init(folder, 'locked');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^asyncio-lab: cannot write .*: permission denied\n$/);
  });
});
