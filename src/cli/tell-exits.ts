/**
 * Tells where a user's program ends the process that it runs in: afterwards nobody can say.
 */

import { placedBy } from '../lab/place.js';

/** Tell of every call of `process.exit` from now on, before it is made. */
export function tellExits(tell: (where: { readonly place?: string }) => void): void {
  const exit = process.exit.bind(process);
  process.exit = (code) => {
    tell(placedBy(new Error()));
    return exit(code);
  };
}
