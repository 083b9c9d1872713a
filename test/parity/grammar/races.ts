/**
 * Races: at the moment at which something is handed to a task, a task is cancelled.
 */
import { evaluate, method } from '../build.js';
import type { Block } from '../program.js';
import { type Place, pickVariable, use } from './place.js';

/** Write statements, now and then with a cancellation right before or after them. */
export function racing(write: (place: Place) => Block | undefined) {
  return (place: Place): Block | undefined => {
    const written = write(place);
    const task = pickVariable(place, ['task']);
    if (written === undefined || task === undefined || place.random.chance(0.6)) return written;
    const cancel = evaluate(method(use(task), 'cancel'));
    return place.random.chance(0.5) ? [cancel, ...written] : [...written, cancel];
  };
}
