/**
 * Where in a user's program an error was thrown: its first frame that is neither the runtime's, nor
 * Node's, nor a dependency's. The whole stack would show the loop's own frames above all.
 */

import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const runtime = fileURLToPath(new URL('../', import.meta.url));

/** The runtime's sources, which its frames are in where stacks are mapped back to them. */
const sources = fileURLToPath(new URL('../../../src/', import.meta.url));

const frameForm = /^\s+at (?:.*? \(|async )?(.+):(\d+):(\d+)\)?$/;

/** Return the place as `file:line`, as one would type the path here; `undefined` when none is known. */
export function placeOf(error: unknown): string | undefined {
  const stack = error instanceof Error ? error.stack : undefined;
  if (typeof stack !== 'string') return undefined;
  for (const frame of stack.split('\n')) {
    const [, address = '', line, column] = frameForm.exec(frame) ?? [];
    const path = address.startsWith('file:') ? fileURLToPath(address) : address;
    if (isUsers(path)) return inSource(path, Number(line), Number(column));
  }
  return undefined;
}

/** Note where the program stands; the place is looked up only when somebody asks for it. */
export function placeNow(): () => string | undefined {
  const here = new Error();
  return () => placeOf(here);
}

/** Only what has a path lies in a file: `node:internal/…` and `<anonymous>` do not. */
function isUsers(path: string): boolean {
  const isFile = /^(?:\/|[A-Za-z]:\\)/.test(path);
  return (
    isFile &&
    !path.startsWith(runtime) &&
    !path.startsWith(sources) &&
    !/[/\\]node_modules[/\\]/.test(path)
  );
}

/** A module that was compiled has a map beside it that leads back to what was written. */
function inSource(path: string, line: number, column: number): string {
  const map = `${path}.map`;
  if (existsSync(map)) {
    const origin = new SourceMap(JSON.parse(readFileSync(map, 'utf8'))).findOrigin(line, column);
    if ('fileName' in origin) {
      return `${asTyped(resolve(dirname(path), origin.fileName))}:${origin.lineNumber}`;
    }
  }
  return `${asTyped(path)}:${line}`;
}

/** Return a path as one would type it here. */
export function asTyped(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere;
}
