/**
 * The programs that are always the same: those of `npm test`.
 */

/** Their seeds. */
export const fixed = { seed: 0, count: 2000 } as const;
