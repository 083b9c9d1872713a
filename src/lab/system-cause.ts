/**
 * What the system says of a file that cannot be read or written, as a reader wants it.
 */

/** Return it without its code and without the call: `permission denied`. */
export function systemCause(error: unknown): string {
  const { message } = error as Error;
  return /^\w+: ([^,]+)/.exec(message)?.[1] ?? message;
}
