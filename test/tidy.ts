/**
 * What the helpers of tests leave, and what it takes to tidy that up when the tests of a file have
 * ended. Files share a process, and a helper is loaded but once for all of them: an `afterAll` of its
 * own would be that of the first file only.
 */

const due: (() => void)[] = [];

/** Have a function called when the tests of this file have ended. */
export function atEndOfFile(tidy: () => void): void {
  due.push(tidy);
}

/** Call them; `setup.ts` sees to it. */
export function tidyUp(): void {
  for (const tidy of due.splice(0)) tidy();
}
