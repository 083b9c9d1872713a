/**
 * The whole text of a report, as it is written piece by piece.
 */

import type { Results } from '../../src/lab/result.js';
import type { Format } from '../../src/report/format.js';

/** Write results in a format. */
export function written(format: Format, results: Results): string {
  return [
    format.begin?.({ names: results.scenarios.map(({ name }) => name) }),
    ...results.scenarios.map((scenario) => format.scenario?.(scenario)),
    format.end?.(results),
  ].join('');
}
