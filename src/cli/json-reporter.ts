/**
 * The report that scripts read: all of it at the end, and nothing else on standard output.
 */

import type { Results } from '../lab/result.js';
import { jsonReport } from '../report/json.js';
import type { Language } from '../report/style.js';
import { withPortablePaths } from './portable-paths.js';
import type { Reporter } from './reporter.js';
import { reserveStdout } from './reserve-stdout.js';
import { versionOfPackage } from './version.js';

/** Writes a run's report as JSON. */
export class JsonReporter implements Reporter {
  readonly #language: Language;
  readonly #write = reserveStdout();

  constructor(language: Language) {
    this.#language = language;
  }

  end(results: Results): void {
    const versions = { node: process.version, version: versionOfPackage() };
    const all = { ...results, scenarios: results.scenarios.map(withPortablePaths) };
    const report = jsonReport(all, versions, this.#language);
    this.#write(`${JSON.stringify(report, null, 2)}\n`);
  }
}
