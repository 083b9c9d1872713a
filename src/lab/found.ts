/**
 * A scenario with all that belongs to it. Whatever does lies beside its module, its recording first
 * of all.
 */

import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Recording, readRecording } from './cpython/recording.js';
import { FindError } from './find-error.js';
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
}

/** Put a scenario together with what lies beside its module. */
export function foundAt(path: string, scenario: Scenario): Found {
  const name = basename(path, extname(path));
  const recording = readRecordingAt(join(dirname(path), `${name}.cpython.json`));
  return {
    name,
    scenario,
    module: pathToFileURL(path).href,
    source: path,
    ...(recording !== undefined && { recording }),
  };
}

function readRecordingAt(path: string): Recording | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return readRecording(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new FindError({ type: 'bad-recording', path, cause: (error as Error).message });
  }
}
