/**
 * What the runtime's warnings tell of an answer: coroutines that nobody awaited, exceptions that
 * nobody looked at.
 */

import type { Execution } from '../execution.js';
import { placeOfCoroutine } from './calls.js';
import type { AnswerRun } from './examination.js';

/** A warning, and what it is about. */
export interface Warning {
  readonly text: string;
  readonly about: unknown;
}

const neverAwaited = /^RuntimeWarning: coroutine '(.*)' was never awaited$/;
const neverRetrieved = /^(?:Task|Future) exception was never retrieved\b/;

/** Return both, in the order of the warnings. */
export function lostCoroutines(
  warnings: readonly Warning[],
  { causeOf }: Pick<Execution, 'causeOf'>,
): Pick<AnswerRun, 'neverAwaited' | 'neverRetrieved'> {
  return {
    neverAwaited: warnings.flatMap(({ text, about }) => {
      const coroutine = neverAwaited.exec(text)?.[1];
      if (coroutine === undefined) return [];
      // Where it was made is where it was lost; where it is defined nothing is wrong.
      const place = placeOfCoroutine(about) ?? causeOf(text).place;
      return [{ coroutine, ...(place !== undefined && { place }) }];
    }),
    neverRetrieved: warnings.flatMap(({ text }) => {
      if (!neverRetrieved.test(text)) return [];
      const { error = '', place } = causeOf(text);
      return [{ error, ...(place !== undefined && { place }) }];
    }),
  };
}
