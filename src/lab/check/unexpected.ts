/**
 * Variants of which nothing is expected, and expectations of which there is no variant. Either would
 * pass whatever it does, so that a check would be green and say nothing.
 */

import type { Found } from '../found.js';
import type { Fault, VariantResult } from '../result.js';

/** Return what is wrong when nobody says what a variant is to do. */
export function unexpected({ scenario, recording, expected }: Found, name: string): Fault[] {
  const { expect } = scenario.variants[name] ?? {};
  if (expect !== undefined || has(recording?.variants, name) || has(expected?.variants, name)) {
    return [];
  }
  return [{ type: 'nothing-expected', source: recording === undefined ? 'author' : 'cpython' }];
}

/** Return the results of the variants that are expected, but that the scenario does not have. */
export function goneVariants({ scenario, recording, expected }: Found): VariantResult[] {
  const names = Object.keys({ ...recording?.variants, ...expected?.variants });
  return names
    .filter((name) => !has(scenario.variants, name))
    .map((name) => ({
      name,
      about: '',
      status: 'fail',
      source: has(recording?.variants, name) ? 'cpython' : 'author',
      measures: [],
      log: [],
      warnings: [],
      faults: [{ type: 'no-such-variant' }],
    }));
}

function has(variants: object | undefined, name: string): boolean {
  return variants !== undefined && Object.hasOwn(variants, name);
}
