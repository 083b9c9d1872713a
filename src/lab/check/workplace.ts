/**
 * Where a member of the crew works: out of everybody's way, and where it can be ended at any moment.
 *
 * What users write gets a process, to which it can do whatever it likes. Our own scenarios get a
 * thread, which starts in half the time: it can be ended as well, whatever it does, and nothing in it
 * outlives it.
 */

import { type ChildProcess, fork } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import { Guard } from '../guard.js';
import type { FromMember, ToMember } from './messages.js';

/** How a workplace has come to its end by itself. */
export interface Exit {
  readonly code?: number;
  readonly signal?: string;
}

/** Who listens to what happens there. */
export interface Overseer {
  /** It may be anything: scenarios can do what they like there. */
  message(message: unknown): void;
  exited(exit: Exit): void;
}

/** Where a member works. */
export interface Workplace {
  /** Whether messages still get there. */
  readonly isReachable: boolean;
  /** What is written there to standard output and standard error. */
  readonly outputs: readonly NodeJS.ReadableStream[];
  send(message: ToMember): void;
  /** End it; the overseer is told. */
  kill(): void;
  /** End it, and tell nobody. */
  leave(): void;
}

/** Opens a workplace of one kind or the other. */
export type OpenWorkplace = (overseer: Overseer) => Workplace;

/** Return what starts processes; `program` is the path of their program. */
export function processes(program: string): OpenWorkplace {
  return (overseer) => new OwnProcess(program, overseer);
}

/** Return what starts threads; `program` is the path of their program. */
export function threads(program: string): OpenWorkplace {
  return (overseer) => new OwnThread(program, overseer);
}

class OwnProcess implements Workplace {
  readonly outputs: readonly NodeJS.ReadableStream[];
  readonly #child: ChildProcess;
  readonly #guard: Guard;

  constructor(program: string, overseer: Overseer) {
    // A loader or an inspector that this process was started with is not for scenarios.
    const child = fork(program, {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    this.#guard = new Guard(child.pid);
    this.outputs = [child.stdout, child.stderr].filter((stream) => stream !== null);
    child.on('message', (message) => overseer.message(message as FromMember));
    child.on('disconnect', () => child.kill('SIGKILL'));
    child.on('error', () => overseer.exited({}));
    child.on('exit', (code, signal) => {
      this.#guard.end();
      overseer.exited({ ...(code !== null && { code }), ...(signal !== null && { signal }) });
    });
  }

  get isReachable(): boolean {
    return this.#child.connected;
  }

  send(message: ToMember): void {
    if (message.type === 'job') this.#guard.begin();
    if (this.#child.connected) this.#child.send(message, () => {});
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  leave(): void {
    const child = this.#child;
    this.#guard.end();
    child.removeAllListeners();
    // Nobody waits for it any more; a second kill does no harm.
    child.on('error', () => {});
    child.kill('SIGKILL');
    child.unref();
    if (child.connected) child.disconnect();
    child.stdout?.destroy();
    child.stderr?.destroy();
  }
}

class OwnThread implements Workplace {
  readonly outputs: readonly NodeJS.ReadableStream[];
  isReachable = true;
  readonly #worker: Worker;

  constructor(program: string, overseer: Overseer) {
    const worker = new Worker(program, { execArgv: [], stdout: true, stderr: true });
    this.#worker = worker;
    this.outputs = [worker.stdout, worker.stderr];
    worker.on('message', (message: unknown) => overseer.message(message));
    worker.on('error', () => this.#exited(overseer, {}));
    worker.on('exit', (code) => this.#exited(overseer, { code }));
  }

  send(message: ToMember): void {
    this.#worker.postMessage(message);
  }

  kill(): void {
    void this.#worker.terminate();
  }

  leave(): void {
    this.#worker.removeAllListeners();
    this.#worker.on('error', () => {});
    void this.#worker.terminate();
    this.#worker.unref();
  }

  #exited(overseer: Overseer, exit: Exit): void {
    this.isReachable = false;
    overseer.exited(exit);
  }
}
