/**
 * Runs one variant on a host of its own and tells what happened. The lab touches the runtime here,
 * and in the stopper.
 *
 * Nothing is left behind: the host is the default one only while the variant runs, and what prints
 * after the end is not heard any more.
 */

import {
  type Host,
  type Instrument,
  type Output,
  type PrintedLine,
  realHost,
  run,
  type Task,
  virtualHost,
  withHost,
} from '../index.js';
import { describeError } from './describe-error.js';
import type {
  Cause,
  Clock,
  ExecutedLine,
  Execution,
  PendingTask,
  Stop,
  WaitingTask,
} from './execution.js';
import { together, until } from './observers.js';
import { outcomeOf } from './outcome.js';
import { placeNow, placeOf } from './place.js';
import { placeOfBody, placeOfTask } from './place-of-task.js';
import { notePrinted, printedAt } from './printed.js';
import type { Measure, Outcome, Variant } from './scenario.js';
import { Stopper } from './stopper.js';
import { collectStrays, type Strays } from './strays.js';

/** How a variant is to be run, and who is told of what it prints. */
export interface ExecuteOptions {
  readonly clock: Clock;
  /** The address of the scenario's module, for the threads that need it. */
  readonly module: string;
  /** In seconds of the clock. */
  readonly timeLimit: number;
  /** In seconds of the world, on the virtual clock; as `timeLimit` when absent. */
  readonly worldLimit?: number;
  readonly signal?: AbortSignal;
  /** Where errors go that nobody catches. */
  readonly strays: Strays;
  /** `stopped` tells that the variant has been stopped, and why: this is its cleanup. */
  readonly onLine: (line: ExecutedLine, stopped: Stop | undefined) => void;
  /** `about` is the error or the coroutine's body that it is about, if it is about one. */
  readonly onWarning: (text: string, about?: unknown) => void;
  /** Watches the variant until it is stopped; its hooks are functions of their own. */
  readonly observer?: Instrument;
}

/** Run a variant to its end. Whatever it throws is its outcome. */
export async function execute(variant: Variant, options: ExecuteOptions): Promise<Execution> {
  const { clock, module, timeLimit, worldLimit, signal, strays, observer = {} } = options;
  const notes = new Notes(variant, options);
  const host = makeHost(clock, notes);
  await prepareThreads(host, variant, module);
  const stopper = new Stopper(host, clock, timeLimit, worldLimit);
  const interrupt = () => stopper.stop('interrupted');
  signal?.addEventListener('abort', interrupt);
  const isStopped = () => stopper.reason !== undefined;
  const watching = together(stopper.observer, notes.observer, until(isStopped, observer));
  notes.begin(host, stopper);
  try {
    const ended = collectStrays(strays, () =>
      outcomeOf(() => withHost(host, () => start(variant), { observer: watching }), notes.raised),
    );
    const outcome = await Promise.race([ended, stopper.givenUp]);
    notes.over();
    if (!isStopped()) await Promise.race([joinThreads(host), stopper.givenUp]);
    return notes.end(outcome, stopper.reason);
  } finally {
    stopper.end();
    signal?.removeEventListener('abort', interrupt);
    await host.close();
  }
}

/** A module that cannot be loaded on a thread fails the call that needs it, not the lab. */
async function prepareThreads(host: Host, { threads }: Variant, module: string): Promise<void> {
  if (threads === undefined) return;
  await host.prepareThreads(threads, module).catch(() => {});
}

/** A program ends when its threads have; what stops it has its reason noted. */
async function joinThreads(host: Host): Promise<void> {
  await host.joinThreads().catch(() => {});
}

function makeHost(clock: Clock, notes: Notes): Host {
  return clock.kind === 'virtual'
    ? virtualHost({ output: notes })
    : realHost({ output: notes, speed: clock.speed, takesSignal: false });
}

function start({ main, program }: Variant): unknown {
  return main === undefined ? program?.() : run(main());
}

/** Looks a place up, `file:line`. */
type Place = () => string | undefined;

/** What is noted of a variant while it runs, by the clock of its host. */
class Notes implements Output {
  readonly #options: ExecuteOptions;
  readonly #measures: readonly (readonly [name: string, measure: Measure])[];
  readonly #lines: ExecutedLine[] = [];
  readonly #warnings: string[] = [];
  readonly #ends = new Map<string, number>();
  readonly #causes = new Map<string, () => Cause>();
  readonly #created = new WeakMap<Task<unknown>, Place>();
  readonly #pending: PendingTask[] = [];
  #waiting: WaitingTask[] = [];
  #host: Host | undefined;
  #stopper: Stopper | undefined;
  #start = 0;
  #elapsed = 0;
  #place: string | undefined;

  constructor({ measures = {} }: Variant, options: ExecuteOptions) {
    this.#options = options;
    this.#measures = Object.entries(measures);
  }

  /** The variant begins now. */
  begin(host: Host, stopper: Stopper): void {
    this.#host = host;
    this.#stopper = stopper;
    stopper.onDeadlock = (loops) => {
      const tasks = Array.from(loops, (loop) => [...loop.tasks]).flat();
      this.#waiting = tasks.map((task) => ({
        ...pendingTask(task, placeOfTask(task, host)),
        coroutine: task.outermost.name,
        waitsFor: task.waitsFor?.describeWait() ?? 'its turn',
      }));
    };
    this.#start = host.time();
  }

  print({ text, time, task, thread }: PrintedLine): void {
    if (this.#host === undefined) return;
    const line: ExecutedLine = {
      t: time - this.#start,
      text,
      ...(task !== undefined && { task }),
      ...(thread !== undefined && { thread }),
    };
    if (this.#isBeyondLimit(line)) return;
    this.#lines.push(line);
    notePrinted(line);
    this.#options.onLine(line, this.#stopper?.reason);
  }

  warn(text: string, about?: unknown): void {
    const host = this.#host;
    // What a variant leaves lying when it is stopped is not its own doing.
    if (host === undefined || this.#stopper?.reason !== undefined) return;
    this.#warnings.push(text);
    if (!this.#causes.has(text)) this.#causes.set(text, () => causeOf(about, host));
    this.#options.onWarning(text, about);
  }

  readonly observer: Instrument = {
    functionEnded: (_loop, name) => {
      if (this.#stopper?.reason === undefined) this.#ends.set(name, this.#now());
    },
    taskCreated: (_loop, task) => {
      this.#created.set(task, placeNow());
    },
    tasksLeft: (_loop, tasks) => {
      if (this.#stopper?.reason !== undefined) return;
      for (const task of tasks) {
        const created = this.#created.get(task);
        this.#pending.push({
          name: task.getName(),
          get place() {
            return created?.();
          },
        });
      }
    },
  };

  readonly raised = (error: unknown): void => {
    this.#place = placeOf(error);
  };

  /** A thread cannot be interrupted, and a virtual one is already where it will be. */
  #isBeyondLimit({ t }: ExecutedLine): boolean {
    const { clock, timeLimit } = this.#options;
    return clock.kind === 'virtual' && this.#stopper?.reason === 'time-limit' && t > timeLimit;
  }

  /** The variant has ended now; its threads may go on. */
  over(): void {
    this.#elapsed = this.#now();
  }

  /** Its threads have ended as well; what comes later is not heard. */
  end(outcome: Outcome | undefined, stopped: Stop | undefined): Execution {
    this.#host = undefined;
    const measures = this.#measures.flatMap(([name, measure]) => {
      const t = this.#momentOf(measure);
      return t === undefined ? [] : [[name, t] as const];
    });
    return {
      lines: this.#lines,
      warnings: this.#warnings,
      elapsed: this.#elapsed,
      outcome: outcome ?? { type: 'return' },
      ...(this.#place !== undefined && { place: this.#place }),
      printedAt,
      causeOf: (warning) => this.#causes.get(warning)?.() ?? {},
      measures: Object.fromEntries(measures),
      pending: this.#pending,
      waiting: this.#waiting,
      ...(stopped !== undefined && { stopped }),
    };
  }

  #momentOf({ until, line }: Measure): number | undefined {
    if (until !== undefined) return this.#ends.get(until);
    return this.#lines.find(({ text }) => text === line)?.t;
  }

  #now(): number {
    return this.#host === undefined ? 0 : this.#host.time() - this.#start;
  }
}

function pendingTask(task: Task<unknown>, place: string | undefined): PendingTask {
  return { name: task.getName(), ...(place !== undefined && { place }) };
}

/** What a warning is about is an error, or the body of a coroutine. */
function causeOf(about: unknown, host: Host): Cause {
  const isError = about instanceof Error;
  const place = isError ? placeOf(about) : placeOfBody(about, host);
  return {
    ...(isError && { error: describeError(about) }),
    ...(place !== undefined && { place }),
  };
}
