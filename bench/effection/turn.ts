/** The nearest thing to giving up one's turn: await a promise that is resolved. */
import { type Operation, until } from 'effection';

/** Let others go on. */
export function turn(): Operation<void> {
  return until(Promise.resolve());
}
