import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firstSet } from '../../../src/cli/exercise/dev/first-set.js';
import { defineExercise, defineExerciseSet } from '../../../src/index.js';
import type { Exercise } from '../../../src/lab/exercise/exercise.js';
import { loadSet } from '../../../src/lab/exercise/find.js';
import { folderWith } from '../../cli/command.js';

const importModule = (url: string) => import(url);

const exercise: Exercise = {
  title: 'Mine',
  kind: 'fix',
  task: 'Do it.',
  hints: [],
  why: 'So.',
  mistakes: [],
};

test('the set that comes with this package is found without a folder', async () => {
  const { isBuiltIn, exercises, folder } = await loadSet(undefined, importModule);
  expect(isBuiltIn).toBe(true);
  const found = exercises.find(({ name }) => name === 'two-at-once');
  expect(found).toMatchObject({
    chapter: { name: 'tasks' },
    file: join(folder, 'tasks', 'two-at-once', 'two-at-once.ts'),
    solution: join(folder, 'tasks', 'two-at-once', 'solution.ts'),
    python: join(folder, 'tasks', 'two-at-once', 'two-at-once.py'),
    recording: { variants: { main: { elapsed: 2 } } },
  });
});

test('a set in a folder is found there, without what it does not have', async () => {
  const folder = folderWith({ ...firstSet('en'), 'package.json': '{ "type": "module" }' });
  const { isBuiltIn, set, exercises } = await loadSet(folder, importModule);
  expect(isBuiltIn).toBe(false);
  expect(set.title).toBe('Exercises of my own');
  expect(exercises.map(({ name, python, recording }) => [name, python, recording])).toEqual([
    ['both-pages', undefined, undefined],
  ]);
});

test('a folder without a set is told as such', async () => {
  const folder = folderWith({});
  await expect(loadSet(folder, importModule)).rejects.toMatchObject({
    problem: { type: 'no-set', path: folder },
  });
});

test('a recording that cannot be read is told by its name', async () => {
  const path = 'at-the-same-time/both-pages/both-pages.cpython.json';
  const folder = folderWith({ ...firstSet('en'), [path]: '{}', 'package.json': '{}' });
  await expect(loadSet(folder, importModule)).rejects.toMatchObject({
    problem: { type: 'bad-recording', path: join(folder, path) },
  });
});

test('a slip in an exercise is told where it is defined', () => {
  expect(() => defineExercise({ ...exercise, kind: 'mend' as 'fix' })).toThrow(
    "defineExercise: 'kind' must be 'fix', 'write' or 'predict'",
  );
  const misspelt = { ...exercise, rules: { use: ['gather'] } };
  expect(() => defineExercise(misspelt as Exercise)).toThrow(
    "defineExercise: there is no field 'rules.use'; did you mean 'uses'?",
  );
});

test('a set that names an exercise twice is refused', () => {
  const chapter = { title: 'One', exercises: ['a', 'b'] };
  expect(() =>
    defineExerciseSet({
      title: 'Mine',
      closing: 'Done.',
      chapters: [
        { ...chapter, name: 'one' },
        { ...chapter, name: 'two' },
      ],
    }),
  ).toThrow("defineExerciseSet: two exercises are named 'a'");
});

test('names that are no names of folders are refused', () => {
  const chapters = [{ name: 'One Two', title: 'One', exercises: [] }];
  expect(() => defineExerciseSet({ title: 'Mine', closing: 'Done.', chapters })).toThrow(
    "'chapters[0].name' must be a name of lower-case letters, digits and hyphens",
  );
});
