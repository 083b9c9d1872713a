/**
 * Tells verdicts in the order of their scenarios, whichever comes first. What is told is the same each
 * time: after the last failure that is wanted all others are skipped, even those that have ended.
 */

import type { Location } from '../locate.js';
import { mayBeScenario } from '../may-be-scenario.js';
import type { ScenarioResult } from '../result.js';
import type { Proposal } from '../update.js';
import type { Verdict } from './lane.js';
import { skippedScenario } from './lost.js';

/** Who is told. */
export interface Listener {
  /** What a scenario has written to standard output and standard error by itself, before its result. */
  readonly onOutput?: (location: Location, lines: readonly string[]) => void;
  readonly onResult?: (result: ScenarioResult, proposal?: Proposal) => void;
}

/** Verdicts that come in any order, told in that of their scenarios. */
export class InOrder {
  readonly results: ScenarioResult[] = [];
  /** The modules that are no scenarios, by their paths. */
  readonly leftOut: string[] = [];
  readonly #locations: readonly Location[];
  readonly #options: Listener;
  readonly #onEnough: () => void;
  readonly #verdicts = new Map<number, Verdict>();
  #failuresLeft: number;
  #next = 0;

  /** `onEnough` is called after the last failure that is wanted; what comes then is skipped. */
  constructor(
    locations: readonly Location[],
    options: Listener,
    onEnough: () => void,
    failures: number,
  ) {
    this.#locations = locations;
    this.#options = options;
    this.#onEnough = onEnough;
    this.#failuresLeft = failures;
  }

  /** Take the verdict on a scenario. */
  add(index: number, verdict: Verdict): void {
    this.#verdicts.set(index, verdict);
    for (
      let ready = this.#verdicts.get(this.#next);
      ready !== undefined && this.#failuresLeft > 0;
      ready = this.#verdicts.get(this.#next)
    ) {
      this.#tell(ready);
    }
  }

  /** No more verdicts come: what has none was not run. */
  end(): void {
    for (const location of this.#locations.slice(this.#next)) {
      const known = this.#verdicts.get(this.#next);
      const counts = this.#failuresLeft > 0 || known?.result === undefined;
      if (known !== undefined && counts) this.#tell(known);
      else if (mayBeScenario(location))
        this.#tell({ result: skippedScenario(location), output: [] });
      else this.#next += 1;
    }
  }

  #tell({ result, proposal, output }: Verdict): void {
    const location = this.#locations[this.#next];
    this.#next += 1;
    if (location !== undefined && output.length > 0) this.#options.onOutput?.(location, output);
    if (result === undefined) {
      if (location !== undefined) this.leftOut.push(location.path);
      return;
    }
    this.results.push(result);
    this.#options.onResult?.(result, proposal);
    if (result.status !== 'fail') return;
    this.#failuresLeft -= 1;
    if (this.#failuresLeft === 0) this.#onEnough();
  }
}
