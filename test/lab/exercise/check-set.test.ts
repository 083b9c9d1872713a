import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { firstSet } from '../../../src/cli/exercise/dev/first-set.js';
import { checkSet } from '../../../src/lab/exercise/check-set.js';
import { findSet } from '../../../src/lab/exercise/find.js';
import { folderWith } from '../../cli/command.js';
import { judging } from './answers.js';

const judge = judging({ types: false, reuse: true });
const inside = 'at-the-same-time/both-pages';

/** The set that `exercise dev new` writes, with other files in place of some, or without them. */
async function faultsOf(changes: Readonly<Record<string, string | undefined>> = {}) {
  const files: Record<string, string | undefined> = { ...firstSet('en'), ...changes };
  const kept = Object.entries(files).flatMap(([path, text]) =>
    text === undefined ? [] : [[path, text] as const],
  );
  const folder = folderWith({
    ...Object.fromEntries(kept),
    'package.json': '{ "type": "module" }',
  });
  const found = await findSet(folder, (url) => import(url));
  const checked = await checkSet(found, { names: [], judge, lanes: 1 });
  return checked.flatMap(({ faults }) => faults);
}

/** A file of that set, changed. */
function changed(path: string, from: string | RegExp, to: string): Record<string, string> {
  const text = firstSet('en')[path] ?? '';
  const other = text.replace(from, to);
  if (other === text) throw new Error(`${path} has no ${from}`);
  return { [path]: other };
}

const exercise = (from: string | RegExp, to: string) => changed(`${inside}/exercise.ts`, from, to);
const learner = (from: string | RegExp, to: string) => changed(`${inside}/both-pages.ts`, from, to);

test('a set that is as it should be has no faults', async () => {
  expect(await faultsOf()).toEqual([]);
});

describe('a fault is', () => {
  test('an exercise that has no folder', async () => {
    const [fault] = await faultsOf(changed('set.ts', "['both-pages']", "['both-pages', 'more']"));
    expect(fault).toMatchObject({
      exercise: 'more',
      type: 'broken',
      error: {
        problem: {
          type: 'unreadable',
          path: expect.stringContaining(join('at-the-same-time', 'more', 'exercise.ts')),
        },
      },
    });
  });

  test('an exercise that its chapter does not list', async () => {
    const path = 'at-the-same-time/forgotten';
    expect(await faultsOf({ [`${path}/exercise.ts`]: '' })).toEqual([
      { exercise: 'set.ts', type: 'not-listed', folder: path },
    ]);
  });

  test('a field that there is not', async () => {
    const [fault] = await faultsOf(exercise('kind:', 'knd:'));
    expect(fault).toMatchObject({ type: 'broken', error: { problem: { type: 'throws' } } });
  });

  test('a file without a TODO', async () => {
    expect(await faultsOf(learner('TODO', 'To do'))).toEqual([
      { exercise: 'both-pages', type: 'no-todo' },
    ]);
  });

  test('a single hint', async () => {
    const faults = await faultsOf(exercise(/\n {4}'Give both.*',/, ''));
    expect(faults).toEqual([{ exercise: 'both-pages', type: 'too-few', what: 'hints', count: 1 }]);
  });

  test('an empty text', async () => {
    expect(await faultsOf(exercise(/why: '.*'/, "why: ''"))).toEqual([
      { exercise: 'both-pages', type: 'lacks-text', field: 'why' },
    ]);
    expect(await faultsOf(changed('set.ts', /closing: '.*'/, "closing: ''"))).toEqual([
      { exercise: 'set.ts', type: 'lacks-text', field: 'closing' },
    ]);
  });

  test('a text in one language of two', async () => {
    const faults = await faultsOf({
      ...changed('set.ts', /title: '.*'/, "title: { en: 'Mine', 'zh-TW': '我的' }"),
    });
    const fields = faults.map((fault) => fault.type === 'lacks-text' && fault.field);
    expect(fields).toContain('title');
    expect(fields).toContain('hints[1]');
    expect(fields).toContain('mistakes.unsolved.say');
  });

  test('a mistake whose answer is not there', async () => {
    const path = `${inside}/wrong/loses-one.ts`;
    const faults = await faultsOf({ [path]: undefined });
    expect(faults).toEqual([
      { exercise: 'both-pages', type: 'no-answer', file: expect.stringContaining('loses-one.ts') },
    ]);
  });

  test('a wrong answer that no mistake is about', async () => {
    const faults = await faultsOf({ [`${inside}/wrong/more.ts`]: '' });
    expect(faults).toEqual([
      { exercise: 'both-pages', type: 'no-mistake', file: expect.stringContaining('more.ts') },
    ]);
  });

  test('an exercise that is solved already', async () => {
    const solved = firstSet('en')[`${inside}/solution.ts`] ?? '';
    const faults = await faultsOf({ [`${inside}/both-pages.ts`]: `// TODO: none\n${solved}` });
    expect(faults).toEqual([{ exercise: 'both-pages', type: 'passes', answer: 'unsolved' }]);
  });

  test('a solution that is refused', async () => {
    const faults = await faultsOf(exercise("uses: ['gather']", "uses: ['TaskGroup']"));
    expect(faults).toMatchObject([
      { type: 'solution-fails', verdict: { cause: { type: 'must-use', name: 'TaskGroup' } } },
    ]);
  });

  test('a solution that cannot be run', async () => {
    const faults = await faultsOf({ [`${inside}/solution.ts`]: 'const x = ;' });
    expect(faults).toContainEqual({
      exercise: 'both-pages',
      type: 'broken',
      error: expect.objectContaining({ problem: expect.objectContaining({ type: 'throws' }) }),
    });
  });

  test('a solution that the compiler refuses', async () => {
    const path = `${inside}/solution.ts`;
    const faults = await faultsOf(
      changed(path, "print('done');", "print('done' satisfies number);"),
    );
    expect(faults).toMatchObject([
      { type: 'types', place: expect.stringMatching(/solution\.ts:10$/) },
    ]);
  });

  test('a wrong answer that is taken for another one', async () => {
    const faults = await faultsOf(exercise('neverAwaited.length > 0', 'neverAwaited.length > 9'));
    expect(faults).toMatchObject([{ type: 'other-message', answer: 'loses-one' }]);
  });

  test('a program in Python that nobody has recorded', async () => {
    const faults = await faultsOf({ [`${inside}/both-pages.py`]: 'async def main(): pass\n' });
    expect(faults).toEqual([{ exercise: 'both-pages', type: 'not-recorded' }]);
  });
});
