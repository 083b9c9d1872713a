/**
 * A recording: what CPython did with each variant of a scenario.
 *
 * It lies beside the scenario as `<name>.cpython.json` and is what the scenario is held to. Nobody
 * writes one by hand: `npm run record` does.
 */

import { renameSync, writeFileSync } from 'node:fs';
import type { Outcome } from '../scenario.js';

/** What CPython did with a scenario's variants. */
export interface Recording {
  readonly format: 1;
  /** The version of Python: `3.14.2`. */
  readonly python: string;
  /** The scenario's name. */
  readonly scenario: string;
  readonly variants: Readonly<Record<string, RecordedVariant>>;
}

/** What CPython did with one variant; instants are seconds from its start, to the nanosecond. */
export interface RecordedVariant {
  readonly elapsed: number;
  readonly lines: readonly RecordedLine[];
  readonly outcome: Outcome;
  /** The moments that the scenario measures, by the name that is shown for them. */
  readonly measures?: Readonly<Record<string, number>>;
  /** In Python's own spelling: `RuntimeWarning: coroutine 'say_after' was never awaited`. */
  readonly warnings?: readonly string[];
}

/** A line that CPython printed. */
export interface RecordedLine {
  readonly t: number;
  /** The text, or what stands for it when it differs from run to run. */
  readonly text: string;
  /** The printing task's name; absent in callbacks, threads and plain code. */
  readonly task?: string;
  /** The source of the regular expression that such a line matches. */
  readonly pattern?: string;
  /** For each named group of the pattern the number of its value, by first appearance. */
  readonly groups?: Readonly<Record<string, number>>;
}

/**
 * Read a recording from the text of its file.
 *
 * @throws TypeError when it is none; the message is one line and names the place.
 */
export function readRecording(text: string): Recording {
  const recording = parse(text);
  const variants = recordAt(recording, 'variants', '');
  expect(recording.format === 1, 'format', '1');
  expect(typeof recording.python === 'string', 'python', 'a string');
  expect(typeof recording.scenario === 'string', 'scenario', 'a string');
  for (const name of Object.keys(variants)) {
    checkVariant(recordAt(variants, name, 'variants.'), `variants.${name}.`);
  }
  return recording as unknown as Recording;
}

/** Return the text of a recording's file. */
export function formatRecording(recording: Recording): string {
  return `${JSON.stringify(recording, null, 2)}\n`;
}

/** Write a recording to its file; whoever reads it gets the old one or the new one, never a part. */
export function writeRecording(path: string, recording: Recording): void {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, formatRecording(recording));
  renameSync(draft, path);
}

type Fields = Record<string, unknown>;

function parse(text: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new TypeError(`no recording: ${(error as Error).message.split('\n')[0]}`);
  }
  expect(isRecord(value), 'it', 'an object');
  return value as Fields;
}

function checkVariant(variant: Fields, place: string): void {
  expect(typeof variant.elapsed === 'number', `${place}elapsed`, 'a number');
  expect(Array.isArray(variant.lines), `${place}lines`, 'a list');
  for (const [index, line] of (variant.lines as unknown[]).entries()) {
    checkLine(line, `${place}lines[${index}]`);
  }
  const outcome = recordAt(variant, 'outcome', place);
  expect(
    outcome.type === 'return' ||
      (outcome.type === 'error' && isString(outcome.name) && isString(outcome.message)),
    `${place}outcome`,
    'a return or an error with name and message',
  );
  const { measures = {}, warnings = [] } = variant;
  expect(isRecordOfNumbers(measures), `${place}measures`, 'numbers by name');
  expect(Array.isArray(warnings) && warnings.every(isString), `${place}warnings`, 'strings');
}

function checkLine(line: unknown, place: string): void {
  expect(
    isRecord(line) && typeof line.t === 'number' && isString(line.text),
    place,
    'an object with t and text',
  );
  const { task = '', pattern = '', groups = {} } = line as Fields;
  expect(isString(task), `${place}.task`, 'a string');
  expect(isString(pattern) && isPattern(pattern), `${place}.pattern`, 'a regular expression');
  expect(isRecordOfNumbers(groups), `${place}.groups`, 'numbers by name');
}

function recordAt(fields: Fields, name: string, place: string): Fields {
  const value = fields[name];
  expect(isRecord(value), `${place}${name}`, 'an object');
  return value as Fields;
}

function expect(isSo: boolean, place: string, form: string): void {
  if (!isSo) throw new TypeError(`no recording: ${place} must be ${form}`);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecordOfNumbers(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((it) => typeof it === 'number');
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}
