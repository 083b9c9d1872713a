import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkTypes } from '../../../src/lab/exercise/check-types.js';
import { answer, exerciseWith, inShort, judging, solution } from './answers.js';

const exercise = exerciseWith();
const judge = judging({});

function written(text: string): string {
  const file = exercise.path('answer.ts');
  writeFileSync(file, text);
  return file;
}

/** The solution with a slip that only the compiler sees. */
const slip = solution.replace("print('two');", "const n: number = 'two';\n  print(n);");

test('an answer whose types fit has no fault', async () => {
  expect(await checkTypes(written(solution), exercise.folder)).toBeUndefined();
});

test('an answer may log, and set a timer, without a word to the compiler', async () => {
  const text = answer("console.log('x');\n  setTimeout(() => {}, 1);\n  print(performance.now());");
  expect(await checkTypes(written(text), exercise.folder)).toBeUndefined();
});

test('a type error is told at its line', async () => {
  expect(await checkTypes(written(slip), exercise.folder)).toMatchObject({
    message: "Type 'string' is not assignable to type 'number'.",
    place: expect.stringMatching(/answer\.ts:6$/),
  });
});

test('what is not used is nobody’s business', async () => {
  expect(await checkTypes(written(answer('const unused = 1;')), exercise.folder)).toBeUndefined();
});

test('a type error refuses an answer that passes otherwise', async () => {
  expect(inShort(await judge.judge(exercise, written(slip)))).toEqual({
    passed: false,
    cause: { type: 'types', message: "Type 'string' is not assignable to type 'number'." },
    place: 'answer.ts:6',
  });
});

test('what an answer does goes before its types', async () => {
  const late = slip.replace('sleep(1)', 'sleep(2)');
  expect(inShort(await judge.judge(exercise, written(late)))).toMatchObject({
    cause: { type: 'instant' },
  });
});

test('an answer that cannot be run is told what the compiler says of it', async () => {
  const text = solution.replaceAll('sleep', 'slep');
  expect(inShort(await judge.judge(exercise, written(text)))).toMatchObject({
    cause: { type: 'types', message: expect.stringContaining("Did you mean 'sleep'?") },
    place: 'answer.ts:1',
  });
});
