/**
 * The expectation that `check --update` writes beside a user's scenario: `<name>.expected.json`.
 *
 * It holds what each variant did on the virtual clock when its author last looked and agreed, in the
 * form of a recording. It stands above the scenario's own `expect`, and below what CPython did.
 */

import { basename, dirname, extname, join } from 'node:path';
import { formatRecorded, type RecordedVariant, readRecorded } from './recorded.js';
import { writeAtomically } from './write-atomically.js';

/** What a scenario's variants are to do, by their author's consent. */
export interface ExpectedFile {
  readonly format: 1;
  readonly variants: Readonly<Record<string, RecordedVariant>>;
}

/** Return where the expectation of a scenario lies, by the file of its module. */
export function expectedFileOf(module: string): string {
  return join(dirname(module), `${basename(module, extname(module))}.expected.json`);
}

/**
 * Read an expectation from the text of its file.
 *
 * @throws TypeError when it is none; the message is one line and names the place.
 */
export function readExpectedFile(text: string): ExpectedFile {
  return readRecorded(text) as unknown as ExpectedFile;
}

/** Return the text of an expectation's file. */
export function formatExpectedFile(expected: ExpectedFile): string {
  return formatRecorded(expected);
}

/** Write an expectation to its file. */
export function writeExpectedFile(path: string, expected: ExpectedFile): void {
  writeAtomically(path, formatExpectedFile(expected));
}
