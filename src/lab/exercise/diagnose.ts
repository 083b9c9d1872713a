/**
 * Judges what an answer did: passed, or the one thing to look at next. Pure.
 *
 * What cannot be run, or does not end, is told as that. Then the mistakes have their say that the
 * exercise knows, in their order, and after them the causes that the lab finds in any answer.
 */

import type { Outcome } from '../scenario.js';
import { allCausesOf, isEndless, isSameOutcome } from './causes.js';
import { type AnswerRun, type Examination, mostLines, type Placed } from './examination.js';
import type { Exercise, Mistake } from './exercise.js';
import type { Findings, FoundLine } from './findings.js';
import { predictionRows } from './prediction.js';
import { rowsOf } from './rows.js';
import type { Standard } from './standard.js';
import type { Cause, Row, Verdict } from './verdict.js';

/** So many lines more than expected are shown of an answer. */
const mostExtraLines = 100;

/** A cause and where it lies. */
export interface PlacedCause extends Placed {
  readonly cause: Cause;
}

/** Judge what came of an answer; `prediction` is what the learner expects, whatever the file says. */
export function diagnose(
  exercise: Exercise,
  standard: Standard,
  examination: Examination,
  prediction?: readonly string[],
): Verdict {
  const { output } = examination;
  if (examination.type === 'ran') {
    const run = prediction ? { ...examination.run, prediction } : examination.run;
    return { ...diagnoseRun(exercise, standard, run), output };
  }
  const cause = causeOfEnd(examination);
  const place = 'place' in examination ? examination.place : undefined;
  const lines = 'lines' in examination ? examination.lines : [];
  const rows = lines.length === 0 ? [] : limitedRows(standard, lines, exercise);
  const { expected } = standard;
  const failed = {
    passed: false,
    cause,
    ...(place !== undefined && { place }),
    rows,
    expectedElapsed: expected.elapsed,
    output,
  };
  const isEndless = cause.type === 'endless' || cause.type === 'floods';
  const mistake = isEndless && mistakeOf(exercise, findingsOfLost(standard, lines));
  return mistake ? { ...failed, say: mistake.say, mistake: mistake.answer } : failed;
}

function diagnoseRun(
  exercise: Exercise,
  standard: Standard,
  run: AnswerRun,
): Omit<Verdict, 'output'> {
  const { expected } = standard;
  const isPrediction = exercise.kind === 'predict';
  const lineRows = limitedRows(standard, run.lines, exercise);
  const [found] = allCausesOf(exercise, standard, run, lineRows);
  const mistake = mistakeOf(exercise, findingsOf(standard, run));
  const rows =
    isPrediction && found?.cause.type !== 'lines'
      ? predictionRows(run.prediction ?? [], run.lines)
      : lineRows;
  const measured = {
    rows,
    expectedElapsed: expected.elapsed,
    ...(!isEndless(run) && { elapsed: run.elapsed }),
  };
  if (found === undefined && mistake === undefined) return { passed: true, ...measured };
  return {
    passed: false,
    ...(found !== undefined && { cause: found.cause }),
    ...(mistake !== undefined && { say: mistake.say, mistake: mistake.answer }),
    ...(found?.place !== undefined && { place: found.place }),
    ...measured,
  };
}

/** Return the first mistake that fits. */
function mistakeOf({ mistakes }: Exercise, findings: Findings): Mistake | undefined {
  return mistakes.find((mistake) => {
    if (!fits(mistake, findings)) return false;
    // What an answer has come to that was cut short is chance, but for what cut it short.
    return !wasCutShort(findings) || !fits(mistake, asIfEnded(findings));
  });
}

/** Whether an answer never ends, or raised what it should not, or would wait for ever. */
function wasCutShort({ endless, outcome, expected }: Findings): boolean {
  return endless || (outcome.type === 'error' && !isSameOutcome(outcome, expected.outcome));
}

function asIfEnded(findings: Findings): Findings {
  return { ...findings, endless: false, stuck: [], outcome: findings.expected.outcome };
}

/** What is looked for may not be there at all. */
function fits({ when }: Mistake, findings: Findings): boolean {
  try {
    return when(findings);
  } catch {
    return false;
  }
}

/** Return what an exercise's mistakes are told by. */
export function findingsOf({ expected }: Standard, run: AnswerRun): Findings {
  return {
    expected,
    lines: run.lines,
    elapsed: run.elapsed,
    outcome: run.outcome,
    texts: run.lines.map(({ text }) => text),
    neverAwaited: run.neverAwaited.map(({ coroutine }) => coroutine),
    neverRetrieved: run.neverRetrieved.map(({ error }) => error),
    pending: run.pending.map(({ coroutine }) => coroutine),
    blocked: run.blocked,
    swallowed: run.swallowed.map(({ coroutine }) => coroutine),
    endless: isEndless(run),
    stuck: run.stuck,
    tasks: run.tasks,
    atOnce: run.atOnce,
    called: (name) => run.calls[name]?.count ?? 0,
    prediction: run.prediction,
  };
}

/** Of an answer whose process was ended only the lines are known that it had told of. */
function findingsOfLost(standard: Standard, lines: readonly FoundLine[]): Findings {
  const outcome: Outcome = { type: 'return' };
  const elapsed = lines.at(-1)?.t ?? 0;
  return {
    ...findingsOf(standard, {
      lines,
      elapsed,
      outcome,
      neverAwaited: [],
      neverRetrieved: [],
      pending: [],
      swallowed: [],
      stuck: [],
      blocked: 0,
      tasks: 0,
      atOnce: 0,
      calls: {},
      strays: [],
      isClean: false,
    }),
    endless: true,
  };
}

function causeOfEnd(examination: Exclude<Examination, { readonly type: 'ran' }>): Cause {
  switch (examination.type) {
    case 'syntax':
      return { type: 'syntax', message: examination.message };
    case 'load':
      return { type: 'load', error: examination.error };
    case 'no-main':
      return { type: 'no-main' };
    case 'memory':
      return { type: 'memory' };
    case 'floods':
      return { type: 'floods', lines: mostLines };
    case 'blocked':
      return { type: 'endless', seconds: examination.seconds, isBlocked: true };
    case 'exit': {
      const { code } = examination;
      return { type: 'exit', ...(code !== undefined && { code }) };
    }
  }
}

function limitedRows(
  { expected }: Standard,
  lines: readonly FoundLine[],
  { rules = {} }: Exercise,
): Row[] {
  return rowsOf(expected.lines, lines.slice(0, expected.lines.length + mostExtraLines), rules);
}
