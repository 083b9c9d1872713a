/**
 * Child processes, and how a clock waits for them.
 *
 * A process is outside work: a virtual clock stands still while it is at work. Whether it works or waits
 * for the program, for its input or for a signal, cannot be seen from here. So one that has not stirred
 * for some seconds of the world counts as waiting and the time may go on, until it stirs again: until
 * something goes through one of its pipes, a signal is sent, or it ends.
 */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { clearTimeout, setTimeout } from 'node:timers';
import { OSError, osError } from '../core/oserrors.js';
import type { ChildProcess, ProcessOrder, StandardStream } from '../core/processes.js';
import { ReadPipe, WritePipe } from './pipes.js';

/** How long a process may be still before it counts as waiting, in milliseconds. */
export interface Patience {
  /** One that may wait for its pipes. */
  readonly withPipes: number;
  /** Any other, which at most waits for a signal. */
  readonly otherwise: number;
}

const PATIENCE: Patience = { withPipes: 2000, otherwise: 5000 };

/** Runs a program with both streams in one pipe, which Node has no way to ask for. */
const BOTH_IN_ONE = 'exec "$0" "$@" 2>&1';

/** What waits for processes. */
interface Clock {
  expectWakeUp(): () => void;
  wake(): void;
}

/** The processes that one host has started. */
export class Children {
  readonly #clock: Clock;
  readonly #patience: Patience;
  #alive = 0;

  constructor(clock: Clock, patience = PATIENCE) {
    this.#clock = clock;
    this.#patience = patience;
  }

  /** How many have not ended, or have output that somebody waits for. */
  get alive(): number {
    return this.#alive;
  }

  /**
   * Start a process.
   *
   * @throws OSError when it cannot be started.
   */
  start(order: ProcessOrder): ChildProcess {
    return new Child(order, this.#clock, this.#patience, (isAlive) => {
      this.#alive += isAlive ? 1 : -1;
    });
  }
}

class Child implements ChildProcess {
  readonly pid: number;
  readonly stdin: WritePipe | undefined;
  readonly stdout: ReadPipe | undefined;
  readonly stderr: ReadPipe | undefined;
  readonly #clock: Clock;
  readonly #count: (isAlive: boolean) => void;
  #isAlive = false;
  #returncode: number | undefined;
  #callback: ((returncode: number) => void) | undefined;
  #arrived: (() => void) | undefined;
  readonly #patience: Patience;
  #resting: NodeJS.Timeout | undefined;

  /** @param count told whenever it begins to be alive, or ceases to be */
  constructor(
    order: ProcessOrder,
    clock: Clock,
    patience: Patience,
    count: (isAlive: boolean) => void,
  ) {
    this.#clock = clock;
    this.#patience = patience;
    this.#count = count;
    const child = spawned(order);
    this.pid = child.pid as number;
    const stirs = () => this.#stir();
    if (order.stdin === 'pipe') this.stdin = new WritePipe(child.stdin as Writable, stirs);
    if (order.stdout === 'pipe') this.stdout = new ReadPipe(child.stdout as Readable, stirs);
    if (order.stderr === 'pipe') this.stderr = new ReadPipe(child.stderr as Readable, stirs);
    child.on('exit', (code, signal) => {
      this.#returncode = code ?? -numberOf(signal);
      this.#stir();
      this.#callback?.(this.#returncode);
    });
    this.#stir();
  }

  whenEnded(callback: (returncode: number) => void): void {
    this.#callback = callback;
    if (this.#returncode !== undefined) callback(this.#returncode);
  }

  kill(signal: number): void {
    if (this.#returncode !== undefined) return;
    this.#stir();
    try {
      process.kill(this.pid, signal);
    } catch (error) {
      throw osError((error as NodeJS.ErrnoException).code ?? 'EINVAL');
    }
  }

  /** Take note that something has happened to it: it is at work, or at its end. */
  #stir(): void {
    clearTimeout(this.#resting);
    const isAlive = this.#mayStir();
    if (isAlive !== this.#isAlive) this.#count(isAlive);
    this.#isAlive = isAlive;
    if (!isAlive) {
      this.#rest();
      return;
    }
    this.#arrived ??= this.#clock.expectWakeUp();
    const { withPipes, otherwise } = this.#patience;
    const patience = this.#mayWaitForPipes() ? withPipes : otherwise;
    this.#resting = setTimeout(() => this.#rest(), patience);
    this.#resting.unref();
  }

  /** Whether anything may still come of it: what it has left in a pipe comes only when it is read. */
  #mayStir(): boolean {
    if (this.#returncode === undefined) return true;
    const outputs = [this.stdout, this.stderr];
    return this.stdin?.isOver === false || outputs.some((pipe) => pipe?.isRead && !pipe.isOver);
  }

  #mayWaitForPipes(): boolean {
    const outputs = [this.stdout, this.stderr];
    return (
      this.stdin?.isOpen === true ||
      outputs.some((pipe) => pipe !== undefined && !pipe.isOver && !pipe.isRead)
    );
  }

  #rest(): void {
    this.#arrived?.();
    this.#arrived = undefined;
    this.#clock.wake();
  }
}

function spawned(order: ProcessOrder) {
  const { program, args, stdin, stdout, stderr, cwd, env, startNewSession } = order;
  const isMerged = stderr === 'stdout' && stdout === 'pipe';
  const reason = isMerged ? whyNot(order) : undefined;
  if (reason !== undefined) throw reason;
  const { spawn } = process.getBuiltinModule('node:child_process');
  const error = streamOf(stderr === 'stdout' ? (isMerged ? 'nothing' : stdout) : stderr, 2);
  const command = isMerged ? ['-c', BOTH_IN_ONE, program, ...args] : args;
  let child: ReturnType<typeof spawn>;
  try {
    child = spawn(isMerged ? '/bin/sh' : program, command, {
      stdio: [streamOf(stdin, 0), streamOf(stdout, 1), error],
      cwd,
      env,
      detached: startNewSession,
    });
  } catch (thrown) {
    const { code = 'EAGAIN' } = thrown as NodeJS.ErrnoException;
    throw whyNot(order) ?? osError(code, { filename: program });
  }
  // What Node reports of it later is known at once.
  child.on('error', () => {});
  if (child.pid === undefined) {
    for (const stream of child.stdio) stream?.destroy();
    throw whyNot(order) ?? osError('EAGAIN');
  }
  return child;
}

function streamOf(stream: StandardStream, own: number): 'pipe' | 'ignore' | number {
  if (typeof stream === 'number') return stream;
  if (stream === 'own') return own;
  return stream === 'pipe' ? 'pipe' : 'ignore';
}

/** Say why a program cannot be started; `undefined` when nothing speaks against it. */
function whyNot({ program, cwd, env }: ProcessOrder): OSError | undefined {
  if (cwd !== undefined) {
    const reason = refusal(() => {
      if (!statSync(cwd).isDirectory()) throw osError('ENOTDIR', { filename: cwd });
    }, cwd);
    if (reason !== undefined) return reason;
  }
  const { PATH = '/usr/bin:/bin' } = env ?? process.env;
  const places = program.includes('/') ? [''] : PATH.split(delimiter);
  const reasons = places.map((folder) => {
    const path = join(folder, program);
    return refusal(() => {
      const place = path.startsWith('/') ? path : join(cwd ?? '.', path);
      accessSync(place, constants.X_OK);
      if (statSync(place).isDirectory()) throw osError('EACCES', { filename: program });
    }, program);
  });
  if (reasons.includes(undefined)) return undefined;
  return reasons.find((reason) => reason?.name !== 'FileNotFoundError') ?? reasons[0];
}

function refusal(look: () => void, filename: string): OSError | undefined {
  try {
    look();
    return undefined;
  } catch (error) {
    if (error instanceof OSError) return error;
    return osError((error as NodeJS.ErrnoException).code ?? 'ENOENT', { filename });
  }
}

function numberOf(signal: NodeJS.Signals | null): number {
  const { signals } = process.getBuiltinModule('node:os').constants;
  return signal === null ? 0 : signals[signal];
}
