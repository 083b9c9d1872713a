/**
 * What a variant once did, as a file keeps it to hold the variant to: CPython's recording, and the
 * expectation that `check --update` writes.
 */

import type { Outcome } from './scenario.js';

/** What was done in one variant; instants are seconds from its start, to the nanosecond. */
export interface RecordedVariant {
  readonly elapsed: number;
  readonly lines: readonly RecordedLine[];
  readonly outcome: Outcome;
  /** The moments that the scenario measures, by the name that is shown for them. */
  readonly measures?: Readonly<Record<string, number>>;
  /** In the runtime's own spelling: `RuntimeWarning: coroutine 'say_after' was never awaited`. */
  readonly warnings?: readonly string[];
  /** The names of the tasks that were still pending when main had ended. */
  readonly pending?: readonly string[];
  /** That the sockets of the recording were not those of a machine, where it had any. */
  readonly network?: 'in memory';
}

/** A line that was printed. */
export interface RecordedLine {
  readonly t: number;
  /** The text, or what stands for it when it differs from run to run. */
  readonly text: string;
  /** The printing task's name; absent in callbacks, threads and plain code. */
  readonly task?: string;
  /** The source of the regular expression that such a line matches. */
  readonly pattern?: string;
  /** The expression's flags, where it has any. */
  readonly flags?: string;
  /** For each named group of the pattern the number of its value, by first appearance. */
  readonly groups?: Readonly<Record<string, number>>;
}

/** An object of a file, not looked at yet. */
export type Fields = Record<string, unknown>;

/**
 * Read variants by their names, with what stands beside them, from the text of their file.
 *
 * @throws TypeError when they have another form; the message is one line and names the place.
 */
export function readRecorded(text: string): Fields {
  const fields = parse(text);
  const variants = recordAt(fields, 'variants', '');
  expectField(fields.format === 1, 'format', '1');
  for (const name of Object.keys(variants)) {
    checkVariant(recordAt(variants, name, 'variants.'), `variants.${name}.`);
  }
  return fields;
}

/** Throw when what is true of a field is not so. */
export function expectField(isSo: boolean, place: string, form: string): void {
  if (!isSo) throw new TypeError(`${place} must be ${form}`);
}

/** Return the text of a file that holds such a value. */
export function formatRecorded(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function parse(text: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new TypeError((error as Error).message.split('\n')[0]);
  }
  expectField(isRecord(value), 'it', 'an object');
  return value as Fields;
}

function checkVariant(variant: Fields, place: string): void {
  expectField(typeof variant.elapsed === 'number', `${place}elapsed`, 'a number');
  expectField(Array.isArray(variant.lines), `${place}lines`, 'a list');
  for (const [index, line] of (variant.lines as unknown[]).entries()) {
    checkLine(line, `${place}lines[${index}]`);
  }
  const outcome = recordAt(variant, 'outcome', place);
  expectField(
    outcome.type === 'return' ||
      (outcome.type === 'error' && isString(outcome.name) && isString(outcome.message)),
    `${place}outcome`,
    'a return or an error with name and message',
  );
  const { measures = {}, warnings = [], pending = [] } = variant;
  expectField(isRecordOfNumbers(measures), `${place}measures`, 'numbers by name');
  expectField(areStrings(warnings), `${place}warnings`, 'strings');
  expectField(areStrings(pending), `${place}pending`, 'strings');
}

function checkLine(line: unknown, place: string): void {
  expectField(
    isRecord(line) && typeof line.t === 'number' && isString(line.text),
    place,
    'an object with t and text',
  );
  const { task = '', pattern = '', flags = '', groups = {} } = line as Fields;
  expectField(isString(task), `${place}.task`, 'a string');
  expectField(isPattern(pattern, flags), `${place}.pattern`, 'a regular expression');
  expectField(isRecordOfNumbers(groups), `${place}.groups`, 'numbers by name');
}

function recordAt(fields: Fields, name: string, place: string): Fields {
  const value = fields[name];
  expectField(isRecord(value), `${place}${name}`, 'an object');
  return value as Fields;
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function areStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every(isString);
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecordOfNumbers(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((it) => typeof it === 'number');
}

function isPattern(source: unknown, flags: unknown): boolean {
  try {
    return isString(source) && isString(flags) && new RegExp(source, flags) instanceof RegExp;
  } catch {
    return false;
  }
}
