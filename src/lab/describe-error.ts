/**
 * An error in one line, for those who did not write the code that threw it.
 */

import { fileURLToPath } from 'node:url';
import { existing } from './place.js';

/** Return an error's name and message in one line, with paths in place of file URLs. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const lines = error.message.split('\n').filter((line) => line.trim() !== '');
  // Syntax errors of TypeScript say on the second line where they are.
  const text = lines
    .slice(0, lines[0]?.endsWith(':') ? 2 : 1)
    .map((line) => line.replace(/^.+?(?=:\d+:\d+: ERROR: )/, existing))
    .join(' ');
  const readable = text.replaceAll(/file:\/\/[^\s'"]+/g, (url) => fileURLToPath(url));
  return readable === '' ? error.name : `${error.name}: ${readable}`;
}
