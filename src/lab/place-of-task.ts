/**
 * Where a task waits: the innermost of its coroutines that is the user's own.
 */

import type { Host, Task } from '../index.js';
import { placeAt } from './place.js';

/** Return the place as `file:line`; `undefined` when the host cannot tell. */
export function placeOfTask(task: Task<unknown>, host: Host): string | undefined {
  for (
    let coroutine: Task<unknown>['innermost'] | undefined = task.innermost;
    coroutine !== undefined;
    coroutine = coroutine.caller
  ) {
    const place = placeOfBody(coroutine.body, host);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** Return where the body of a coroutine stands, or where it begins. */
export function placeOfBody(body: unknown, host: Host): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const place = host.placeOf?.(body);
  return place && placeAt(place);
}
