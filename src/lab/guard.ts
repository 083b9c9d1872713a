/**
 * Ends a process when this one has ended, in whatever way.
 *
 * One that is blocked does not notice that its parent is gone, and a parent that is killed can do
 * nothing any more. So a third process looks: its standard input ends with the parent. It is worth
 * its start only where something takes long.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';

const guardAfter = 1000;

const programFor = (pid: number) => `
try {
  while (require('node:fs').readSync(0, Buffer.alloc(1)) > 0);
} catch {} // On Windows the end is an error.
process.kill(${pid}, 'SIGKILL');
`;

/** Guards a process as soon as it takes long. */
export class Guard {
  readonly #pid: number | undefined;
  #timer: NodeJS.Timeout | undefined;
  #child: ChildProcess | undefined;

  /** The process is a child of this one; without a number it has never started. */
  constructor(pid: number | undefined) {
    this.#pid = pid;
  }

  /** The process has something to do from now on. */
  begin(): void {
    clearTimeout(this.#timer);
    if (this.#child !== undefined) return;
    this.#timer = setTimeout(() => this.#start(), guardAfter).unref();
  }

  /** The process has ended, or is about to: its number may soon be another's. */
  end(): void {
    clearTimeout(this.#timer);
    this.#child?.kill('SIGKILL');
  }

  #start(): void {
    if (this.#pid === undefined) return;
    const child = spawn(process.execPath, ['-e', programFor(this.#pid)], {
      // Ctrl-C is not for it.
      detached: true,
      windowsHide: true,
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.#child = child;
    // Where no process can be started, there is no guard.
    child.on('error', () => {});
    child.stdin.on('error', () => {});
    child.unref();
    (child.stdin as Socket).unref();
  }
}
