import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../../src/lab/exercise/exercise.js';
import type { FoundExercise } from '../../../src/lab/exercise/find.js';
import {
  noProgress,
  withCurrent,
  withDone,
  withHints,
} from '../../../src/lab/exercise/progress.js';
import { widthOf } from '../../../src/report/columns.js';
import { exercisesChecked } from '../../../src/report/exercise/checked.js';
import { closingPage } from '../../../src/report/exercise/closing.js';
import { exerciseHeader } from '../../../src/report/exercise/header.js';
import { hintsShown } from '../../../src/report/exercise/hints.js';
import { exerciseList, listWindow } from '../../../src/report/exercise/list.js';
import { progressBar } from '../../../src/report/exercise/progress-bar.js';
import { solutionPage } from '../../../src/report/exercise/solution.js';
import { exerciseStyleIn } from './style.js';

const english = exerciseStyleIn('en');
const chapter = (name: string) => ({ name, title: `The ${name}`, exercises: [] });
const [tea, cake] = [chapter('tea'), chapter('cake')];
const found = (of: typeof tea, name: string): FoundExercise => ({
  chapter: of,
  name,
  exercise: {
    title: { en: `To ${name}`, 'zh-TW': '標題很長'.repeat(20) },
    kind: 'fix',
    task: { en: `You are to ${name}.`, 'zh-TW': '請把它做完，不要忘了。'.repeat(10) },
    hints: ['One.', 'Two.', 'Three.'],
  } as Partial<Exercise> as Exercise,
  folder: '',
  file: '',
  solution: '',
});
const exercises = [found(tea, 'boil'), found(tea, 'pour'), found(cake, 'order')];
const listed = exercises.map((it) => ({ id: `${it.chapter.name}/${it.name}`, found: it }));
const progress = withHints(
  withDone(withCurrent(noProgress, 'tea/pour'), 'tea/boil'),
  'cake/order',
  1,
);

describe('the bar', () => {
  const filled = (done: number, of: number) =>
    progressBar(done, of, 30, english).replaceAll(/[^█]/g, '').length;

  test('fills as exercises are done', () => {
    expect(progressBar(5, 10, 19, english)).toBe('█████░░░░░  5 of 10');
    expect([filled(0, 50), filled(1, 50), filled(49, 50), filled(50, 50)]).toEqual([0, 1, 19, 20]);
  });

  test('takes no more room than there is', () => {
    for (const width of [10, 20, 44]) {
      expect(widthOf(progressBar(3, 47, width, english))).toBeLessThanOrEqual(Math.max(width, 14));
    }
  });
});

test('the header says where the learner is and what is to be done', () => {
  expect(
    exerciseHeader(
      exercises[0] as FoundExercise,
      'tea/boil.ts',
      { done: 1, of: 2, isDone: true },
      english,
    ),
  ).toEqual([
    ' The tea                               ████████████████░░░░░░░░░░░░░░░░  1 of 2',
    '',
    ' ✓ To boil  fix it',
    ' tea/boil.ts',
    '',
    ' You are to boil.',
  ]);
});

test('hints are numbered, and those before may be left out', () => {
  const { exercise } = exercises[0] as FoundExercise;
  expect(hintsShown(exercise, 0, english)).toEqual([]);
  expect(hintsShown(exercise, 2, english)).toEqual([
    ' Hint 1 of 3',
    ' One.',
    '',
    ' Hint 2 of 3',
    ' Two.',
  ]);
  expect(hintsShown(exercise, 3, english, 2)).toEqual([' Hint 3 of 3', ' Three.']);
});

test('the list has all exercises by chapters, with what is done, current and hinted at', () => {
  expect(exerciseList('Tea time', listed, progress, english)).toEqual([
    ' Tea time                              ███████████░░░░░░░░░░░░░░░░░░░░░  1 of 3',
    '',
    ' tea · The tea',
    '   ✓ boil   To boil',
    '     pour   To pour  current',
    ' cake · The cake',
    '     order  To order  1 hint',
  ]);
});

test('a window on the list keeps what is picked in sight', () => {
  expect(listWindow(listed, 'cake/order', progress, 2, english)).toEqual([
    ' cake · The cake',
    ' ›   order  To order  1 hint',
  ]);
  expect(listWindow(listed, 'tea/boil', progress, 2, english)[1]).toContain('›');
});

test('what was checked is counted, and what does not pass is named', () => {
  expect(exercisesChecked(exercises, exercises.slice(1, 2), english)).toEqual([
    ' ✓ 2 pass',
    ' ✗ 1 not yet',
    '',
    '   tea/pour  To pour',
  ]);
  expect(exercisesChecked(exercises, [], english)).toEqual([' ✓ 3 pass']);
});

test('the closing page says what was done', () => {
  const set = { title: 'Tea time', closing: 'Now drink it.', chapters: [] };
  const lines = closingPage(set, 3, 2, english);
  expect(lines[0]).toBe(' Tea time');
  expect(lines).toContain(' ✓ All 3 exercises are done.');
  expect(lines).toContain('   2 of them without a hint.');
  expect(lines.at(-1)).toBe(' Now drink it.');
});

test('a solution stands beside the learner’s own where there is room', () => {
  const narrow = solutionPage('const a = 1;\n', 'const a = 2;\n', english);
  expect(narrow).toEqual([' a solution', '', ' const a = 1;']);
  const wide = solutionPage('const a = 1;\n', 'const a = 2;\n', exerciseStyleIn('en', 120));
  expect(wide.join('\n')).toMatch(/ const a = 2; +│ const a = 1;/);
});

test.each([40, 80, 120])('nothing is wider than %d columns in Chinese', (width) => {
  const style = exerciseStyleIn('zh-TW', width);
  const lines = [
    ...exerciseHeader(
      exercises[0] as FoundExercise,
      '/very/long/path'.repeat(20),
      { done: 1, of: 2, isDone: true },
      style,
    ),
    ...exerciseList('標題'.repeat(50), listed, progress, style),
    ...exercisesChecked(exercises, exercises, style),
    ...closingPage({ title: '茶', closing: '說明。'.repeat(60), chapters: [] }, 3, 2, style),
  ];
  expect(lines.filter((line) => widthOf(line) > width).join('|')).toBe('');
});
