/**
 * The report that people read, written while scenarios run: each line when it happens, the table
 * when a scenario ends, and at the end of several how many variants are as expected.
 */

import type { JudgedLine } from '../lab/alignment.js';
import type { Clock } from '../lab/execution.js';
import type { Found } from '../lab/found.js';
import { toleranceOf } from '../lab/judge.js';
import type { VariantBegin } from '../lab/perform.js';
import { withPlacesAsTyped } from '../lab/place.js';
import type { Results, ScenarioResult, VariantResult } from '../lab/result.js';
import { widthOf } from '../report/columns.js';
import { scenarioHeading } from '../report/heading.js';
import { plain } from '../report/numbers.js';
import type { Style } from '../report/style.js';
import { aside, lesson, ratioFaults, summary } from '../report/summary.js';
import { resultTable } from '../report/table.js';
import { Transcript } from '../report/transcript.js';
import type { Messages } from './messages.js';
import { ownLines } from './own-lines.js';
import type { Reporter } from './reporter.js';
import { RunningTime } from './running-time.js';

/** What share of a variant's time an instant may be off by without being called rough. */
const roughShare = 0.05;

/** Writes to standard output what a run has to say. */
export class LiveReporter implements Reporter {
  readonly #out = ownLines(process.stdout);
  readonly #clock: Clock;
  readonly #style: Style;
  readonly #messages: Messages;
  readonly #time: RunningTime | undefined;
  #transcript: Transcript | undefined;
  #nameWidth = 0;
  #scenarios = 0;
  #hasSaidRough = false;

  constructor(clock: Clock, style: Style, messages: Messages) {
    this.#clock = clock;
    this.#style = style;
    this.#messages = messages;
    if (clock.kind === 'real') this.#time = new RunningTime(this.#out, clock.speed);
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
    this.#sayIfRough(expected.elapsed);
    this.#time?.start();
  }

  line(line: JudgedLine): void {
    this.#write(this.#transcript?.line(line) ?? []);
  }

  warning(text: string): void {
    this.#write(this.#transcript?.warning(withPlacesAsTyped(text)) ?? []);
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
      ...(exact && result.variants.some(({ machineTimed }) => machineTimed)
        ? aside(this.#style.words.computingIsFree, this.#style)
        : []),
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

  /** Say once that at this speed the clock is too coarse for what is measured. */
  #sayIfRough(elapsed = 0): void {
    const { words } = this.#style;
    if (this.#hasSaidRough || this.#clock.kind === 'virtual' || this.#clock.speed <= 1) return;
    const tolerance = toleranceOf(this.#clock)(0);
    if (elapsed === 0 || tolerance <= roughShare * elapsed) return;
    this.#hasSaidRough = true;
    const speed = plain(this.#clock.speed);
    this.#write(aside(words.roughInstants(speed, words.seconds(plain(tolerance))), this.#style));
  }

  #write(lines: readonly string[]): void {
    if (lines.length === 0) return;
    const text = `${lines.join('\n')}\n`;
    if (this.#time === undefined) this.#out.write(text);
    else this.#time.write(text);
  }
}
