/** `asyncio-lab exercise dev`: what those who write exercises see. */

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asyncioLab, folderWith } from './command.js';

const inside = 'at-the-same-time/both-pages';

async function newSet(): Promise<string> {
  const folder = join(folderWith({}), 'mine');
  await asyncioLab(['exercise', 'dev', 'new', folder]);
  return folder;
}

describe('dev new', () => {
  test('writes a set that passes its check, and says what to do next', async () => {
    const cwd = folderWith({});
    const made = await asyncioLab(['exercise', 'dev', 'new', 'mine'], { cwd });
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toContain(' mine\n   set.ts\n');
    expect(made.stdout).toContain('\n Next\n   npx asyncio-lab exercise dev check mine ');
    const checked = await asyncioLab(['exercise', 'dev', 'check', 'mine'], { cwd });
    expect(checked).toEqual({
      code: 0,
      stdout: '1 exercise, 4 answers judged: all as they should be\n',
      stderr: '',
    });
  });

  test('writes one in Chinese that passes its check', async () => {
    const cwd = folderWith({});
    await asyncioLab(['--lang', 'zh-TW', 'exercise', 'dev', 'new', 'mine'], { cwd });
    expect(readFileSync(join(cwd, 'mine', 'set.ts'), 'utf8')).toContain("title: '我的練習'");
    const args = ['--lang', 'zh-TW', 'exercise', 'dev', 'check'];
    expect(await asyncioLab(args, { cwd: join(cwd, 'mine') })).toEqual({
      code: 0,
      stdout: '1 個練習，共評判 4 份答案，全部正確\n',
      stderr: '',
    });
  });

  test('leaves a folder alone that is there', async () => {
    const cwd = folderWith({ 'mine/notes.md': '' });
    expect(await asyncioLab(['exercise', 'dev', 'new', 'mine'], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'asyncio-lab: mine is there already: name a new folder\n',
    });
    expect(existsSync(join(cwd, 'mine', 'set.ts'))).toBe(false);
  });
});

describe('dev check', () => {
  test('tells each fault in a line, and fails', async () => {
    const folder = await newSet();
    rmSync(join(folder, inside, 'wrong', 'task-by-task.ts'));
    const path = join(folder, inside, 'both-pages.ts');
    writeFileSync(path, readFileSync(path, 'utf8').replace('TODO', 'To do'));
    const { code, stdout, stderr } = await asyncioLab(['exercise', 'dev', 'check', folder]);
    expect(code).toBe(1);
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toEqual([
      'both-pages: its file has no TODO, in each language where its comments are in two',
      `both-pages: there is no ${join(folder, inside, 'wrong', 'task-by-task.ts')}`,
      '2 faults in 1 exercise',
      '',
    ]);
  });

  test('tells every message, to be read one by one', async () => {
    const folder = await newSet();
    const { stdout } = await asyncioLab(['exercise', 'dev', 'check', folder, '--messages']);
    expect(stdout).toBe(`both-pages · unsolved
   en  It took 5 seconds: the second page is asked for only when the first is there.
both-pages · loses-one
   en  One page was never fetched: a coroutine that is called and not awaited does nothing at all.
both-pages · task-by-task
   en  There is a task for each page, but the second is made only when the first has ended.
1 exercise, 4 answers judged: all as they should be
`);
  });

  test('checks those alone that are named', async () => {
    const folder = await newSet();
    const { stderr, code } = await asyncioLab(['exercise', 'dev', 'check', folder, 'both-page']);
    expect(stderr).toBe("asyncio-lab: the set has no exercise 'both-page'\n");
    expect(code).toBe(2);
  });

  test('says where there is no set', async () => {
    const folder = folderWith({});
    const { stderr, code } = await asyncioLab(['exercise', 'dev', 'check', folder]);
    expect(stderr).toBe(`asyncio-lab: ${folder} has no set of exercises: there is no set.ts\n`);
    expect(code).toBe(2);
  });

  test('says in a line what keeps a set from being loaded', async () => {
    const folder = folderWith({ 'set.ts': "throw new Error('not today');" });
    const { stderr, code } = await asyncioLab(['exercise', 'dev', 'check', folder]);
    const path = join(folder, 'set.ts');
    expect(stderr).toBe(`asyncio-lab: cannot load ${path}: Error: not today\n`);
    expect(code).toBe(2);
  });
});

test('record writes down what CPython does with the solutions of a set', async () => {
  const folder = await newSet();
  const python = `import asyncio


async def fetch_page(name, seconds):
    await asyncio.sleep(seconds)
    print(f"{name} is here")


async def main():
    await asyncio.gather(fetch_page("news", 3), fetch_page("weather", 2))
    print("done")
`;
  writeFileSync(join(folder, inside, 'both-pages.py'), python);
  const recorded = await asyncioLab(['record', folder, '--python', 'pyodide']);
  expect(recorded).toMatchObject({ code: 0, stdout: 'recorded   both-pages\n', stderr: '' });
  const recording = JSON.parse(
    readFileSync(join(folder, inside, 'both-pages.cpython.json'), 'utf8'),
  );
  expect(recording.variants.main).toMatchObject({ elapsed: 3, lines: { length: 3 } });
  const checked = await asyncioLab(['exercise', 'dev', 'check', folder]);
  expect(checked.stdout).toBe('1 exercise, 4 answers judged: all as they should be\n');
});
