/**
 * The catalogue: what `list` shows of the scenarios that come with this package.
 *
 * The build writes it from the scenarios and their recordings, so that listing them loads neither.
 */

import { readFileSync } from 'node:fs';
import type { Found } from './found.js';
import type { Text } from './scenario.js';

/** A moment within a variant. */
export interface CatalogueMeasure {
  readonly name: string;
  readonly elapsed?: number;
  readonly claim?: Text;
}

/** A variant, with the seconds that CPython takes and what the guide says. */
export interface CatalogueVariant {
  readonly name: string;
  readonly about: Text;
  readonly elapsed?: number;
  readonly claim?: Text;
  readonly measures?: readonly CatalogueMeasure[];
}

/** A scenario. */
export interface CatalogueScenario {
  readonly name: string;
  readonly title: Text;
  readonly variants: readonly CatalogueVariant[];
}

/** All scenarios of the package, in the order of the guide. */
export interface Catalogue {
  readonly scenarios: readonly CatalogueScenario[];
}

const file = new URL('../../scenarios/index.json', import.meta.url);

/** Read the catalogue that the build has written. */
export function readCatalogue(): Catalogue {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Make the catalogue of scenarios. */
export function catalogueOf(scenarios: readonly Found[]): Catalogue {
  return { scenarios: scenarios.map(entryOf) };
}

function entryOf({ name, scenario, recording }: Found): CatalogueScenario {
  return {
    name,
    title: scenario.title,
    variants: Object.entries(scenario.variants).map(([variantName, variant]) => {
      const { about, claim, measures } = variant;
      const recorded = recording?.variants[variantName];
      return {
        name: variantName,
        about,
        elapsed: variant.machineTimed ? undefined : recorded?.elapsed,
        claim,
        measures:
          measures &&
          Object.entries(measures).map(([measure, { claim: said }]) => ({
            name: measure,
            elapsed: recorded?.measures?.[measure],
            claim: said,
          })),
      };
    }),
  };
}
