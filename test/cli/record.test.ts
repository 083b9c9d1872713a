import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nativePython } from '../lab/cpython/native-python.js';
import { asyncioLab, folderWith } from './command.js';
import { scenarioWith, twin } from './pair.js';

const python = (await nativePython()) ?? 'pyodide';
const record = (cwd: string, ...args: string[]) =>
  asyncioLab(['record', ...args, '--python', python], { cwd });

test('a recording is written as a whole, when all functions are there and it changes', async () => {
  const cwd = folderWith({
    'mine.ts': scenarioWith(0.2),
    'mine.py': twin,
    'mine.cpython.json': '{',
    'other.ts': scenarioWith(0.1),
    'lacks.py': twin.replace('in_order', 'another'),
  });
  const path = join(cwd, 'mine.cpython.json');
  expect(await record(cwd, 'mine.ts')).toEqual({
    code: 0,
    stdout: 'recorded   mine\n',
    stderr: '',
  });
  expect(readdirSync(cwd)).toHaveLength(5);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
    format: 1,
    python: expect.stringMatching(/^3\.\d+\.\d+$/),
    scenario: 'mine',
    variants: { 'both-at-once': { elapsed: 0.3 }, 'in-order': { elapsed: 0 } },
  });
  const { stdout } = await asyncioLab(['run', 'mine.ts', '--clock', 'virtual'], { cwd });
  expect(stdout).toContain('late: expected at 0.1');

  const { mtimeMs, ino } = statSync(path);
  expect(await record(cwd, 'mine.ts', 'other.ts', 'lacks.py')).toEqual({
    code: 2,
    stdout: 'unchanged  mine\n',
    stderr:
      'asyncio-lab: cannot run the Python program: LookupError: lacks.py defines no function in_order\n',
  });
  expect(statSync(path)).toMatchObject({ mtimeMs, ino });
  expect(readdirSync(cwd)).not.toContain('other.cpython.json');
});

test.each([
  [[], 'name a scenario or give --all; asyncio-lab list shows them'],
  [['--all', 'gather'], '--all and gather do not go together'],
  [['nope'], "unknown scenario 'nope'; asyncio-lab list shows all"],
])('wrong usage is one line: %j', async (args, line) => {
  const { code, stderr } = await asyncioLab(['record', ...args]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: `asyncio-lab: ${line}\n` });
});
