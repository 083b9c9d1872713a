/**
 * Where a measurement was made: without it, a number of nanoseconds says nothing.
 */
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

/** A machine, and what was on it. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly v8: string;
  /** How many processes wanted to run when the measurement began, in the mean of a minute. */
  readonly load: number;
}

/** Describe this machine. */
export function thisMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? '?',
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.versions.node,
    v8: process.versions.v8,
    load: Number((loadavg()[0] ?? 0).toFixed(2)),
  };
}
