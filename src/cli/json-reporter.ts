/**
 * The report that scripts read: all of it at the end, and nothing else on standard output.
 */

import type { Results } from '../lab/result.js';
import { jsonReport } from '../report/json.js';
import type { Language } from '../report/style.js';
import type { Reporter } from './reporter.js';
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
    const report = jsonReport(results, versions, this.#language);
    this.#write(`${JSON.stringify(report, null, 2)}\n`);
  }
}

/** Send what anybody writes to standard output to standard error; returns how to write there. */
function reserveStdout(): (text: string) => void {
  const { stdout, stderr } = process;
  const write = stdout.write.bind(stdout);
  stdout.write = stderr.write.bind(stderr);
  return (text) => {
    write(text);
  };
}
