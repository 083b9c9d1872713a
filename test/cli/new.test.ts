import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asyncioLab, folderWith } from './command.js';

const at = (cwd: string, ...args: string[]) => asyncioLab(args, { cwd });

test('new writes a scenario that runs and passes, and says how', async () => {
  const folder = folderWith();
  expect(await at(folder, 'new', 'tea')).toEqual({
    code: 0,
    stdout: [
      ' scenarios/tea.ts             written',
      ' scenarios/tea.expected.json  written',
      '',
      ' Next:',
      '   npx asyncio-lab run scenarios/tea.ts',
      '   npx asyncio-lab check scenarios',
      '',
    ].join('\n'),
    stderr: '',
  });
  const text = readFileSync(join(folder, 'scenarios/tea.ts'), 'utf8');
  expect(text).toContain(' * npx asyncio-lab run scenarios/tea.ts\n');
  expect(text).toContain('holds them against tea.expected.json');
  expect((await at(folder, 'check', 'scenarios')).code).toBe(0);
  const { stdout } = await at(folder, 'new', 'coffee', '--lang', 'zh-TW');
  expect(stdout).toContain('scenarios/coffee.ts             已寫入');
  expect((await at(folder, 'check', 'scenarios')).code).toBe(0);
});

test('new takes a path as it is', async () => {
  const folder = folderWith();
  expect((await at(folder, 'new', 'deep/er/tea.mts')).code).toBe(0);
  expect(existsSync(join(folder, 'deep/er/tea.expected.json'))).toBe(true);
  const { stdout } = await at(folder, 'new', './tea.ts');
  expect(stdout).toContain('   npx asyncio-lab check ./tea.ts\n');
  expect((await at(folder, 'check', './tea.ts')).code).toBe(0);
});

test('new quotes a path that a shell would take apart', async () => {
  const { stdout } = await at(folderWith(), 'new', 'my course/tea');
  expect(stdout).toContain('   npx asyncio-lab run "my course/tea.ts"\n');
  expect(stdout).toContain('   npx asyncio-lab check "my course"\n');
});

test('in a project of CommonJS the file says that it is a module', async () => {
  const folder = folderWith({ 'package.json': '{}' });
  await at(folder, 'new', 'tea');
  expect(existsSync(join(folder, 'scenarios/tea.mts'))).toBe(true);
  await at(join(folder, 'scenarios'), 'new', 'coffee');
  expect(existsSync(join(folder, 'scenarios/scenarios/coffee.mts'))).toBe(true);
});

test('new changes nothing that is there', async () => {
  const folder = folderWith({ 'scenarios/tea.expected.json': 'mine' });
  expect(await at(folder, 'new', 'tea')).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'asyncio-lab: scenarios/tea.expected.json is there already, and was left as it is: choose another name\n',
  });
  expect(existsSync(join(folder, 'scenarios/tea.ts'))).toBe(false);
});

test.each([
  [['new'], '<name> is missing; --help says what it is'],
  [
    ['new', 'a b'],
    "'a b' is no name for a scenario: give letters, digits and dashes, or the path of a .ts file",
  ],
  [
    ['new', 'tea.py'],
    "'tea.py' is no name for a scenario: give letters, digits and dashes, or the path of a .ts file",
  ],
  [['new', 'a', 'b'], 'new takes one name'],
])('%j is wrong usage', async (args, message) => {
  expect(await at(folderWith(), ...args)).toEqual({
    code: 2,
    stdout: '',
    stderr: `asyncio-lab: ${message}\n`,
  });
});
