/**
 * What `asyncio-lab check --update` does: shows what users' scenarios do other than they are expected
 * to, and records that it is to be so from now on.
 *
 * A scenario is only recorded when the next check finds it as expected: when it leaves no mess behind
 * and does the same once more. What CPython says is not up for agreement, so what is held to that is
 * merely checked.
 */

import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { checkScenarios } from '../lab/check/check.js';
import { recordingFileOf } from '../lab/cpython/recording.js';
import { FindError } from '../lab/find-error.js';
import type { Location } from '../lab/locate.js';
import type { ScenarioResult, VariantResult } from '../lab/result.js';
import { systemCause } from '../lab/system-cause.js';
import { isRecordable, type Proposal } from '../lab/update.js';
import { writeAtomically } from '../lab/write-atomically.js';
import { trouble } from '../report/check-default.js';
import { padEnd } from '../report/columns.js';
import { problemOf } from '../report/failure.js';
import type { Style } from '../report/style.js';
import { visible } from '../report/visible.js';
import type { CheckOptions } from './check.js';
import { endingWith, locationsOf, passOn, settingsFrom } from './check-scenarios.js';
import type { Context } from './context.js';
import { takeCrew } from './head-start.js';
import { interruptedCode, interruptible } from './interrupts.js';
import { UsageError } from './usage-error.js';

const nameWidth = 14;

/** What a scenario did, and what it is to do if its author agrees. */
interface Attempt {
  readonly result: ScenarioResult;
  readonly proposal?: Proposal;
}

/** Record what scenarios do, tell what has changed, and return the exit code. */
export async function updateExpected(
  names: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<number> {
  const style = await context.style();
  const all = locationsOf(names, options);
  const users = all.filter(({ path, source }) => path === source);
  for (const location of all) {
    if (!users.includes(location)) sayFixed(location, style.words.update.builtIn, style);
  }
  const first = await attempts(users, options, context);
  if (first === undefined) return interruptedCode;
  const changed = users.filter((user) => isToRecord(first.get(user.source)));
  const second = await attempts(changed, options, context);
  if (second === undefined) return interruptedCode;
  if (first.size === 0 && users.length === all.length) {
    throw new FindError({ type: 'empty-folder', path: resolve(names[0] ?? '') });
  }
  let areAllRecorded = true;
  for (const [source, attempt] of first) {
    const isSettled = settle(attempt, second.get(source), context, style);
    areAllRecorded &&= isSettled;
  }
  return areAllRecorded ? 0 : 1;
}

/** Say what becomes of a scenario, and record it; return whether it is as expected now. */
function settle(
  { result, proposal }: Attempt,
  again: Attempt | undefined,
  { messages: { errors } }: Context,
  style: Style,
): boolean {
  const { paint, words } = style;
  const { update } = words;
  const name = nameOf(result, style);
  const isOfCPython = existsSync(recordingFileOf(result.source));
  const news = isOfCPython ? result : { ...result, variants: result.variants.map(withNewLines) };
  const refuse = (why: string) => {
    showNews(news, style);
    say(` ${paint.bad('✗')} ${name}  ${why}`);
    return false;
  };
  const accept = (what: string) => {
    say(` ${paint.good('✓')} ${name}  ${what}`);
    return true;
  };
  if (isOfCPython) {
    if (result.status === 'fail') return refuse(update.notOfCPython);
    sayFixed(result, update.ofCPython, style);
    return true;
  }
  if (proposal === undefined || !result.variants.every(isRecordable)) {
    return refuse(update.notRecorded);
  }
  if (textAt(proposal.path) === proposal.text) return accept(update.unchanged);
  if (again?.proposal?.text !== proposal.text) return refuse(update.varies);
  const path = relative('.', proposal.path);
  showNews(news, style);
  try {
    writeAtomically(proposal.path, proposal.text);
  } catch (error) {
    throw new UsageError(errors.cannotWrite(path, systemCause(error)));
  }
  return accept(update.recorded(visible(path)));
}

/** Show what is not as it was expected until now. */
function showNews(result: ScenarioResult, style: Style): void {
  const details = [
    ...problemOf(result, style),
    ...result.variants.flatMap((variant) => trouble(result.name, variant, true, style)),
  ];
  if (details.length > 0) say([...details, ''].join('\n'));
}

/** Run scenarios; return what came of them by their files, unless it was interrupted. */
async function attempts(
  locations: readonly Location[],
  options: CheckOptions,
  { messages }: Context,
): Promise<Map<string, Attempt> | undefined> {
  const found = new Map<string, Attempt>();
  if (locations.length === 0) return found;
  const crew = await takeCrew('any');
  const complain = (text: string) => process.stderr.write(`asyncio-lab: ${visible(text)}\n`);
  crew.onLate((of, error) => {
    // It is not as it seemed to be, so there is nothing to agree to.
    for (const [source, { result }] of found) {
      if (of.startsWith(`${result.name}/`)) found.set(source, { result });
    }
    complain(messages.errors.lateError(of, error));
  });
  const { interrupted } = await endingWith(crew, () =>
    interruptible((signal) =>
      checkScenarios(locations, {
        crew,
        signal,
        settings: settingsFrom({ kind: 'virtual' }, options),
        retries: 0,
        propose: true,
        onOutput: ({ name }, lines) => passOn(name, lines),
        onResult: (result, proposal) =>
          found.set(result.source, { result, ...(proposal !== undefined && { proposal }) }),
      }),
    ),
  );
  if (interrupted) complain(messages.interrupted);
  return interrupted ? undefined : found;
}

/** Say why a scenario is not its author's to change. */
function sayFixed(named: { readonly name: string }, why: string, style: Style): void {
  say(` ${style.paint.dim('–')} ${nameOf(named, style)}  ${why}`);
}

function isToRecord(attempt: Attempt | undefined): boolean {
  const { proposal, result } = attempt ?? {};
  return (
    proposal !== undefined &&
    result !== undefined &&
    !existsSync(recordingFileOf(result.source)) &&
    result.variants.every(isRecordable) === true &&
    textAt(proposal.path) !== proposal.text
  );
}

/** Where nothing was expected of the lines, all of them are new; that nothing was is none. */
function withNewLines(variant: VariantResult): VariantResult {
  const faults = variant.faults.filter(({ type }) => type !== 'nothing-expected');
  if (faults.length > 0) return { ...variant, faults };
  const isNew = variant.log.some(({ state }) => state === 'unjudged');
  if (!isNew) return { ...variant, status: 'pass', faults };
  return {
    ...variant,
    status: 'fail',
    log: variant.log.map((line) => ({ ...line, state: 'extra' })),
    faults: [{ type: 'lines', count: variant.log.length }],
  };
}

function nameOf({ name }: { readonly name: string }, { paint }: Style): string {
  return paint.bold(padEnd(visible(name), nameWidth));
}

function textAt(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
