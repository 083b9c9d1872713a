/**
 * Whether a module may be a scenario, by its text: one that exports nothing by default is none, for
 * certain. Nothing is loaded to find out.
 */

import { readFileSync } from 'node:fs';
import type { Location } from './locate.js';

/** Return whether there may be a scenario at a location; one that was named is to be one. */
export function mayBeScenario({ path, mayBeHelper }: Location): boolean {
  if (!mayBeHelper) return true;
  try {
    return /\bdefault\b|\bexports\b/.test(readFileSync(path, 'utf8'));
  } catch {
    return true;
  }
}
