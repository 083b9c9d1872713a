/**
 * Keeps the server of a variant up, on the real clock, for programs outside.
 *
 * Nothing is judged here: what the server prints depends on who asks it. It ends when it is
 * interrupted, or by a fault of its own.
 */

import {
  KeyboardInterrupt,
  type Output,
  type PrintedLine,
  realHost,
  run,
  withHost,
} from '../index.js';
import type { ExecutedLine } from './execution.js';
import type { Variant } from './scenario.js';

/** How a server is to be kept up, and who is told of it. */
export interface ServeOptions {
  /** How many times as fast as the world its clock goes. */
  readonly speed: number;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** It listens at this address now. */
  readonly onAddress: (address: string) => void;
  readonly onLine: (line: ExecutedLine) => void;
  readonly onWarning: (text: string) => void;
}

/**
 * Run the server of a variant until the signal ends it.
 *
 * @throws whatever ends it before that.
 */
export async function serveVariant(
  serve: NonNullable<Variant['serve']>,
  options: ServeOptions,
): Promise<void> {
  const { speed, signal, onAddress, onLine, onWarning } = options;
  let start = 0;
  const output: Output = {
    print: ({ text, time, task }: PrintedLine) =>
      onLine({ t: time - start, text, ...(task !== undefined && { task }) }),
    warn: onWarning,
  };
  const host = realHost({ output, speed, takesSignal: false });
  start = host.time();
  const interrupt = () => host.interrupt();
  signal.addEventListener('abort', interrupt);
  try {
    await withHost(host, () => run(serve(onAddress)));
  } catch (error) {
    if (!(error instanceof KeyboardInterrupt && signal.aborted)) throw error;
  } finally {
    signal.removeEventListener('abort', interrupt);
    await host.close();
  }
}
