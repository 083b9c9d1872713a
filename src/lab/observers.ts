/**
 * Several observers as one, for the one place that a host's surroundings have for them.
 */

import type { Instrument } from '../index.js';

type Hook = keyof Instrument;
type AnyHook = (...args: unknown[]) => void;

/** Make one observer of several: each hook is called of all that have it, in their order. */
export function together(...observers: readonly Instrument[]): Instrument {
  const names = new Set(observers.flatMap((observer) => Object.keys(observer) as Hook[]));
  const hooks = Array.from(names, (name) => {
    const calls = observers.flatMap((observer) => (observer[name] as AnyHook | undefined) ?? []);
    return [
      name,
      (...args: unknown[]) => {
        for (const call of calls) call(...args);
      },
    ] as const;
  });
  return Object.fromEntries(hooks) as Instrument;
}

/** Make an observer that is told nothing any more once `isOver`. */
export function until(isOver: () => boolean, observer: Instrument): Instrument {
  const hooks = Object.entries(observer).map(([name, call]) => {
    return [name, (...args: unknown[]) => isOver() || (call as AnyHook)(...args)] as const;
  });
  return Object.fromEntries(hooks) as Instrument;
}
