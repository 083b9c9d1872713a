/** Answers to an exercise of the tests' own, judged in the process that was built. */

import { join } from 'node:path';
import { openJudge } from '../../../src/cli/exercise/open-judge.js';
import type { Exercise } from '../../../src/lab/exercise/exercise.js';
import type { FoundExercise } from '../../../src/lab/exercise/find.js';
import type { JudgeOptions } from '../../../src/lab/exercise/judge.js';
import type { Verdict } from '../../../src/lab/exercise/verdict.js';
import { folderWith } from '../../cli/command.js';
import { atEndOfFile } from '../../tidy.js';

/** Imports all that answers of the tests use. */
export const imports = `import { asyncWith, blockingSleep, CancelledError, coroutine, createTask, Event, gather, getRunningLoop, Lock, print, Queue, run, shield, sleep, TaskGroup, timeout, waitFor, wrapFuture } from 'asyncio-lab';
`;

/** Two lines, one second apart. */
export const solution = `${imports}
export const main = coroutine(function* main() {
  print('one');
  yield* sleep(1);
  print('two');
});
`;

/** The text of an answer whose main has this body, after some declarations. */
export function answer(body: string, declarations = ''): string {
  return `${imports}${declarations}
export const main = coroutine(function* main() {
  ${body}
});
`;
}

/** Open a judge that ends with the tests of this file. */
export function judging(options: JudgeOptions = { types: false }): ReturnType<typeof openJudge> {
  const judge = openJudge(options);
  atEndOfFile(() => judge.end());
  return judge;
}

/** Make an exercise whose solution prints two lines, or another one; what is given stands in its data. */
export function exerciseWith(
  data: Partial<Exercise> = {},
  text: string = solution,
): FoundExercise & { readonly path: (name: string) => string } {
  const folder = folderWith({ 'solution.ts': text, 'package.json': '{ "type": "module" }' });
  return {
    chapter: { name: 'tests', title: 'Tests', exercises: ['two-lines'] },
    name: 'two-lines',
    exercise: {
      title: 'Two lines',
      kind: 'fix',
      task: 'Print two lines.',
      hints: ['One.', 'Two.'],
      why: 'It is so.',
      mistakes: [],
      ...data,
    },
    folder,
    file: join(folder, 'two-lines.ts'),
    solution: join(folder, 'solution.ts'),
    path: (name) => join(folder, name),
  };
}

/** What a verdict comes to, with the name of its file alone as a place. */
export function inShort({ passed, cause, mistake, place }: Verdict): object {
  return {
    passed,
    ...(cause !== undefined && { cause }),
    ...(mistake !== undefined && { mistake }),
    ...(place !== undefined && { place: place.replace(/^.*[/\\]/, '') }),
  };
}
