/**
 * Where in a user's program an error was thrown: its first frame that is neither the runtime's, nor
 * Node's, nor a dependency's. The whole stack would show the loop's own frames above all.
 */

import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Place } from '../index.js';

const runtime = fileURLToPath(new URL('../', import.meta.url));

/** The runtime's sources, which its frames are in where stacks are mapped back to them. */
const sources = fileURLToPath(new URL('../../../src/', import.meta.url));

/** The scenarios of this package, which may lie among a user's dependencies. */
const scenarios = fileURLToPath(new URL('../../scenarios/', import.meta.url));

/** The maps that were looked for; where there is none it is noted as well. */
const maps = new Map<string, SourceMap | undefined>();

const frameForm = /^\s+at (?:.*? \(|async )?(.+):(\d+):(\d+)\)?$/;

/** Where an error in a module's syntax says its place, by the names of Node's errors and of tsx's. */
const syntaxForms: Readonly<Record<string, RegExp>> = {
  SyntaxError: /^(file:.+|\/.+|[A-Za-z]:\\.+):(\d+)$/,
  TransformError: /^(.+?):(\d+):(\d+): ERROR: /,
};

/** Return the place as `file:line`, as one would type the path here; `undefined` when none is known. */
export function placeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return undefined;
  return placeInStack(error.stack, syntaxForms[error.name]);
}

/**
 * Return a text in which each frame of a stack names what was written, as one would type it here; those of
 * the runtime and of dependencies stay as they are.
 */
export function withPlacesAsTyped(text: string): string {
  return text.split('\n').map(frameAsTyped).join('\n');
}

function frameAsTyped(text: string): string {
  const [, address = '', line, column] = frameForm.exec(text) ?? [];
  const path = pathOf(address);
  if (!isUsers(path) && !path.startsWith(scenarios)) return text;
  const place = inSource(path, Number(line), Number(column));
  return text.replace(`${address}:${line}:${column}`, () => place);
}

/** Return the place that the stack of an error tells of; `besides` is a form for lines of its own. */
export function placeInStack(stack: string, besides?: RegExp): string | undefined {
  for (const text of stack.split('\n')) {
    const found = frameForm.exec(text) ?? besides?.exec(text) ?? [];
    const [, address = '', line, column = 1] = found;
    const path = pathOf(address);
    if (isUsers(path)) return inSource(path, Number(line), Number(column));
  }
  return undefined;
}

/** Return a place in what a user wrote as `file:line`; `undefined` when it lies elsewhere. */
export function placeAt({ file, line }: Place): string | undefined {
  return isUsers(file) && line > 0 ? `${asTyped(existing(file))}:${line}` : undefined;
}

/**
 * Return the path of the module that a path means. A module in TypeScript is called `.ts` by its
 * source map, whatever it is called.
 */
export function existing(path: string): string {
  if (existsSync(path)) return path;
  const others = ['.mts', '.cts'].map((extension) => path.replace(/\.ts$/, extension));
  return others.find((other) => existsSync(other)) ?? path;
}

/** Return the place of an error as a part of what is told of it. */
export function placedBy(error: unknown): { readonly place?: string } {
  const place = placeOf(error);
  return place === undefined ? {} : { place };
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
  const origin = mapOf(path)?.findOrigin(line, column);
  return origin !== undefined && 'fileName' in origin
    ? `${asTyped(existing(resolve(dirname(path), origin.fileName)))}:${origin.lineNumber}`
    : `${asTyped(existing(path))}:${line}`;
}

function mapOf(path: string): SourceMap | undefined {
  if (!maps.has(path)) {
    const map = `${path}.map`;
    const known = existsSync(map)
      ? new SourceMap(JSON.parse(readFileSync(map, 'utf8')))
      : undefined;
    maps.set(path, known);
  }
  return maps.get(path);
}

/** An address that no file can have is no path. */
function pathOf(address: string): string {
  try {
    return address.startsWith('file:') ? fileURLToPath(address) : address;
  } catch {
    return '';
  }
}

/** Return a path as one would type it here. */
export function asTyped(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere;
}
