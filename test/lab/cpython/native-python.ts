/**
 * A Python of this machine for tests that need one, under the names that it may have on the PATH.
 */

import { nativeInterpreter } from '../../../src/lab/cpython/native.js';

/** Return the name of a Python that is new enough; `undefined` when there is none. */
export async function nativePython(): Promise<string | undefined> {
  for (const name of ['python3', 'python3.14', 'python3.13', 'python3.12']) {
    const interpreter = await nativeInterpreter(name).catch(() => undefined);
    interpreter?.close();
    if (interpreter !== undefined) return name;
  }
  return undefined;
}
