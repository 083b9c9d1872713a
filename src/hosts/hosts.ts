/**
 * The choice of a host for the clock that is asked for.
 */
import { isMainThread } from 'node:worker_threads';
import { endLine } from '../core/begunlines.js';
import { unawaitedOutside, warnOfUnawaited } from '../core/coroutines.js';
import { ValueError } from '../core/exceptions.js';
import type { ClockOptions, Host, Output } from '../core/host.js';
import { repr } from '../core/repr.js';
import { currentHost } from '../core/surroundings.js';
import { NodeHost, type NodeHostOptions } from './node.js';
import { VirtualHost, type VirtualHostOptions } from './virtual.js';

/** Lines go to the standard output, warnings to the standard error. */
const standardOutput: Output = {
  print({ text }) {
    process.stdout.write(`${text}\n`);
  },
  warn(text) {
    process.stderr.write(`${text}\n`);
  },
};

/** The hosts whose threads go on when the program has ended otherwise. */
const unfinished = new Set<Host>();

if (isMainThread) {
  process.once('exit', () => {
    // That of simulated ones takes no time of the world.
    for (const host of unfinished) void host.joinThreads();
    endLine(standardOutput, (line) => currentHost().print(line, undefined));
    warnOfUnawaited(unawaitedOutside(), standardOutput);
  });
}

/** @internal Make the host for the clock that is asked for. */
export function hostOf({ clock = 'real', speed, network }: ClockOptions): Host {
  if (clock !== 'virtual' && network !== undefined) {
    throw new ValueError("network is for the virtual clock: say clock: 'virtual' too");
  }
  if (clock !== 'real' && speed !== undefined) {
    throw new ValueError('speed is for the real clock: leave the clock out, or the speed');
  }
  if (clock === 'virtual') return virtualHost({ network, unfinished });
  if (clock === 'real') return realHost({ speed });
  if (typeof clock === 'object' && clock !== null) return realHost({ speed: clock.speed });
  throw new ValueError(`clock must be 'real', 'virtual' or { speed }, not ${repr(clock)}`);
}

/**
 * Make a host with a virtual clock, which starts at 0 and jumps to whatever comes next.
 *
 * @example
 * const lines: string[] = [];
 * const host = virtualHost({ output: { print: (line) => lines.push(line.text), warn: console.error } });
 * await withHost(host, () => run(main()));
 */
export function virtualHost(options: Partial<VirtualHostOptions> = {}): Host {
  return new VirtualHost({ output: standardOutput, ...options });
}

/**
 * Make a host with the monotonic clock, perhaps a faster one.
 *
 * @throws ValueError when the speed is not greater than 0.
 */
export function realHost(options: Partial<NodeHostOptions> = {}): Host {
  const { speed = 1 } = options;
  if (!(speed > 0 && speed < Number.POSITIVE_INFINITY)) {
    throw new ValueError(`speed must be greater than 0, not ${speed}`);
  }
  return new NodeHost({ output: standardOutput, ...options });
}
