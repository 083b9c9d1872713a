/**
 * What `exercise dev new` does: writes a small set of exercises into a new folder, complete, so that it
 * can be checked, solved and changed at once.
 */

import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from '../../../lab/make-folder.js';
import { systemCause } from '../../../lab/system-cause.js';
import type { Context } from '../../context.js';
import { UsageError } from '../../usage-error.js';
import { firstSet } from './first-set.js';
import type { DevWords } from './words.js';

/** Write the set, and return what to tell about it, in lines. */
export function newSet(folder: string, words: DevWords, { language, messages }: Context): string[] {
  if (existsSync(folder)) throw new UsageError(words.folderIsThere(folder));
  const files = firstSet(language);
  for (const [path, text] of Object.entries(files)) {
    const place = join(resolve(folder), path);
    try {
      makeFolder(dirname(place));
      writeFileSync(place, text);
    } catch (error) {
      throw new UsageError(messages.errors.cannotWrite(place, systemCause(error)));
    }
  }
  const list = Object.keys(files).map((path) => `   ${path}`);
  const next = words.next(folder).map((line) => `   ${line}`);
  return [` ${folder}`, ...list, '', ` ${words.nextTitle}`, ...next];
}
