/**
 * The TypeScript compiler: that of a project, or else the one that is installed beside this package.
 *
 * Since version 7 it is a program of its own, which is started directly: the module that would start
 * it takes longer to load than small files to check.
 */

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** How to start a compiler: a program, and what comes before its own arguments. */
export interface Compiler {
  readonly command: string;
  readonly args: readonly string[];
}

/** Find the compiler for a project; `undefined` when there is none. */
export async function compilerFor(projectFolder: string): Promise<Compiler | undefined> {
  const folder =
    packageFolder(join(projectFolder, 'package.json')) ?? packageFolder(import.meta.url);
  if (folder === undefined) return undefined;
  const native = join(folder, 'lib', 'getExePath.js');
  if (!existsSync(native)) {
    return { command: process.execPath, args: [join(folder, 'bin', 'tsc')] };
  }
  const { default: exePath }: { default: () => string } = await import(pathToFileURL(native).href);
  return { command: exePath(), args: [] };
}

function packageFolder(from: string): string | undefined {
  try {
    return dirname(createRequire(from).resolve('typescript/package.json'));
  } catch {
    return undefined;
  }
}
