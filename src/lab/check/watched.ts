/**
 * The scenarios that are watched, and which of them a changed file touches.
 *
 * A file that a scenario is made of touches it. One that could not be loaded may lack anything, so
 * every change may mend it.
 */

import type { Location } from '../locate.js';
import type { ScenarioResult } from '../result.js';
import { filesOf } from './touched-files.js';

/** What is known of a module: its files, and what came of it unless it is a helper. */
interface Known {
  readonly location: Location;
  readonly files: ReadonlySet<string>;
  readonly result?: ScenarioResult;
}

/** Keeps what is known of each module, in the order in which they are checked. */
export class Watched {
  #modules = new Map<string, Known>();

  /** Take the modules that there are now; return those that are new. */
  locate(locations: readonly Location[]): Location[] {
    const before = this.#modules;
    this.#modules = new Map(
      locations.map((location) => [location.path, before.get(location.path) ?? known(location)]),
    );
    return locations.filter(({ path }) => !before.has(path));
  }

  /** Note what came of some of them; of a helper nothing comes. */
  note(locations: readonly Location[], results: readonly ScenarioResult[]): void {
    const bySource = new Map(results.map((result) => [result.source, result]));
    for (const location of locations) {
      if (!this.#modules.has(location.path)) continue;
      this.#modules.set(location.path, known(location, bySource.get(location.source)));
    }
  }

  /** Return those that some changed files touch. */
  touchedBy(paths: ReadonlySet<string>): Location[] {
    return this.#all
      .filter(
        ({ files, result }) =>
          result?.problem !== undefined || [...paths].some((path) => files.has(path)),
      )
      .map(({ location }) => location);
  }

  /** All of them. */
  get locations(): Location[] {
    return this.#all.map(({ location }) => location);
  }

  /** The files that they are made of. */
  get files(): Set<string> {
    return new Set(this.#all.flatMap(({ files }) => [...files]));
  }

  /** What came of each of them, as far as it is known. */
  get results(): ScenarioResult[] {
    return this.#all.flatMap(({ result }) => result ?? []);
  }

  get #all(): Known[] {
    return [...this.#modules.values()];
  }
}

function known(location: Location, result?: ScenarioResult): Known {
  const files = new Set([location.source, ...filesOf(location)]);
  return { location, files, ...(result !== undefined && { result }) };
}
