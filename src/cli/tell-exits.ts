/**
 * Tells where a scenario ends the process that it runs in: afterwards nobody can say.
 */

import type { FromMember } from '../lab/check/messages.js';
import { placedBy } from '../lab/place.js';

/** Tell of every call of `process.exit` from now on, before it is made. */
export function tellExits(tell: (message: FromMember) => void): void {
  const exit = process.exit.bind(process);
  process.exit = (code) => {
    tell({ type: 'exits', ...placedBy(new Error()) });
    return exit(code);
  };
}
