/**
 * Checks scenarios: each where it can do what it likes without harming anybody else, several at a
 * time. What comes of them is told in the order of the scenarios, whichever ends first, so that the
 * same scenarios give the same report.
 *
 * Nothing of a scenario is ever loaded here.
 */

import { availableParallelism } from 'node:os';
import type { Location } from '../locate.js';
import type { Results } from '../result.js';
import type { Crew } from './crew.js';
import { InOrder, type Listener } from './in-order.js';
import { Lane, type LaneOptions } from './lane.js';
import { Lanes } from './lanes.js';
import { Pace } from './pace.js';

/** How scenarios are to be checked, and who is told. */
export interface CheckOptions extends Omit<LaneOptions, 'signal'>, Listener {
  readonly crew: Crew;
  readonly signal?: AbortSignal;
  /** After so many scenarios that fail the others are skipped. */
  readonly bail?: number;
}

/** How often it is asked whether one more process pays, in milliseconds. */
const paceInterval = 50;

/** Check the scenarios at some locations; the results are in their order, helpers left out. */
export async function checkScenarios(
  locations: readonly Location[],
  options: CheckOptions,
): Promise<Results> {
  const { crew, settings, signal, bail = Infinity } = options;
  const stop = new AbortController();
  const stopAll = () => stop.abort();
  signal?.addEventListener('abort', stopAll);
  if (signal?.aborted) stopAll();
  const results = new InOrder(locations, options, () => stopAll(), bail);
  const pace = new Pace(crew.start);
  let next = 0;
  const work = async () => {
    const lane = new Lane(crew, { ...options, signal: stop.signal });
    for (let index = next++; index < locations.length; index = next++) {
      const location = locations[index];
      if (location === undefined || stop.signal.aborted) break;
      results.add(index, await lane.check(location));
      pace.scenarioEnded();
    }
  };
  const most = Math.min(availableParallelism(), locations.length);
  const lanes = new Lanes(work);
  // What waits for real does so best all at once.
  do lanes.add();
  while (settings.clock.kind === 'real' && lanes.count < most);
  const timer = setInterval(() => {
    if (lanes.count < most && pace.paysOneMore(locations.length - next)) lanes.add();
  }, paceInterval);
  try {
    await lanes.ended;
  } finally {
    clearInterval(timer);
    signal?.removeEventListener('abort', stopAll);
    crew.end();
  }
  results.end();
  return {
    clock: settings.clock,
    scenarios: results.results,
    interrupted: signal?.aborted ?? false,
    ...(results.leftOut.length > 0 && { leftOut: results.leftOut }),
  };
}
