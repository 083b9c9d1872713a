import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asyncioLab, folderWith } from './command.js';
import { scenarioWith, twin } from './pair.js';

const hello = new URL('../../scenarios/hello/', import.meta.url);
const ofHello = (name: string) => readFileSync(new URL(name, hello), 'utf8');

test('a recording is written as a whole, when all functions are there and it changes', async () => {
  const cwd = folderWith({
    'mine.ts': scenarioWith(0.2),
    'mine.py': twin,
    'mine.cpython.json': '{',
    'hello.ts': ofHello('hello.ts'),
    'hello.py': ofHello('hello.py'),
    'hello.cpython.json': ofHello('hello.cpython.json'),
    'other.ts': scenarioWith(0.1),
    'lacks.py': twin.replace('in_order', 'another'),
  });
  const path = (name: string) => join(cwd, `${name}.cpython.json`);
  const before = statSync(path('hello'));
  const files = ['mine.ts', 'hello.ts', 'other.ts', 'lacks.py'];
  expect(await asyncioLab(['record', ...files, '--python', 'pyodide'], { cwd })).toEqual({
    code: 2,
    stdout: 'recorded   mine\nunchanged  hello\n',
    stderr:
      'asyncio-lab: cannot run the Python program: LookupError: lacks.py defines no function in_order\n',
  });
  expect(readdirSync(cwd)).toHaveLength(8);
  expect(JSON.parse(readFileSync(path('mine'), 'utf8'))).toMatchObject({
    format: 1,
    python: expect.stringMatching(/^3\.14\.\d+$/),
    scenario: 'mine',
    variants: { 'both-at-once': { elapsed: 0.3 }, 'in-order': { elapsed: 0 } },
  });
  const { mtimeMs, ino } = before;
  expect(statSync(path('hello'))).toMatchObject({ mtimeMs, ino });
  const { stdout } = await asyncioLab(['run', 'mine.ts', '--clock', 'virtual'], { cwd });
  expect(stdout).toContain('late: expected at 0.1');
});

test.each([
  [[], 'name a scenario or give --all; asyncio-lab list shows them'],
  [['--all', 'gather'], '--all and gather do not go together'],
  [['nope'], "unknown scenario 'nope'; asyncio-lab list shows all"],
])('wrong usage is one line: %j', async (args, line) => {
  const { code, stderr } = await asyncioLab(['record', ...args]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: `asyncio-lab: ${line}\n` });
});
