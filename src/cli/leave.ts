/**
 * Ending the process before its time, on purpose.
 */

import { systemCause } from '../lab/system-cause.js';
import type { Messages } from './messages.js';

let isLeaving = false;

/** End the process now. */
export function leave(code: number): never {
  isLeaving = true;
  process.exit(code);
}

/**
 * End the process when standard output takes no more: quietly when who reads it has stopped reading,
 * as in `asyncio-lab list | head -3`, else saying why.
 */
export function endWithStdout({ errors }: Messages): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') leave(0);
    process.stderr.write(`asyncio-lab: ${errors.cannotPrint(systemCause(error))}\n`);
    leave(2);
  });
}

/** Call a function; however this process ends meanwhile, `end` is called, so that no other outlives it. */
export async function leavingNothing<T>(end: () => void, fn: () => Promise<T>): Promise<T> {
  const hangUp = () => leave(129);
  const terminate = () => leave(143);
  process.on('exit', end);
  process.on('SIGHUP', hangUp);
  process.on('SIGTERM', terminate);
  try {
    return await fn();
  } finally {
    process.off('exit', end);
    process.off('SIGHUP', hangUp);
    process.off('SIGTERM', terminate);
  }
}

/** Call a function; if anything but `leave` ends the process meanwhile, that is a failure. */
export async function guardExit<T>(sayWhy: () => string, fn: () => Promise<T>): Promise<T> {
  const onExit = () => {
    if (isLeaving) return;
    process.stderr.write(sayWhy());
    process.exitCode = 1;
  };
  process.on('exit', onExit);
  try {
    return await fn();
  } finally {
    process.off('exit', onExit);
  }
}
