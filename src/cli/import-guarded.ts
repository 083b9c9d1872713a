/**
 * Imports users' modules with the process in our hands: one that ends it, or waits for what never
 * comes, cannot be loaded, and says so by name like any other.
 */

import { fileURLToPath } from 'node:url';
import { importUserModule } from '../hosts/usermodules.js';
import { FindError } from '../lab/find-error.js';
import type { ImportModule } from '../lab/load.js';
import { guardExit } from './leave.js';
import type { Messages } from './messages.js';

/** Return what imports modules, one at a time: only then it is known which of them ends the process. */
export function importGuarded({ errors }: Messages): ImportModule {
  let before: Promise<unknown> = Promise.resolve();
  return (url) => {
    const path = fileURLToPath(url);
    const load = () =>
      guardExit(
        () => `asyncio-lab: ${errors.find({ type: 'exits', path })}\n`,
        () => settled(importUserModule(url), path),
      );
    const loading = before.then(load, load);
    before = loading.catch(() => {});
    return loading;
  };
}

/** Give up on a module when nothing is left in the process that could settle it. */
export function settled<T>(loading: Promise<T>, path: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new FindError({ type: 'never-loads', path }));
    process.once('beforeExit', giveUp);
    loading.then(resolve, reject).finally(() => process.off('beforeExit', giveUp));
  });
}
