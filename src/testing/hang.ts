/**
 * What is said of a program that had to be stopped.
 */

import type { Execution } from '../lab/execution.js';
import { plain } from '../report/numbers.js';
import { visible } from '../report/visible.js';
import type { TranscriptOptions } from './perform-main.js';
import { style } from './style.js';

/** Say at which limit it was stopped, and where it had got to; `undefined` when it was not. */
export function hangOf(
  { stopped, lines }: Execution,
  { timeLimit, realTimeLimit }: Required<TranscriptOptions>,
): string | undefined {
  if (stopped === undefined) return undefined;
  const last = lines.at(-1);
  return [
    stopped === 'time-limit'
      ? `stopped after ${plain(timeLimit)} s of the virtual clock: it hangs, or needs a longer timeLimit`
      : `stopped after ${plain(realTimeLimit)} s of real time: its clock stands still, or it waits for a promise; or it needs a longer realTimeLimit`,
    last === undefined
      ? 'it had printed nothing'
      : `its last line: ${style.words.check.line(visible(last.text), plain(last.t), last.task ?? last.thread)}`,
  ].join('\n');
}
