/**
 * The parent's side of a child: asks it for runs, one at a time.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import type { Request, Sample } from './child.js';

/** How a peer's child is started. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
}

/** A child that ended before it answered. */
export class ChildError extends Error {
  override readonly name = 'ChildError';
}

/** A running child. */
export class Session {
  readonly #child: ChildProcess;
  readonly #answers: AsyncIterator<string>;
  readonly #lines: Interface;
  readonly #ended: Promise<void>;
  #complaints = '';

  private constructor({ file, args }: Command) {
    this.#child = spawn(file, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const { stdout, stderr, stdin } = this.#child;
    if (stdout === null || stderr === null || stdin === null) throw new ChildError(file);
    stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#complaints += text;
    });
    stdin.on('error', () => {});
    this.#lines = createInterface({ input: stdout });
    this.#ended = new Promise((resolve) => {
      this.#child.on('close', () => resolve());
      this.#child.on('error', (error) => {
        this.#complaints += error.message;
        this.#lines.close();
        resolve();
      });
    });
    this.#answers = this.#lines[Symbol.asyncIterator]();
  }

  /**
   * Start a child and wait until its program is loaded.
   *
   * @throws ChildError when it ends instead.
   */
  static async start(command: Command): Promise<Session> {
    const session = new Session(command);
    await session.#answer();
    return session;
  }

  /**
   * Have the child do one run of so many operations, in so many seconds at most.
   *
   * @throws ChildError when it ends instead, or needs longer.
   */
  async perform(operations: number, limit: number): Promise<Sample> {
    const request: Request = { operations };
    this.#child.stdin?.write(`${JSON.stringify(request)}\n`);
    const timer = setTimeout(() => {
      this.#complaints = `a run takes more than ${limit} s`;
      this.close();
    }, limit * 1000);
    try {
      return JSON.parse(await this.#answer()) as Sample;
    } finally {
      clearTimeout(timer);
    }
  }

  /** End the child. */
  close(): void {
    this.#lines.close();
    this.#child.kill('SIGKILL');
  }

  async #answer(): Promise<string> {
    for (;;) {
      const { done, value } = await this.#answers.next();
      if (done) break;
      // A program's library may have something to say as well.
      if (value.startsWith('{')) return value;
    }
    this.close();
    await this.#ended;
    const said = this.#complaints.trim().split('\n');
    throw new ChildError(said.find((line) => /^\S*Error\b/.test(line)) ?? said.at(-1) ?? '');
  }
}
