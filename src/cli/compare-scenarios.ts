/**
 * What `asyncio-lab compare` does: finds scenarios and their twins, has CPython and the TypeScript
 * here run them, and shows the two side by side.
 */

import { readFileSync } from 'node:fs';
import { builtInNames } from '../lab/builtins.js';
import { type Comparison, compare, type VariantComparison } from '../lab/compare.js';
import type { Chosen } from '../lab/cpython/choose.js';
import type { Clock } from '../lab/execution.js';
import { checkVariants, type Settings } from '../lab/perform.js';
import { asTyped } from '../lab/place.js';
import type { Pair } from '../lab/twins.js';
import { compareJson } from '../report/compare-json.js';
import { verdict } from '../report/first-difference.js';
import { sideBySide } from '../report/side-by-side.js';
import { partNamed, sourcesSideBySide } from '../report/source-pair.js';
import type { Style } from '../report/style.js';
import type { CompareOptions } from './compare.js';
import type { Context } from './context.js';
import { findPairsAloud } from './find-pairs.js';
import { guarded } from './guarded.js';
import { interruptedCode, interruptible } from './interrupts.js';
import { ownLines } from './own-lines.js';
import { fromHere } from './portable-paths.js';
import { reserveStdout } from './reserve-stdout.js';
import { versionOfPackage } from './version.js';
import { withPython } from './with-python.js';

const defaultTimeLimit = 60;

/** Compare scenarios with their twins, report, and return the exit code. */
export async function compareScenarios(
  names: readonly string[],
  options: CompareOptions,
  context: Context,
): Promise<number> {
  const { clock: kind = 'virtual', timeLimit = defaultTimeLimit, variant, python } = options;
  const clock: Clock = kind === 'virtual' ? { kind } : { kind, speed: 1 };
  const settings: Settings = {
    clock,
    timeLimit,
    ...(variant !== undefined && { variants: variant }),
  };
  const reporter = options.json
    ? new JsonReport(clock)
    : new TextReport(clock, await context.style(), options);
  const references = options.all ? builtInNames() : names;
  const { pairs, areAllSound } = await findPairsAloud(references, context);
  checkVariants(
    pairs.map(({ found }) => found),
    variant ?? [],
  );
  const wanted = { clock: kind, timeLimit, ...(python !== undefined && { python }) };
  return withPython(wanted, context, async (chosen) => {
    const comparisons = await guarded(context, () =>
      compareAll(pairs, chosen, settings, (comparison) => reporter.add(comparison, chosen)),
    );
    reporter.end(comparisons, chosen);
    if (comparisons.some(isInterrupted)) {
      process.stderr.write(`asyncio-lab: ${context.messages.interrupted}\n`);
      return interruptedCode;
    }
    return areAllSound && comparisons.every(({ status }) => status === 'pass') ? 0 : 1;
  });
}

async function compareAll(
  pairs: readonly Pair[],
  { interpreter }: Chosen,
  settings: Settings,
  onComparison: (comparison: Comparison) => void,
): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const pair of pairs) {
    // Only here may Ctrl-C let things end; while Python runs, it ends the process at once.
    const comparison = await compare(pair, interpreter, settings, interruptible);
    if (comparison === undefined) continue;
    comparisons.push(comparison);
    onComparison(comparison);
    if (isInterrupted(comparison)) break;
  }
  return comparisons;
}

function isInterrupted({ variants }: Comparison): boolean {
  return variants.some(({ here }) => here.interrupted);
}

/** What tells the user of a comparison. */
interface Report {
  add(comparison: Comparison, chosen: Chosen): void;
  end(comparisons: readonly Comparison[], chosen: Chosen): void;
}

class TextReport implements Report {
  readonly #out = ownLines(process.stdout);
  readonly #clock: Clock;
  readonly #style: Style;
  readonly #options: CompareOptions;
  #hasBegun = false;

  constructor(clock: Clock, style: Style, options: CompareOptions) {
    this.#clock = clock;
    this.#style = style;
    this.#options = options;
  }

  add(comparison: Comparison, { interpreter: { python } }: Chosen): void {
    if (this.#hasBegun) this.#out.write('\n\n');
    this.#hasBegun = true;
    const texts = [
      sideBySide(comparison, python, this.#clock, this.#style),
      ...(this.#options.source ? this.#sources(comparison) : []),
    ];
    this.#out.write(`${texts.join('\n\n')}\n`);
  }

  end(comparisons: readonly Comparison[], { interpreter: { python } }: Chosen): void {
    if (comparisons.some(isInterrupted)) return;
    this.#out.write(`\n${verdict(comparisons, python, this.#clock, this.#style)}\n`);
  }

  #sources({ found, twin, variants }: Comparison): string[] {
    const files = { pythonFile: asTyped(twin), typescriptFile: asTyped(found.source) };
    const python = readFileSync(twin, 'utf8');
    const typescript = readFileSync(found.source, 'utf8');
    const whole = { ...files, python, typescript };
    const parts = variants.flatMap((it) => partsOf(it, whole) ?? []);
    const isWhole = this.#options.variant === undefined || parts.length < variants.length;
    return (isWhole ? [whole] : parts).map((pair) => sourcesSideBySide(pair, this.#style));
  }
}

type Sources = Parameters<typeof sourcesSideBySide>[0];

/** A variant's own functions; none when one of them cannot be told from the rest. */
function partsOf({ name, variant }: VariantComparison, whole: Sources): Sources | undefined {
  const python = partNamed(whole.python, name);
  const typescript = partNamed(whole.typescript, (variant.main ?? variant.program)?.name || name);
  return python === undefined || typescript === undefined
    ? undefined
    : { ...whole, python, typescript };
}

class JsonReport implements Report {
  readonly #clock: Clock;
  readonly #write = reserveStdout();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(): void {}

  end(comparisons: readonly Comparison[], { name, interpreter }: Chosen): void {
    const report = compareJson(comparisons.map(withPortablePaths), {
      clock: this.#clock.kind,
      node: process.version,
      version: versionOfPackage(),
      python: { name, version: interpreter.python },
    });
    this.#write(`${JSON.stringify(report, null, 2)}\n`);
  }
}

/** Its files as a report has them. */
function withPortablePaths(comparison: Comparison): Comparison {
  const { found, twin } = comparison;
  const source = fromHere(found.source);
  return { ...comparison, found: { ...found, source }, twin: fromHere(twin) };
}
