/**
 * What `asyncio-lab new` does: writes a scenario that runs and passes, with what it is to do beside it,
 * for its author to change.
 *
 * A name alone is a file in `scenarios`, where `init` writes the first one too; a path is a path. Both
 * files are written, or neither: nothing that is there is changed.
 */

import { existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { formatExpectedFile } from '../lab/expected-file.js';
import { makeFolder } from '../lab/make-folder.js';
import { systemCause } from '../lab/system-cause.js';
import { visible } from '../report/visible.js';
import type { Context } from './context.js';
import { expectedPathOf, firstExpected, firstScenario } from './init/first-scenario.js';
import { packageFor } from './init/package.js';
import type { Messages } from './messages.js';
import { UsageError } from './usage-error.js';

/** Write a scenario; return what to tell about it. */
export function newScenario(name: string, { language, messages }: Context): string {
  const { errors, init } = messages;
  const path = pathFor(name, messages);
  const files: [path: string, text: string][] = [
    [path, firstScenario(path, language)],
    [expectedPathOf(path), formatExpectedFile(firstExpected(language))],
  ];
  const there = files.find(([file]) => existsSync(file))?.[0];
  if (there !== undefined) throw new UsageError(errors.exists(there));
  for (const [file, text] of files) {
    try {
      makeFolder(dirname(file));
      writeFileSync(file, text, { flag: 'wx' });
    } catch (error) {
      throw new UsageError(errors.cannotWrite(file, systemCause(error)));
    }
  }
  const width = Math.max(...files.map(([file]) => file.length));
  const lines = [
    ...files.map(([file]) => ` ${file.padEnd(width)}  ${init.wrote}`),
    '',
    ` ${init.next}`,
    `   npx asyncio-lab run ${quoted(path)}`,
    `   npx asyncio-lab check ${quoted(dirname(path) === '.' ? path : dirname(path))}`,
  ];
  return `${lines.map(visible).join('\n')}\n`;
}

/** Return a path as a shell takes it. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : JSON.stringify(path);
}

/** In a CommonJS project a compiler takes a `.ts` for CommonJS, and `.mts` for what it is. */
function pathFor(name: string, messages: Messages): string {
  const path = name.replaceAll('\\', '/');
  if (/[^/]\.m?ts$/.test(path)) return path;
  if (!/^(?:[^/]+\/)*[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(path)) {
    throw new UsageError(messages.errors.notScenarioName(name));
  }
  const known = packageFor('.', messages);
  const ending = known === undefined || known.isModule ? '.ts' : '.mts';
  return `${path.includes('/') ? path : `scenarios/${path}`}${ending}`;
}
