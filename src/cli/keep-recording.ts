/**
 * Writes a recording where it is to lie, and says what has changed since the last one. A file that
 * would not change is left alone.
 */

import { existsSync, readFileSync } from 'node:fs';
import {
  formatRecording,
  type Recording,
  readRecording,
  writeRecording,
} from '../lab/cpython/recording.js';
import { systemCause } from '../lab/system-cause.js';
import { recordingChanges } from '../report/recording-changes.js';
import type { Style } from '../report/style.js';
import { visible } from '../report/visible.js';
import type { Messages } from './messages.js';
import { UsageError } from './usage-error.js';

/** Write a recording to some places, under the name that is said. */
export function keepRecording(
  name: string,
  recording: Recording,
  places: readonly string[],
  style: Style,
  { errors }: Messages,
): void {
  const text = formatRecording(recording);
  const changed = places.filter((path) => textAt(path) !== text);
  const { recorded, unchanged } = style.words.record;
  const [path] = changed;
  const changes = path === undefined ? [] : recordingChanges(recordingAt(path), recording, style);
  const verdict = path === undefined ? unchanged : recorded;
  process.stdout.write(`${[`${verdict}  ${visible(name)}`, ...changes].join('\n')}\n`);
  for (const place of changed) {
    try {
      writeRecording(place, recording);
    } catch (error) {
      throw new UsageError(errors.cannotWrite(place, systemCause(error)));
    }
  }
}

function textAt(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** A file that is no recording has nothing to compare with. */
function recordingAt(path: string): Recording | undefined {
  const text = textAt(path);
  if (text === undefined) return undefined;
  try {
    return readRecording(text);
  } catch {
    return undefined;
  }
}
