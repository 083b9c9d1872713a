/**
 * The exercises that come with this package: each can be solved, is not solved yet, and tells every
 * wrong answer that it knows what is meant for it. Each wrong answer is a test of its own.
 */

import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openJudge } from '../src/cli/exercise/open-judge.js';
import { checkSet, type JudgedAnswer } from '../src/lab/exercise/check-set.js';
import { textsOf } from '../src/lab/exercise/faults-of-form.js';
import { findSet } from '../src/lab/exercise/find.js';

const found = await findSet('exercises', (url) => import(url));
const judge = openJudge({ reuse: true, types: false });
afterAll(() => judge.end());
const checked = await checkSet(found, { names: [], judge, lanes: availableParallelism() });

const folders = readdirSync('exercises', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join('exercises', name)).map((it) => `${name}/${it}`));

/** What a learner is told, as far as it can be told without the words for it. */
const saidTo = ({ verdict: { say, cause } }: JudgedAnswer) => say ?? cause;

test('there are at least forty, in twelve chapters', () => {
  expect(found.exercises.length).toBeGreaterThanOrEqual(40);
  expect(found.set.chapters).toHaveLength(12);
});

test('every folder is in the set, and in its chapter', () => {
  const listed = found.set.chapters.flatMap(({ name, exercises }) =>
    exercises.map((exercise) => `${name}/${exercise}`),
  );
  expect(folders.toSorted()).toEqual(listed.toSorted());
});

describe.each(checked)('$name', ({ name, faults, answers }) => {
  const exercise = found.exercises.find((it) => it.name === name);

  test('has no fault', () => {
    expect(faults).toEqual([]);
  });

  test('is solved by its solution', () => {
    const solution = answers.find(({ answer }) => answer === 'solution');
    expect(solution?.verdict).toMatchObject({ passed: true });
  });

  test.each(answers.filter(({ answer }) => answer !== 'solution'))(
    'refuses $answer, and says why',
    (judged) => {
      expect(judged.verdict.passed).toBe(false);
      expect(saidTo(judged)).toBeDefined();
    },
  );

  test('tells no two answers the same', () => {
    const said = answers.flatMap(({ verdict: { say } }) => (say === undefined ? [] : [say]));
    const texts = (exercise?.exercise.mistakes ?? []).map(({ say }) => JSON.stringify(say));
    expect(new Set(texts).size).toBe(texts.length);
    expect(said.length).toBeGreaterThanOrEqual(2);
  });

  test('corresponds to a program in Python, of which CPython has been recorded', () => {
    expect(existsSync(exercise?.python ?? '')).toBe(true);
    expect(exercise?.recording?.python).toMatch(/^3\.14\./);
  });

  test('keeps to the words that are agreed on in Chinese', () => {
    const texts = exercise === undefined ? [] : textsOf(exercise.exercise);
    const chinese = texts.map(([, text]) => (typeof text === 'string' ? text : text['zh-TW']));
    // Half-width punctuation beside Chinese, and words of elsewhere.
    const slips =
      /[\u4e00-\u9fff][,;:!?]|[,;!?][\u4e00-\u9fff]|线程|進程|默認|異步|隊列|信號量|回調/u;
    expect(chinese.filter((text) => slips.test(text))).toEqual([]);
  });
});
