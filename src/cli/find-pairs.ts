/**
 * Finds scenarios and their twins, and tells by name which are broken or have none.
 */

import type { FindError } from '../lab/find-error.js';
import { findPairs, type Pair } from '../lab/twins.js';
import { visible } from '../report/visible.js';
import type { Context } from './context.js';
import { importGuarded } from './import-guarded.js';

/** Find what names and paths stand for; what is broken does not stop the others. */
export async function findPairsAloud(
  references: readonly string[],
  { messages }: Context,
): Promise<{ pairs: readonly Pair[]; areAllSound: boolean }> {
  const { pairs, broken, alone } = await findPairs(references, importGuarded(messages));
  const tell = ({ problem }: FindError) => {
    process.stderr.write(`asyncio-lab: ${visible(messages.errors.find(problem))}\n`);
  };
  broken.forEach(tell);
  alone.forEach(tell);
  return { pairs, areAllSound: broken.length === 0 };
}
