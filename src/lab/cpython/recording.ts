/**
 * A recording: what CPython did with each variant of a scenario.
 *
 * It lies beside the scenario as `<name>.cpython.json` and is what the scenario is held to. Nobody
 * writes one by hand: `npm run record` does.
 */

import { basename, dirname, extname, join } from 'node:path';
import { expectField, formatRecorded, type RecordedVariant, readRecorded } from '../recorded.js';
import { writeAtomically } from '../write-atomically.js';

/** What CPython did with a scenario's variants. */
export interface Recording {
  readonly format: 1;
  /** The version of Python: `3.14.2`. */
  readonly python: string;
  /** The name of the scenario's module. */
  readonly scenario: string;
  readonly variants: Readonly<Record<string, RecordedVariant>>;
}

/** Return where the recording of a scenario lies, by the file of its module. */
export function recordingFileOf(module: string): string {
  return join(dirname(module), `${basename(module, extname(module))}.cpython.json`);
}

/**
 * Read a recording from the text of its file.
 *
 * @throws TypeError when it is none; the message is one line and names the place.
 */
export function readRecording(text: string): Recording {
  try {
    const recording = readRecorded(text);
    expectField(typeof recording.python === 'string', 'python', 'a string');
    expectField(typeof recording.scenario === 'string', 'scenario', 'a string');
    return recording as unknown as Recording;
  } catch (error) {
    throw new TypeError(`no recording: ${(error as Error).message}`);
  }
}

/** Return the text of a recording's file. */
export function formatRecording(recording: Recording): string {
  return formatRecorded(recording);
}

/** Write a recording to its file. */
export function writeRecording(path: string, recording: Recording): void {
  writeAtomically(path, formatRecording(recording));
}
