/**
 * `expectTranscript`: holds what a coroutine does against what its test expects, to the instant.
 */

import type { Execution } from '../lab/execution.js';
import { type Expected, fromAuthor } from '../lab/expectation.js';
import { VariantJudge } from '../lab/judge.js';
import type { VariantResult } from '../lab/result.js';
import type { Expectation, ExpectedText } from '../lab/scenario.js';
import { expectationForm } from '../lab/scenario-form.js';
import { hangOf } from './hang.js';
import { messageOf } from './message.js';
import { clock, type Main, performMain, type TranscriptOptions } from './perform-main.js';
import { asTranscript, type Transcript } from './transcript.js';
import { because, TranscriptError } from './transcript-error.js';
import { twoSidesOf } from './two-sides.js';

/**
 * Run a coroutine on the virtual clock, as `run` does, and hold all that it does against what is
 * expected: its lines in order, to the nanosecond, and besides them whatever is said.
 *
 * A line is `[instant in seconds, text or RegExp]`, or the text or RegExp alone, at whatever instant.
 * Where no `outcome` is said, the coroutine may return anything, but raise nothing; and it may give
 * warnings and leave tasks pending only as `warnings` and `pending` say. `elapsed`, in seconds, is
 * judged if it is said. Nothing is written to standard output. Calls wait for one another, so they may
 * be made at the same time.
 *
 * @param main a coroutine, `main()`, or a coroutine function, `main`, that takes no arguments
 * @param expected the lines, or lines and more
 * @param options limits in seconds, of the virtual clock and of the world, for what hangs
 * @returns what it did, for further assertions
 * @throws TranscriptError (as a rejection) when anything is not as expected: the message is a diff,
 *   the `cause` the exception that left the coroutine.
 * @throws TypeError (as a rejection) when `main` is no coroutine, `expected` has not the form that it
 *   should have, or a limit is no number above 0.
 * @throws Error (as a rejection) when it is called by what it runs.
 *
 * @example
 * test('says hello, then world', async () => {
 *   await expectTranscript(main(), [[1, 'hello'], [2, 'world']]);
 *   await expectTranscript(main(), {
 *     lines: ['hello', /^w/],
 *     elapsed: 2,
 *     outcome: { type: 'return', value: 2 },
 *   });
 * });
 */
export async function expectTranscript(
  main: Main,
  expected: readonly ExpectedText[] | Expectation,
  options: TranscriptOptions = {},
): Promise<Transcript> {
  const failure = new TranscriptError(expectTranscript);
  const expectation = asExpectation(expected);
  const { execution, limits, ...raised } = await performMain('expectTranscript', main, options);
  const held = expectedOf(expectation, execution);
  const result = judge(execution, held, limits.timeLimit);
  const hang = hangOf(execution, limits);
  if (result.status === 'pass' && hang === undefined) return asTranscript(execution);
  const isRaised = result.outcome?.type === 'error' && 'error' in raised;
  throw because(failure, {
    message: messageOf(result, hang),
    ...twoSidesOf(result, held.lines),
    ...(isRaised && { cause: raised.error }),
  });
}

function asExpectation(expected: readonly ExpectedText[] | Expectation): Expectation {
  const expectation = Array.isArray(expected) ? { lines: expected } : expected;
  const slip = expectationForm(expectation, '');
  if (slip !== undefined) throw new TypeError(`expectTranscript: what is expected: ${slip}`);
  return expectation as Expectation;
}

/** Who says nothing of the outcome lets it return what it likes. */
function expectedOf(expectation: Expectation, { outcome }: Execution): Expected {
  return fromAuthor({ ...(outcome.type === 'return' && { outcome }), ...expectation });
}

function judge(execution: Execution, expected: Expected, timeLimit: number): VariantResult {
  const judge = new VariantJudge({ about: 'test' }, expected, clock);
  for (const line of execution.lines) judge.line(line, undefined);
  if (execution.stopped === undefined) judge.linesEnd();
  return judge.verdict('test', execution, timeLimit);
}
