/**
 * Why an answer is not accepted, in a sentence or two of the lab's own.
 */

import type { Cause } from '../../lab/exercise/verdict.js';
import { plain } from '../numbers.js';
import { quoted } from '../shortened.js';
import type { ExerciseStyle } from './words.js';

/** Say why. */
export function causeText(cause: Cause, style: ExerciseStyle): string {
  const { causes } = style.exercise;
  const seconds = (number: number) => style.words.seconds(plain(number));
  const text = (long: string) => quoted(long, style);
  switch (cause.type) {
    case 'syntax':
    case 'types':
      return causes[cause.type](text(cause.message));
    case 'load':
      return causes.load(text(cause.error));
    case 'no-main':
      return causes.noMain;
    case 'exit':
      return causes.exit(cause.code === undefined ? undefined : String(cause.code));
    case 'endless':
      return causes.endless(seconds(cause.seconds), cause.isBlocked);
    case 'floods':
      return causes.floods(cause.lines);
    case 'memory':
      return causes.memory;
    case 'deadlock':
      return causes.deadlock(cause.stuck);
    case 'never-awaited':
      return causes.neverAwaited(cause.coroutine);
    case 'never-retrieved':
      return causes.neverRetrieved(text(cause.error));
    case 'raised':
      return causes.raised(text(cause.error));
    case 'not-raised':
      return causes.notRaised(text(cause.expected));
    case 'pending':
      return causes.pending(cause.coroutine);
    case 'swallowed':
      return causes.swallowed(cause.coroutine);
    case 'blocked':
      return causes.blocked(seconds(cause.seconds), seconds(cause.atMost));
    case 'must-use':
      return causes.mustUse(cause.name);
    case 'must-not-use':
      return causes.mustNotUse(cause.name);
    case 'no-prediction':
      return causes.noPrediction;
    case 'prediction':
      return causes.prediction(cause.at);
    case 'lines':
      return causes.lines(cause.at);
    case 'instant':
      return causes.instant(cause.at, seconds(cause.expected), seconds(cause.actual));
    case 'elapsed':
      return causes.elapsed(seconds(cause.expected), seconds(cause.actual));
    case 'returned':
      return causes.returned(text(cause.expected), text(cause.actual));
  }
}
