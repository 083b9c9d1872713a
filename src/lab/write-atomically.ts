/**
 * Writes a file as a whole: whoever reads it gets the old one or the new one, never a part.
 */

import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Write the text of a file. */
export function writeAtomically(path: string, text: string): void {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
