/**
 * A scenario with all that belongs to it. Whatever does lies beside its module, its recording first
 * of all.
 */

import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Recording, readRecording, recordingFileOf } from './cpython/recording.js';
import { type ExpectedFile, expectedFileOf, readExpectedFile } from './expected-file.js';
import { FindError } from './find-error.js';
import type { Location } from './locate.js';
import type { Scenario } from './scenario.js';

/** A scenario that was found. */
export interface Found {
  readonly name: string;
  readonly scenario: Scenario;
  /** The address of its module. */
  readonly module: string;
  /** The file that a learner reads and edits. */
  readonly source: string;
  /** What CPython did, where it was recorded. */
  readonly recording?: Recording;
  /** What it is to do by its author's consent, where that was recorded. */
  readonly expected?: ExpectedFile;
}

/** Put a scenario together with what lies beside its module. */
export function foundAt({ name, path, source }: Location, scenario: Scenario): Found {
  const recording = readBeside(recordingFileOf(path), readRecording, 'bad-recording');
  const expected = readBeside(expectedFileOf(path), readExpectedFile, 'bad-expectation');
  return {
    name,
    scenario,
    module: pathToFileURL(path).href,
    source,
    ...(recording !== undefined && { recording }),
    ...(expected !== undefined && { expected }),
  };
}

function readBeside<T>(
  path: string,
  read: (text: string) => T,
  type: 'bad-recording' | 'bad-expectation',
): T | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return read(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new FindError({ type, path, cause: (error as Error).message });
  }
}
