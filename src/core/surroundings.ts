/**
 * The surroundings of code: which host it finds when it names none.
 *
 * That of the running loop, or of the thread that it runs on, or the one that a tool has set, or at
 * last one with the real clock.
 */
import { endLine } from './begunlines.js';
import { unawaitedOutside, warnOfUnawaited } from './coroutines.js';
import { RuntimeError } from './exceptions.js';
import type { ClockOptions, Host } from './host.js';
import type { Instrument } from './instruments.js';
import { runningLoop } from './running.js';
import { shared } from './shared.js';

/** What a loop is given when it is made where nothing else is said. */
export interface Surroundings {
  readonly host: Host;
  readonly instruments: readonly Instrument[];
}

type Maker = (options: ClockOptions) => Host;

interface Hosts {
  make?: Maker | undefined;
  /** What a tool has set. */
  set?: Surroundings | undefined;
  /** The host of the thread whose code runs. */
  onThread?: Host | undefined;
  fallback?: Host | undefined;
}

const hosts = shared<Hosts>('hosts', () => ({}));

/** @internal Say how hosts are made, if nobody has said so yet: the package's entry does. */
export function installHosts(make: Maker): void {
  hosts.make ??= make;
}

/** @internal Have every host made in another way from now on. */
export function replaceHosts(make: Maker): void {
  hosts.make = make;
  hosts.fallback = undefined;
}

/**
 * @internal Return a host for the clock asked for, the surrounding one where none is.
 *
 * @throws RuntimeError on a thread: a function there runs to its end, and no loop can beneath it.
 */
export function hostFor(options: ClockOptions): Host {
  if (hosts.onThread !== undefined) {
    throw new RuntimeError('a thread cannot have an event loop of its own here', {
      hint: 'hand the coroutine to the loop: runCoroutineThreadsafe(work, …).result()',
    });
  }
  const { clock, speed, network } = options;
  const isAnyGood = clock === undefined && speed === undefined && network === undefined;
  return isAnyGood ? surroundings().host : newHost(options);
}

/** @internal The host of the running loop or thread, or else the surrounding one. */
export function currentHost(): Host {
  return runningLoop()?.host ?? hosts.onThread ?? surroundings().host;
}

/** @internal Say that code of a thread of this host runs now; returns what was said before. */
export function swapThreadHost(host: Host | undefined): Host | undefined {
  const before = hosts.onThread;
  hosts.onThread = host;
  return before;
}

/** @internal What loops are given by default. */
export function surroundings(): Surroundings {
  if (hosts.set !== undefined) return hosts.set;
  hosts.fallback ??= newHost({});
  return { host: hosts.fallback, instruments: [] };
}

function newHost(options: ClockOptions): Host {
  if (hosts.make === undefined) {
    throw new RuntimeError('no host is installed: import the runtime from its entry, asyncio-lab');
  }
  return hosts.make(options);
}

/**
 * Call a function with another host as the default: for `run` and `newEventLoop` without a clock of
 * their own, and for `print`, `blockingSleep` and `perfCounter` outside any loop.
 *
 * The default is restored when the function has returned and its promise, if it gives one, is
 * settled. Meant for tools that run whole programs one at a time.
 *
 * @example
 * const host = virtualHost({ output });
 * await withHost(host, () => run(main()));
 */
export async function withHost<T>(
  host: Host,
  fn: () => T,
  options: { readonly observer?: Instrument } = {},
): Promise<Awaited<T>> {
  const { observer } = options;
  const outer = hosts.set;
  hosts.set = { host, instruments: observer === undefined ? [] : [observer] };
  const earlier = unawaitedOutside();
  try {
    return await fn();
  } finally {
    endLine(host.output, (line) => host.print(line, undefined));
    hosts.set = outer;
    warnOfUnawaited(unawaitedOutside(earlier), host.output);
  }
}
