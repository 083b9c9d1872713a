/**
 * An error in the syntax of an answer, in one line and with its place.
 */

import { describeError } from '../describe-error.js';
import { asTyped, existing, placedBy } from '../place.js';
import type { Reply } from './examination.js';

/** What tsx says of a file that it cannot read: the place and what is wrong there. */
const transformForm = /^(.+?):(\d+):\d+: ERROR: (.*)$/m;

/** Return the answer that cannot be read; `undefined` when the error is another one. */
export function syntaxErrorOf(error: unknown): Reply | undefined {
  if (!(error instanceof Error)) return undefined;
  const [, path, line, message] = transformForm.exec(error.message) ?? [];
  if (path !== undefined && message !== undefined) {
    return { type: 'syntax', message, place: `${asTyped(existing(path))}:${line}` };
  }
  // A name that the library does not have is found while modules are put together.
  if (error.name !== 'SyntaxError' || /does not provide an export/.test(error.message)) {
    return undefined;
  }
  return { type: 'syntax', message: describeError(error), ...placedBy(error) };
}
