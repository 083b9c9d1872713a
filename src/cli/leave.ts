/**
 * Ending the process before its time, on purpose.
 */

let isLeaving = false;

/** End the process now. */
export function leave(code: number): never {
  isLeaving = true;
  process.exit(code);
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
