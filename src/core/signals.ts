/**
 * The signal handlers of a loop (`unix_events._UnixSelectorEventLoop`).
 *
 * A signal calls nobody: it puts the one handle of its handler on the ready queue, so that handlers
 * run between two steps of tasks and may do what any callback may.
 */
import { checkCallback } from './callbacks.js';
import { inheritContext } from './contextvars.js';
import type { EventLoop } from './events.js';
import { RuntimeError, ValueError } from './exceptions.js';
import { type Callback, Handle } from './handles.js';
import type { Signals } from './host.js';
import { repr } from './repr.js';

/** A signal by its name, `SIGTERM`, or its number. */
export type Signal = string | number;

/** No system lets a process take these. */
const UNCATCHABLE: readonly string[] = ['SIGKILL', 'SIGSTOP'];

/** @internal The handlers of one loop, one for each signal. */
export class SignalHandlers {
  readonly #loop: EventLoop;
  readonly #stops = new Map<string, () => void>();

  constructor(loop: EventLoop) {
    this.#loop = loop;
  }

  add(signal: Signal, callback: Callback, args: readonly unknown[]): void {
    checkCallback(callback, 'addSignalHandler');
    const loop = this.#loop;
    const { signals } = loop.host;
    const name = signalName(signals, signal);
    if (loop.isClosed()) throw new RuntimeError('Event loop is closed');
    checkCatchable(signals, name);
    const handle = new Handle(loop, callback, args, inheritContext());
    const stop = signals.listen(name, () => {
      loop.addReady(handle);
      loop.host.wake();
    });
    // The new one listens before the old one stops, so that the signal is never left to the system.
    this.#stops.get(name)?.();
    this.#stops.set(name, stop);
  }

  /** Tell whether there was a handler to remove. */
  remove(signal: Signal): boolean {
    const name = signalName(this.#loop.host.signals, signal);
    const stop = this.#stops.get(name);
    this.#stops.delete(name);
    stop?.();
    return stop !== undefined;
  }

  clear(): void {
    for (const stop of this.#stops.values()) stop();
    this.#stops.clear();
  }
}

function checkCatchable(signals: Signals, name: string): void {
  if (!UNCATCHABLE.includes(name)) return;
  throw new RuntimeError(`sig ${signals.numbers[name]} cannot be caught`);
}

/**
 * @internal Return the name of a signal given by its name or number.
 *
 * @throws ValueError when the system has no such signal.
 */
export function signalName({ numbers }: Signals, signal: Signal): string {
  if (typeof signal === 'string') {
    if (Object.hasOwn(numbers, signal)) return signal;
    throw new ValueError(`invalid signal name ${repr(signal)}`);
  }
  if (!Number.isInteger(signal)) throw new TypeError(`sig must be an int, not ${repr(signal)}`);
  const name = Object.keys(numbers).find((each) => numbers[each] === signal);
  if (name === undefined) throw new ValueError(`invalid signal number ${signal}`);
  return name;
}

/**
 * @internal Return the number of a signal given by its name or number; whether there is one of that
 * number is for the system to say.
 */
export function signalNumber(signals: Signals, signal: Signal): number {
  if (typeof signal === 'number' && Number.isInteger(signal)) return signal;
  return signals.numbers[signalName(signals, signal)] as number;
}
