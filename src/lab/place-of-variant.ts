/**
 * Where in its file a variant is defined. The property that has its name is looked for in the text,
 * since a scenario is data by then and no longer knows its source.
 */

import { readFileSync } from 'node:fs';
import { asTyped } from './place.js';

/** Return the place as `file:line`; the file alone when the variant is not found in it. */
export function placeOfVariant(source: string, name: string): string {
  const file = asTyped(source);
  const line = lineOf(name, source);
  return line === undefined ? file : `${file}:${line}`;
}

function lineOf(name: string, source: string): number | undefined {
  const lines = linesOf(source);
  const start = lines.findIndex((line) => /\bvariants\b/.test(line));
  const at = lines.findIndex((line, index) => index >= start && keysIn(line).includes(name));
  return at < 0 ? undefined : at + 1;
}

function keysIn(line: string): string[] {
  return Array.from(
    line.matchAll(/(?<![\w.-])(['"]?)([\w-]+)\1\s*[:,(]/g),
    ([, , key = '']) => key,
  );
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}
