/**
 * Where in a user's program an error was thrown: its first frame that is neither the runtime's, nor
 * Node's, nor a dependency's. The whole stack would show the loop's own frames above all.
 */

import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const runtime = fileURLToPath(new URL('../', import.meta.url));

/** Return the place as `file:line`, as one would type the path here; `undefined` when none is known. */
export function placeOf(error: unknown): string | undefined {
  const stack = error instanceof Error ? error.stack : undefined;
  if (typeof stack !== 'string') return undefined;
  for (const frame of stack.split('\n')) {
    const [, address = '', line] = /^\s+at (?:.*? \(|async )?(.+):(\d+):\d+\)?$/.exec(frame) ?? [];
    const path = address.startsWith('file:') ? fileURLToPath(address) : address;
    if (isUsers(path)) return `${asTyped(path)}:${line}`;
  }
  return undefined;
}

/** Only what has a path lies in a file: `node:internal/…` and `<anonymous>` do not. */
function isUsers(path: string): boolean {
  const isFile = /^(?:\/|[A-Za-z]:\\)/.test(path);
  return isFile && !path.startsWith(runtime) && !/[/\\]node_modules[/\\]/.test(path);
}

function asTyped(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere;
}
