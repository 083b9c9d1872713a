/**
 * A process as a workplace: what users write can do whatever it likes to it.
 */

import { type ChildProcess, fork } from 'node:child_process';
import { Guard } from '../guard.js';
import type { OpenWorkplace, Order, Overseer, Workplace } from './workplace.js';

/** Return what starts processes; `program` is the path of their program, `options` are Node's. */
export function processes(program: string, options: readonly string[] = []): OpenWorkplace {
  return (overseer) => new OwnProcess(program, options, overseer);
}

class OwnProcess implements Workplace {
  readonly outputs: readonly NodeJS.ReadableStream[];
  readonly #child: ChildProcess;
  readonly #guard: Guard;

  constructor(program: string, options: readonly string[], overseer: Overseer) {
    // A loader or an inspector that this process was started with is not for scenarios.
    const child = fork(program, {
      execArgv: [...options],
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    this.#guard = new Guard(child.pid);
    this.outputs = [child.stdout, child.stderr].filter((stream) => stream !== null);
    child.on('message', (message) => overseer.message(message));
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

  send(message: Order): void {
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
