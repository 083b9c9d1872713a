/**
 * The report that people read, written while scenarios run: each line when it happens, the table
 * when a scenario ends, and at the end of several how many variants are as expected.
 */

import type { JudgedLine } from '../lab/alignment.js';
import type { Clock } from '../lab/execution.js';
import type { Found } from '../lab/found.js';
import type { VariantBegin } from '../lab/perform.js';
import type { Results, ScenarioResult, VariantResult } from '../lab/result.js';
import { widthOf } from '../report/columns.js';
import { scenarioHeading } from '../report/heading.js';
import type { Style } from '../report/style.js';
import { lesson, ratioFaults, summary } from '../report/summary.js';
import { resultTable } from '../report/table.js';
import { Transcript } from '../report/transcript.js';
import type { Messages } from './messages.js';
import type { Reporter } from './reporter.js';
import { RunningTime } from './running-time.js';

/** Writes to standard output what a run has to say. */
export class LiveReporter implements Reporter {
  readonly #clock: Clock;
  readonly #style: Style;
  readonly #messages: Messages;
  readonly #time: RunningTime | undefined;
  #transcript: Transcript | undefined;
  #nameWidth = 0;
  #scenarios = 0;

  constructor(clock: Clock, style: Style, messages: Messages) {
    this.#clock = clock;
    this.#style = style;
    this.#messages = messages;
    if (clock.kind === 'real') this.#time = new RunningTime(process.stdout, clock.speed);
  }

  scenarioBegins(found: Found): void {
    this.#nameWidth = Math.max(...Object.keys(found.scenario.variants).map(widthOf));
    const gap = this.#scenarios === 0 ? [] : ['', ''];
    this.#scenarios += 1;
    this.#write([...gap, scenarioHeading(found, this.#clock, this.#style)]);
  }

  variantBegins({ name, variant, expected }: VariantBegin): void {
    this.#transcript = new Transcript(expected, variant, this.#clock, this.#style);
    this.#write(['', ...this.#transcript.heading(name, this.#nameWidth, variant)]);
    this.#time?.start();
  }

  line(line: JudgedLine): void {
    this.#write(this.#transcript?.line(line) ?? []);
  }

  warning(text: string): void {
    this.#write(this.#transcript?.warning(text) ?? []);
  }

  variantEnds(result: VariantResult): void {
    this.#time?.stop();
    this.#write(this.#transcript?.ending(result) ?? []);
  }

  scenarioEnds(found: Found, result: ScenarioResult): void {
    const exact = this.#clock.kind === 'virtual';
    this.#write([
      '',
      resultTable(result, exact, this.#style),
      ...ratioFaults(result, exact, this.#style),
      '',
      lesson(found, this.#style),
    ]);
  }

  /** Write what is left to say when everything has ended. */
  end(results: Results): void {
    if (results.scenarios.length > 1) this.#write(['', '', summary(results, this.#style)]);
    if (results.interrupted) process.stderr.write(`asyncio-lab: ${this.#messages.interrupted}\n`);
  }

  #write(lines: readonly string[]): void {
    if (lines.length === 0) return;
    const text = `${lines.join('\n')}\n`;
    if (this.#time === undefined) process.stdout.write(text);
    else this.#time.write(text);
  }
}
