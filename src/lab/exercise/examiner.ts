/**
 * The process that runs answers, seen from outside.
 *
 * Whatever an answer does to it, there is an end: it replies, it exits, or it no longer answers and is
 * killed. What it has told until then is not lost.
 */

import { setImmediate as nextTurn } from 'node:timers/promises';
import { DirectOutput } from '../check/direct-output.js';
import { Patience } from '../check/patience.js';
import type { Exit, OpenWorkplace, Workplace } from '../check/workplace.js';
import { isRecord } from '../form.js';
import {
  type Examination,
  type FromExaminee,
  floodCode,
  type Job,
  type Reply,
  worldLimit,
} from './examination.js';
import type { FoundLine } from './findings.js';

/** How long a process may take to start, in seconds. */
const startLimit = 30;

type WithoutOutput<T> = T extends unknown ? Omit<T, 'output'> : never;
type Ending = WithoutOutput<Examination>;

/** The answer that runs, and what is known of it. */
interface Assignment {
  readonly settle: (ending: Ending) => void;
  readonly lines: FoundLine[];
  place?: string;
}

/** Runs answers, one at a time. */
export class Examiner {
  readonly #workplace: Workplace;
  readonly #output = new DirectOutput();
  readonly #patience: Patience;
  #assignment: Assignment | undefined;
  /** What waits until the process has started. */
  #due: Job | undefined;
  #isReady = false;
  #isUnused = true;
  #hasEnded = false;
  #isKilled = false;
  #isSpoilt = false;

  constructor(open: OpenWorkplace) {
    this.#patience = new Patience(
      () => this.#workplace.send({ type: 'ask' }),
      () => {
        this.#isKilled = true;
        this.#workplace.kill();
      },
    );
    this.#workplace = open({
      message: (message) => this.#hear(message),
      exited: (exit) => this.#ended(exit),
    });
    for (const stream of this.#workplace.outputs) this.#output.watch(stream);
  }

  /** Whether it can run one more answer as if it were the first. */
  get isUsable(): boolean {
    return !this.#hasEnded && !this.#isSpoilt && this.#workplace.isReachable;
  }

  /** Whether no answer has reached it yet: one that is taken back while it starts leaves no trace. */
  get isUnused(): boolean {
    return this.#isUnused;
  }

  /**
   * Run an answer.
   *
   * @throws whatever the signal was aborted with.
   */
  async examine(job: Job, signal?: AbortSignal): Promise<Examination> {
    signal?.throwIfAborted();
    let interrupt = () => {};
    const settled = new Promise<Ending>((settle, reject) => {
      this.#assignment = { settle, lines: [] };
      interrupt = () => {
        if (this.#due === undefined) this.end();
        else this.#takeBack();
        reject(signal?.reason);
      };
    });
    signal?.addEventListener('abort', interrupt);
    if (this.#hasEnded) this.#ended({});
    this.#patience.begin(startLimit);
    this.#due = job;
    if (this.#isReady) this.#hand();
    const ending = await settled.finally(() => signal?.removeEventListener('abort', interrupt));
    this.#patience.end();
    this.#isSpoilt ||= !leavesNothing(ending);
    // What was written before the end is there to be read by now.
    await nextTurn();
    return { ...ending, output: this.#output.take() } as Examination;
  }

  #takeBack(): void {
    this.#due = undefined;
    this.#assignment = undefined;
    this.#patience.end();
  }

  #hand(): void {
    const job = this.#due;
    if (job === undefined) return;
    this.#due = undefined;
    this.#isUnused = false;
    this.#workplace.send({ type: 'job', job } as { type: string });
  }

  /** End the process, at once. */
  end(): void {
    this.#hasEnded = true;
    this.#patience.end();
    this.#workplace.leave();
  }

  #hear(message: unknown): void {
    if (isMessage(message)) this.#take(message);
    else this.#settle({ type: 'load', error: 'an answer without sense' });
  }

  #take(message: FromExaminee): void {
    switch (message.type) {
      case 'alive':
        this.#patience.answered();
        break;
      case 'ready':
        this.#isReady = true;
        this.#hand();
        break;
      case 'loading':
        this.#patience.begin(worldLimit);
        break;
      case 'line':
        this.#assignment?.lines.push(message.line);
        break;
      case 'exits':
        if (this.#assignment !== undefined && message.place !== undefined) {
          this.#assignment.place = message.place;
        }
        break;
      case 'done':
        this.#settle(message.reply);
        break;
    }
  }

  #ended({ code, signal }: Exit): void {
    this.#hasEnded = true;
    const { lines = [], place } = this.#assignment ?? {};
    const lost = { lines, ...(place !== undefined && { place }) };
    if (this.#isKilled) this.#settle({ type: 'blocked', seconds: worldLimit, ...lost });
    else if (code === floodCode) this.#settle({ type: 'floods', ...lost });
    else if (signal === 'SIGABRT' || code === 134) this.#settle({ type: 'memory', ...lost });
    else this.#settle({ type: 'exit', ...(code !== undefined && { code }), ...lost });
  }

  #settle(ending: Ending): void {
    const assignment = this.#assignment;
    this.#assignment = undefined;
    assignment?.settle(ending);
  }
}

/** What was never run has done nothing. */
function leavesNothing(ending: Ending): boolean {
  if (ending.type === 'ran') return ending.run.isClean;
  return ending.type === 'syntax';
}

const replies: readonly Reply['type'][] = ['ran', 'syntax', 'load', 'no-main'];
const messages: readonly FromExaminee['type'][] = [
  'ready',
  'loading',
  'line',
  'exits',
  'alive',
  'done',
];

/** An answer can say what it likes in its process; what is no message could break the report. */
function isMessage(message: unknown): message is FromExaminee {
  if (!isRecord(message) || !messages.includes(message.type as FromExaminee['type'])) return false;
  if (message.type === 'line') return isRecord(message.line);
  if (message.type !== 'done') return true;
  return isRecord(message.reply) && replies.includes(message.reply.type as Reply['type']);
}
