/**
 * Runs the variants of one scenario, one after the other, and tells whoever waits for them every step.
 *
 * After each variant this looks at what it has left behind, before the next one may be blamed for it.
 */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { JudgedLine } from '../alignment.js';
import { findAt } from '../find.js';
import { FindError } from '../find-error.js';
import type { Found } from '../found.js';
import { judgeScenario, withStrays } from '../judge.js';
import type { ImportModule } from '../load.js';
import { perform, skipped, type Watcher } from '../perform.js';
import { placeOfVariant } from '../place-of-variant.js';
import { printedAt, stackOf } from '../printed.js';
import type { Fault, VariantResult } from '../result.js';
import type { Stray } from '../strays.js';
import { type FromMember, type Job, mostLines, type Reply } from './messages.js';
import { activeResources, leftSince } from './resources.js';
import { goneVariants, unexpected } from './unexpected.js';

/** Who runs a job, and how. */
export interface JobOptions {
  readonly importModule: ImportModule;
  readonly tell: (message: FromMember) => void;
  readonly signal: AbortSignal;
  /** Return the errors that a variant, `gather/mixed`, was found to have after its end. */
  readonly lateErrors: (of: string) => readonly Stray[];
}

/** Load a scenario and run the variants that the job asks for. */
export async function performJob(job: Job, options: JobOptions): Promise<Reply> {
  try {
    options.tell({ type: 'loading' });
    const found = await findAt(job.location, options.importModule);
    if (found === undefined) return { type: 'helper' };
    return await performVariants(found, job, options);
  } catch (error) {
    if (error instanceof FindError) return { type: 'problem', problem: error.problem };
    return { type: 'fault', error: String(error) };
  }
}

async function performVariants(found: Found, job: Job, options: JobOptions): Promise<Reply> {
  const names = Object.keys(found.scenario.variants);
  const gone = goneVariants(found);
  options.tell({ type: 'loaded', variants: [...names, ...gone.map(({ name }) => name)] });
  for (const result of gone) options.tell({ type: 'ends', result });
  const results = new Map([...job.earlier, ...gone].map((result) => [result.name, result]));
  for (const name of job.only ?? names) {
    results.set(name, await performVariant(found, name, job, options));
  }
  const inOrder = [...names.flatMap((name) => results.get(name) ?? []), ...gone];
  const ratios = found.scenario.ratios ?? [];
  const result = judgeScenario(found, inOrder, ratios, job.settings.clock);
  if (!job.propose) return { type: 'result', result };
  const { proposalOf } = await import('../update.js');
  return { type: 'result', result, proposal: proposalOf(found, result) };
}

async function performVariant(
  found: Found,
  name: string,
  { settings }: Job,
  { tell, signal, lateErrors }: JobOptions,
): Promise<VariantResult> {
  const before = activeResources();
  const watcher = watcherThat(tell);
  const { scenarios } = await perform([found], { ...settings, variants: [name], signal }, watcher);
  const result = scenarios[0]?.variants[0];
  if (result === undefined) throw new RangeError(`${found.name} has no variant '${name}'`);
  if (signal.aborted) return result;
  const left = await leftSince(before);
  // An error that was thrown just now is reported in the next turn.
  await nextTurn();
  const faults = [...unexpected(found, name), ...faultOfLeak(left)];
  const judged = withFaults(withStrays(result, lateErrors(`${found.name}/${name}`)), faults);
  const whole =
    judged === result ? result : { ...judged, place: placeOfVariant(found.source, name) };
  tell({ type: 'ends', result: whole });
  return whole;
}

function watcherThat(tell: (message: FromMember) => void): Watcher {
  let lines = 0;
  return {
    variantBegins: (begin) => {
      const { lines: expected = [] } = begin.expected;
      tell({ type: 'begins', result: skipped(begin), expected });
    },
    line: (line) => {
      lines += 1;
      if (lines <= mostLines) tell(lineMessage(line));
    },
  };
}

/** Should this be the last line before the end of the process, its stack is all that is known. */
function lineMessage(line: JudgedLine): FromMember {
  const { actual } = line;
  const stack = actual && stackOf(actual);
  if (actual === undefined || stack === undefined) return { type: 'line', line };
  const place = differs(line) ? printedAt(actual) : undefined;
  const placed = place === undefined ? line : { ...line, actual: { ...actual, place } };
  return { type: 'line', line: placed, stack };
}

function differs({ state }: JudgedLine): boolean {
  return state !== 'ok' && state !== 'unjudged';
}

function faultOfLeak(resources: readonly string[]): Fault[] {
  return resources.length === 0 ? [] : [{ type: 'leak', resources }];
}

function withFaults(result: VariantResult, faults: readonly Fault[]): VariantResult {
  if (faults.length === 0) return result;
  return { ...result, status: 'fail', faults: [...result.faults, ...faults] };
}
