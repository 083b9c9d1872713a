/**
 * The files that a scenario is made of: its module, what lies beside it, recordings and expectations,
 * and whatever its modules name by a relative path, which is what they import and what they read.
 *
 * They are read from the text, so that nothing has to be loaded to find out, and so that a module
 * that does not even load is watched like any other. A file that is not there yet counts.
 */

import { readFileSync, statSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { recordingFileOf } from '../cpython/recording.js';
import { expectedFileOf } from '../expected-file.js';
import type { Location } from '../locate.js';

const modules = ['.ts', '.mts', '.js', '.mjs', '.cts', '.cjs'];

/** A text that begins as a relative path does, in any kind of quotes. */
const relativePath = /(['"`])(\.{1,2}\/[^'"`\n]*?)\1/g;

/** Return the files, the module itself first; those that do not exist yet are among them. */
export function filesOf({ path }: Pick<Location, 'path'>): string[] {
  const files = new Set<string>();
  follow(path, files);
  return [...files, recordingFileOf(path), expectedFileOf(path)];
}

function follow(path: string, files: Set<string>): void {
  if (files.has(path)) return;
  files.add(path);
  if (!modules.includes(extname(path))) return;
  for (const [, , named = ''] of read(path).matchAll(relativePath)) {
    for (const file of meantBy(resolve(dirname(path), named))) follow(file, files);
  }
}

/** What is named as `.js` may be written in TypeScript, and what has no extension may be either. */
function meantBy(path: string): string[] {
  const written = path.replace(/\.([cm]?)js$/, '.$1ts');
  const candidates = [path, written, ...modules.map((extension) => path + extension)];
  const found = candidates.find((it) => statSync(it, { throwIfNoEntry: false })?.isFile());
  return found === undefined ? [path, written] : [found];
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
