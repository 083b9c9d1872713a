/**
 * Judges by the text of an answer alone: `solved` passes; a list of lines is a prediction. It answers
 * when it is told to, so that a test decides what happens meanwhile.
 */

import { readFileSync } from 'node:fs';
import type { FoundExercise } from '../../../src/lab/exercise/find.js';
import type { Asked as JudgingAsked } from '../../../src/lab/exercise/judge.js';
import { predictionIn } from '../../../src/lab/exercise/learner-file.js';
import { firstWrongPrediction, predictionRows } from '../../../src/lab/exercise/prediction.js';
import type { Verdict } from '../../../src/lab/exercise/verdict.js';

/** What was asked of the judge, and how to let it answer. */
interface Asked {
  readonly name: string;
  readonly text: string;
  readonly signal: AbortSignal | undefined;
  readonly answer: () => void;
}

/** A judge whose answers a test can hold back. */
export class FakeJudge {
  readonly asked: Asked[] = [];
  /** Whether it waits for `answer` to be called. */
  isHeldBack = false;

  judge(
    found: FoundExercise,
    file: string,
    { signal, prediction }: JudgingAsked = {},
  ): Promise<Verdict> {
    const text = readFileSync(file, 'utf8');
    const isDue = new Promise<void>((answer, reject) => {
      this.asked.push({ name: found.name, text, signal, answer });
      signal?.addEventListener('abort', () => reject(signal.reason));
      if (!this.isHeldBack) answer();
    });
    return isDue.then(() => verdictOn(found, text, prediction ?? predictionIn(text)));
  }
}

function verdictOn(
  { exercise }: FoundExercise,
  text: string,
  prediction: readonly string[],
): Verdict {
  const lines = ['one', 'two', 'three'].map((line, t) => ({ t, text: line }));
  if (exercise.kind !== 'predict') {
    const rows = [{ expected: { t: 1, text: 'tea' }, isSame: false }];
    if (/^solved/m.test(text)) {
      return {
        passed: true,
        rows: [{ ...rows[0], actual: { t: 1, text: 'tea' }, isSame: true }],
        output: [],
        elapsed: 1,
        expectedElapsed: 1,
      };
    }
    return { passed: false, cause: { type: 'lines', at: 1 }, rows, output: [] };
  }
  const rows = predictionRows(prediction, lines);
  if (prediction.length === 0) {
    return { passed: false, cause: { type: 'no-prediction' }, rows: [], output: [] };
  }
  const wrong = firstWrongPrediction(prediction, lines);
  if (wrong === undefined) return { passed: true, rows, output: [], elapsed: 2 };
  return { passed: false, cause: { type: 'prediction', at: wrong }, rows, output: [] };
}
