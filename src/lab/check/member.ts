/**
 * A member of the crew, seen from outside: it runs scenarios, one at a time, in a workplace of its own.
 *
 * Whatever it does, there is an end: it replies, it exits, or it no longer answers and is killed. What
 * it has told until then is not lost.
 */

import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { JudgedLine } from '../alignment.js';
import type { ExpectedLine } from '../expectation.js';
import { placeInStack } from '../place.js';
import type { Fault, LastSeen, VariantResult } from '../result.js';
import { DirectOutput } from './direct-output.js';
import { type FromMember, type Job, mostLines, type Reply, type ToMember } from './messages.js';
import { Patience } from './patience.js';
import { isMessage } from './well-formed.js';
import type { Exit, OpenWorkplace, Workplace } from './workplace.js';

/** How long a module that answers may take to load, and a member to start or to end a job, in seconds. */
const loadingLimit = 15;

/** How long a module may block its process, at least, in seconds: compiling it takes a while. */
const leastBlocking = 2;

/** How long a member may take to stop what it does when it is interrupted, in seconds. */
const interruptLimit = 1;

/** How a job ended. */
export type Ending = {
  /** What the scenario has written to standard output and standard error by itself. */
  readonly output: readonly string[];
} & (
  | { readonly type: 'reply'; readonly reply: Reply }
  /** The process has come to its end before. */
  | ({ readonly type: 'lost' } & Lost)
);

/** What is known of a job whose process has ended. */
export interface Lost {
  /** Why; `undefined` when it was interrupted. */
  readonly fault: Fault | undefined;
  /** It was killed since it did not even answer. */
  readonly isBlocked: boolean;
  /** The variants of the scenario; absent while it was loading. */
  readonly variants?: readonly string[];
  readonly finished: readonly VariantResult[];
  /** The variant that was running, with the lines that it had printed. */
  readonly current?: VariantResult;
  /** The lines that it was still to print. */
  readonly missing: readonly ExpectedLine[];
}

/** Takes the errors of variants that were judged long before. */
export type OnLate = (of: string, error: string) => void;

/** Runs scenarios. */
export class Member {
  readonly #workplace: Workplace;
  readonly #output = new DirectOutput();
  readonly #onLate: OnLate;
  readonly #patience: Patience;
  #assignment: Assignment | undefined;
  /** Why it was killed. */
  #killedFor: Fault | 'interrupt' | undefined;
  #isBlocked = false;
  #hasEnded = false;
  /** How many jobs it has taken. */
  jobs = 0;

  constructor(open: OpenWorkplace, onLate: OnLate) {
    this.#onLate = onLate;
    this.#patience = new Patience(
      () => this.#send({ type: 'ask' }),
      (isBlocked) => {
        this.#isBlocked = isBlocked;
        this.#kill(this.#hang());
      },
    );
    this.#workplace = open({
      message: (message) => this.#hear(message),
      exited: (exit) => this.#ended(exit),
    });
    for (const stream of this.#workplace.outputs) this.#output.watch(stream);
  }

  /** Whether it can take a job. */
  get isUsable(): boolean {
    return !this.#hasEnded && this.#workplace.isReachable;
  }

  /** Run a scenario. */
  async perform(job: Job, signal: AbortSignal): Promise<Ending> {
    this.jobs += 1;
    const interrupt = () => {
      this.#send({ type: 'interrupt' });
      this.#killIn(interruptLimit);
    };
    const settled = new Promise<Settled>((settle) => {
      this.#assignment = { job, settle, finished: [], lines: [], expected: [] };
    });
    if (this.#hasEnded) this.#ended({});
    this.#send({ type: 'job', job });
    this.#patience.begin(loadingLimit);
    signal.addEventListener('abort', interrupt);
    if (signal.aborted) interrupt();
    const ending = await settled;
    signal.removeEventListener('abort', interrupt);
    this.#patience.end();
    // What was written before the end is there to be read by now.
    await nextTurn();
    return { ...ending, output: this.#output.take() };
  }

  /** End its workplace, at once. */
  end(): void {
    this.#hasEnded = true;
    this.#patience.end();
    this.#workplace.leave();
  }

  #hear(message: unknown): void {
    if (isMessage(message)) this.#take(message);
    else
      this.#settle({ type: 'reply', reply: { type: 'fault', error: 'an answer without sense' } });
  }

  #take(message: FromMember): void {
    if (message.type === 'late') this.#onLate(message.of, message.error);
    const assignment = this.#assignment;
    if (assignment === undefined) return;
    switch (message.type) {
      case 'alive':
        this.#patience.answered();
        break;
      case 'loading':
        assignment.isLoading = true;
        this.#patience.begin(blockingLimitOf(assignment.job), loadingLimit);
        break;
      case 'loaded':
        assignment.variants = message.variants;
        break;
      case 'begins':
        assignment.current = message.result;
        assignment.lines = [];
        assignment.seen = {};
        assignment.expected = message.expected;
        this.#patience.begin(worldLimitOf(assignment.job));
        break;
      case 'line':
        assignment.lines.push(message.line);
        assignment.seen = lastSeen(message, assignment.lines.length);
        break;
      case 'exits':
        assignment.seen = message.place === undefined ? {} : { place: message.place };
        break;
      case 'ends':
        assignment.finished.push(message.result);
        assignment.lines = [...message.result.log];
        assignment.seen = {};
        assignment.expected = [];
        this.#patience.begin(loadingLimit);
        break;
      case 'done':
        this.#settle({ type: 'reply', reply: completeReply(message.reply, assignment) });
        break;
    }
  }

  #ended(exit: Exit): void {
    this.#hasEnded = true;
    const { variants, finished = [], current, lines = [], expected = [] } = this.#assignment ?? {};
    const { seen = {} } = this.#assignment ?? {};
    const known = lines.filter((line) => line.expected !== undefined).length;
    const fault = this.#killedFor ?? { type: 'exit', ...exit, ...placed(seen) };
    this.#settle({
      type: 'lost',
      fault: fault === 'interrupt' ? undefined : fault,
      isBlocked: this.#isBlocked,
      ...(variants !== undefined && { variants }),
      // One that had ended, but had left something that ended the process, is the one to blame.
      finished: finished.filter(({ name }) => name !== current?.name),
      ...(current !== undefined && { current: { ...current, log: lines } }),
      // Where not every line was told, it is not known which ones are missing.
      missing: lines.length < mostLines ? expected.slice(known) : [],
    });
  }

  #settle(ending: Settled): void {
    const assignment = this.#assignment;
    this.#assignment = undefined;
    assignment?.settle(ending);
  }

  #hang(): Fault {
    const { job, current, isLoading, seen } = this.#assignment ?? {};
    if (job === undefined || !isLoading) return { type: 'hang', seconds: loadingLimit };
    const seconds = current === undefined ? blockingLimitOf(job) : worldLimitOf(job);
    return { type: 'hang', seconds, ...placed(seen) };
  }

  #killIn(seconds: number): void {
    const timer = setTimeout(() => {
      if (this.#assignment !== undefined) this.#kill('interrupt');
    }, seconds * 1000);
    timer.unref();
  }

  #kill(why: Fault | 'interrupt'): void {
    this.#killedFor ??= why;
    this.#workplace.kill();
  }

  #send(message: ToMember): void {
    this.#workplace.send(message);
  }
}

type Settled =
  | { readonly type: 'reply'; readonly reply: Reply }
  | ({ readonly type: 'lost' } & Lost);

/** The job that a member has now, and what it has told of it. */
interface Assignment {
  readonly job: Job;
  readonly settle: (ending: Settled) => void;
  readonly finished: VariantResult[];
  isLoading?: boolean;
  variants?: readonly string[];
  current?: VariantResult;
  lines: JudgedLine[];
  expected: readonly ExpectedLine[];
  /** Where the variant was that runs, as far as it is known. */
  seen?: Seen;
}

/** What is known of a variant that runs; where it printed its last line can be looked up. */
interface Seen extends LastSeen {
  readonly stack?: string;
}

/** After the last line that is told nothing more is known. */
function lastSeen(
  { line, stack }: Extract<FromMember, { readonly type: 'line' }>,
  count: number,
): Seen {
  if (line.actual === undefined || count >= mostLines) return {};
  return { last: line.actual.text, ...(stack !== undefined && { stack }) };
}

function placed({ stack, ...seen }: Seen = {}): LastSeen {
  const place = stack === undefined ? undefined : placeInStack(stack);
  return { ...seen, ...(place !== undefined && { place }) };
}

/** A result without all variants, or without any, is none. */
function completeReply(reply: Reply, { variants = [] }: Assignment): Reply {
  if (reply.type !== 'result') return reply;
  const names = reply.result.variants.map(({ name }) => name);
  const isComplete = variants.length > 0 && isDeepStrictEqual(names, variants);
  return isComplete ? reply : { type: 'fault', error: 'an answer without all variants' };
}

/** How long a module may block its process, in seconds of the world. */
function blockingLimitOf(job: Job): number {
  return Math.max(leastBlocking, worldLimitOf(job));
}

/** How long a variant may take, in seconds of the world. */
function worldLimitOf({ settings: { clock, timeLimit, worldLimit } }: Job): number {
  return clock.kind === 'real' ? timeLimit / clock.speed : (worldLimit ?? timeLimit);
}
