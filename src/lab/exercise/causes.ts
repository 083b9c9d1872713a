/**
 * The causes that the lab finds in any answer, the first to look at first. Pure.
 *
 * What no answer may do goes before what this exercise asks for; and a required function is asked
 * for last, for its name gives away how to do it.
 */

import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '../scenario.js';
import type { PlacedCause } from './diagnose.js';
import type { AnswerRun, Placed } from './examination.js';
import type { Exercise, Rules } from './exercise.js';
import { firstWrongPrediction } from './prediction.js';
import { isSameInstant } from './rows.js';
import type { Standard } from './standard.js';
import type { Cause, Row } from './verdict.js';

/** How long a step may hold the loop unless the exercise says otherwise, in seconds. */
const usualBlocking = 0.1;

/** Return all causes in their order; `rows` are its lines beside the expected ones. */
export function allCausesOf(
  { kind, rules = {} }: Exercise,
  standard: Standard,
  run: AnswerRun,
  rows: readonly Row[],
): PlacedCause[] {
  // A program that is only to be predicted does what it does.
  if (kind === 'predict') {
    return [...ofEnd(run, rules), ...ofStrays(run), ...ofLines(run, rows), ...ofPrediction(run)];
  }
  return [
    ...ofEnd(run, rules),
    ...ofLoss(run, standard, rules),
    ...ofForbidden(run, rules),
    ...ofLines(run, rows),
    ...ofElapsed(run, standard),
    ...ofReturn(run, standard),
    ...ofRequired(run, rules),
  ];
}

/** Return whether an answer went on until it was stopped. */
export function isEndless({ stoppedAfter, floods }: AnswerRun): boolean {
  return stoppedAfter !== undefined || floods !== undefined;
}

function ofEnd(run: AnswerRun, { maySwallow = false }: Rules): PlacedCause[] {
  const { stoppedAfter: seconds, floods: lines, swallowed } = run;
  const causes: PlacedCause[] = [];
  if (isEndless(run)) {
    const [refusing] = maySwallow ? [] : swallowed;
    if (refusing)
      causes.push(placed({ type: 'swallowed', coroutine: refusing.coroutine }, refusing));
  }
  if (lines !== undefined) causes.push({ cause: { type: 'floods', lines } });
  if (seconds !== undefined) {
    causes.push({ cause: { type: 'endless', seconds, isBlocked: false } });
  }
  return causes;
}

function ofLoss(run: AnswerRun, standard: Standard, rules: Rules): PlacedCause[] {
  const { stuck, neverAwaited, neverRetrieved, pending, swallowed, blocked, outcome } = run;
  const { blocksAtMost: atMost = usualBlocking, maySwallow = false } = rules;
  const { expected } = standard;
  const causes: PlacedCause[] = [];
  if (stuck.length > 0 && !isSameOutcome(outcome, expected.outcome)) {
    const place = stuck.find((task) => task.place !== undefined)?.place;
    const tasks = stuck.map(({ coroutine, waitsFor }) => ({ coroutine, waitsFor }));
    causes.push(placed({ type: 'deadlock', stuck: tasks }, { ...(place && { place }) }));
  }
  const [lost] = neverAwaited.slice(standard.neverAwaited);
  if (lost !== undefined && !isBareYield(outcome)) {
    causes.push(placed({ type: 'never-awaited', coroutine: lost.coroutine }, lost));
  }
  causes.push(...ofError(run, standard), ...ofStrays(run));
  for (const it of neverRetrieved.slice(standard.neverRetrieved)) {
    causes.push(placed({ type: 'never-retrieved', error: it.error }, it));
  }
  for (const it of pending.slice(standard.pending)) {
    causes.push(placed({ type: 'pending', coroutine: it.coroutine }, it));
  }
  for (const it of maySwallow ? [] : swallowed) {
    causes.push(placed({ type: 'swallowed', coroutine: it.coroutine }, it));
  }
  if (blocked > atMost && !isSameInstant(blocked, atMost)) {
    causes.push(
      placed({ type: 'blocked', seconds: blocked, atMost }, run.calls.blockingSleep ?? {}),
    );
  }
  return causes;
}

function ofError(run: AnswerRun, { expected }: Standard): PlacedCause[] {
  const { outcome } = run;
  if (outcome.type !== 'error' || isSameOutcome(outcome, expected.outcome)) return [];
  return [placed({ type: 'raised', error: errorOf(outcome) }, run)];
}

/** Errors that nobody caught: what main raised, if it did, is what they come from. */
function ofStrays({ strays }: AnswerRun): PlacedCause[] {
  return strays.map((stray) => placed({ type: 'raised', error: stray.error }, stray));
}

/** A `yield` without its star loses a coroutine, but it has a message that names it. */
function isBareYield(outcome: Outcome): boolean {
  return outcome.type === 'error' && outcome.message.startsWith('yield was used instead of yield*');
}

function ofForbidden({ calls }: AnswerRun, { avoids = [] }: Rules): PlacedCause[] {
  return avoids.flatMap((name): PlacedCause[] => {
    const called = calls[name];
    return called === undefined ? [] : [placed({ type: 'must-not-use', name }, called)];
  });
}

function ofRequired({ calls }: AnswerRun, { uses = [] }: Rules): PlacedCause[] {
  return uses
    .filter((name) => calls[name] === undefined)
    .map((name): PlacedCause => ({ cause: { type: 'must-use', name } }));
}

function ofLines(run: AnswerRun, rows: readonly Row[]): PlacedCause[] {
  const at = rows.findIndex(({ isSame }) => !isSame);
  const row = rows[at];
  if (row === undefined) return [];
  const isOther = ({ expected, actual }: Row) => expected?.text !== actual?.text;
  const other = rows.findIndex(isOther);
  const where = run.placeOfLine === undefined ? {} : { place: run.placeOfLine };
  if (other >= 0) {
    return [placed({ type: 'lines', at: other + 1 }, other === at ? where : {})];
  }
  const { expected, actual } = row;
  if (expected === undefined || actual === undefined || isSameInstant(expected.t, actual.t)) {
    return [placed({ type: 'lines', at: at + 1 }, where)];
  }
  const instants = { expected: expected.t, actual: actual.t };
  return [placed({ type: 'instant', at: at + 1, ...instants }, where)];
}

function ofPrediction({ prediction = [], lines }: AnswerRun): PlacedCause[] {
  if (prediction.length === 0 && lines.length > 0) return [{ cause: { type: 'no-prediction' } }];
  const at = firstWrongPrediction(prediction, lines);
  return at === undefined ? [] : [{ cause: { type: 'prediction', at } }];
}

function ofElapsed({ elapsed: actual }: AnswerRun, { expected }: Standard): PlacedCause[] {
  if (isSameInstant(actual, expected.elapsed)) return [];
  return [{ cause: { type: 'elapsed', expected: expected.elapsed, actual } }];
}

function ofReturn({ outcome }: AnswerRun, { expected }: Standard): PlacedCause[] {
  const wanted = expected.outcome;
  if (wanted.type === 'error') {
    if (outcome.type === 'error') return [];
    return [{ cause: { type: 'not-raised', expected: errorOf(wanted) } }];
  }
  // What is given back where nothing is expected does no harm.
  if (wanted.value === undefined || isSameOutcome(outcome, wanted)) return [];
  const actual = outcome.type === 'return' ? inWords(outcome.value) : errorOf(outcome);
  return [{ cause: { type: 'returned', expected: inWords(wanted.value), actual } }];
}

/** Return whether two answers ended alike. */
export function isSameOutcome(one: Outcome, other: Outcome): boolean {
  if (one.type === 'error' && other.type === 'error') {
    // What is said of a deadlock names tasks and waits, each in its own words.
    const isDeadlock = one.name === 'DeadlockError';
    return one.name === other.name && (isDeadlock || one.message === other.message);
  }
  return isDeepStrictEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)));
}

function errorOf({ name, message }: Extract<Outcome, { readonly type: 'error' }>): string {
  return message === '' ? name : `${name}: ${message.split('\n')[0]}`;
}

function inWords(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value);
}

function placed(cause: Cause, { place }: Placed): PlacedCause {
  return place === undefined ? { cause } : { cause, place };
}
