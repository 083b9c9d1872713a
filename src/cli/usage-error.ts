/**
 * A wrong use of the command line: one line on standard error and exit code 2.
 */

/** The user asked for something that does not exist or does not fit; the message is for them. */
export class UsageError extends Error {}
