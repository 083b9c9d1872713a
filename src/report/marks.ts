/**
 * What stands after a line: whether it is as expected, and if not, what would have been.
 */

import type { JudgedLine, LineState } from '../lab/alignment.js';
import type { ExpectedLine } from '../lab/expectation.js';
import { plain } from './numbers.js';
import type { Words } from './words.js';

/** Return the mark of a judged line. */
export function markOf({ state, expected }: JudgedLine, { marks }: Words): string {
  const at = expected?.t === undefined ? '' : plain(expected.t);
  const task = expected?.task ?? null;
  switch (state) {
    case 'unjudged':
      return '';
    case 'ok':
      return at === '' ? '✓' : `✓ ${marks.at(at)}`;
    case 'late':
    case 'early':
      return `✗ ${marks[state](at)}`;
    case 'moved':
      return at === '' ? `✗ ${marks.misplaced}` : `✗ ${marks.moved(at)}`;
    case 'task':
      return `✗ ${task === null ? marks.noTask : marks.task(task)}`;
    case 'identity':
      return `✗ ${marks.identity(Object.keys(expected?.groups ?? {}).join(', '))}`;
    case 'differs':
    case 'missing':
    case 'extra':
      return `✗ ${marks[state]}`;
  }
}

const usualStates: readonly LineState[] = ['ok', 'missing', 'extra'];

/** Return the marks that a line may get as a rule, to know how much room they need. */
export function usualMarks(expected: ExpectedLine, words: Words): string[] {
  return usualStates.map((state) => markOf({ state, expected }, words));
}
