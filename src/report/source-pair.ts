/**
 * The texts of two programs side by side: functions that are each other's translation begin on the
 * same row.
 *
 * A text is taken apart where a blank line is followed by one that is not indented. Parts belong
 * together when they define the same name, be it `say_after` or `sayAfter`.
 */

import { padEnd, widthOf } from './columns.js';
import type { Style } from './style.js';
import { TwoColumns } from './two-columns.js';
import { visible } from './visible.js';

/** Two programs, by their texts and the files that hold them. */
export interface SourcePair {
  readonly python: string;
  readonly typescript: string;
  readonly pythonFile: string;
  readonly typescriptFile: string;
}

/** Render two texts side by side. */
export function sourcesSideBySide(pair: SourcePair, style: Style): string {
  const columns = new TwoColumns(style);
  const { width } = columns;
  const heads = columns.rows(endOf(pair.pythonFile, width), '│', endOf(pair.typescriptFile, width));
  const parts = laidOut(partsOf(pair.python), partsOf(pair.typescript));
  const cell = (part: readonly string[]) => part.flatMap((line) => wrapped(line, width));
  return [
    ...heads.map(style.paint.bold),
    ...parts.flatMap(([left, right]) => [
      ...columns.rows([''], '│', ['']),
      ...columns.rows(cell(left), '│', cell(right)),
    ]),
  ].join('\n');
}

/** Return the part of a program that defines a name; `undefined` when none does. */
export function partNamed(text: string, name: string): string | undefined {
  const wanted = inCamelCase(name);
  return partsOf(text)
    .find((part) => nameOf(part) === wanted)
    ?.join('\n');
}

type Part = readonly string[];

function partsOf(text: string): Part[] {
  const parts: string[][] = [];
  let isAfterBlank = true;
  for (const line of text.trimEnd().split(/\r?\n/)) {
    const last = parts.at(-1);
    if (line.trim() !== '' && isAfterBlank && /^\S/.test(line)) parts.push([line]);
    else last?.push(line);
    isAfterBlank = line.trim() === '';
  }
  return parts.map(withoutBlankEnd);
}

function withoutBlankEnd(part: readonly string[]): Part {
  return part.slice(0, part.findLastIndex((line) => line.trim() !== '') + 1);
}

const definition =
  /^(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:def|class|function\*?|const|let)\s+([\p{L}_]\w*)/u;

function nameOf(part: Part): string | undefined {
  const name = part.map((line) => definition.exec(line)?.[1]).find((it) => it !== undefined);
  return name === undefined ? undefined : inCamelCase(name);
}

function inCamelCase(name: string): string {
  const trimmed = name.replace(/^_+|_+$/g, '');
  // A constant's name is the same on both sides.
  if (trimmed === trimmed.toUpperCase()) return trimmed;
  return trimmed.replace(/[_-]+(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Pair the parts of one name, and put what lies between them side by side as it comes. */
function laidOut(left: readonly Part[], right: readonly Part[]): [Part, Part][] {
  const rows: [Part, Part][] = [];
  let [oneFrom, otherFrom] = [0, 0];
  const addUpTo = (one: number, other: number) => {
    const [first, second] = [left.slice(oneFrom, one), right.slice(otherFrom, other)];
    if (first.length + second.length > 0) rows.push([joined(first), joined(second)]);
  };
  left.forEach((part, one) => {
    const name = nameOf(part);
    if (name === undefined) return;
    const other = right.findIndex((it, index) => index >= otherFrom && nameOf(it) === name);
    if (other < 0) return;
    addUpTo(one, other);
    rows.push([part, right[other] ?? []]);
    [oneFrom, otherFrom] = [one + 1, other + 1];
  });
  addUpTo(left.length, right.length);
  return rows;
}

function joined(parts: readonly Part[]): Part {
  return parts.flatMap((part, index) => (index === 0 ? part : ['', ...part]));
}

/** Break a line of code at its column's end, what follows indented further than the line is. */
function wrapped(line: string, width: number): string[] {
  const text = visible(line.replaceAll('\t', '    ').trimEnd());
  if (widthOf(text) <= width) return [text];
  const indent = /^ */.exec(text)?.[0].length ?? 0;
  const next = ' '.repeat(Math.min(indent + 4, Math.floor(width / 2)));
  const rows: string[] = [];
  let row = '';
  for (const word of text.match(/^ +|\S+ *| +/g) ?? []) {
    if (row.trim() !== '' && widthOf((row + word).trimEnd()) > width) {
      rows.push(row.trimEnd());
      row = next;
    }
    for (const character of word) {
      if (character !== ' ' && widthOf(row + character) > width) {
        rows.push(row.trimEnd());
        row = next;
      }
      row += character;
    }
  }
  return [...rows, row.trimEnd()];
}

/** The end of a path says most of it. */
function endOf(path: string, width: number): string[] {
  const text = visible(path);
  if (widthOf(text) <= width) return [padEnd(text, width)];
  let kept = '';
  for (const character of [...text].reverse()) {
    if (widthOf(character + kept) > width - 1) break;
    kept = character + kept;
  }
  return [`…${kept}`];
}
