/**
 * The workloads: what each is called, and how many operations a round of it has.
 *
 * A round is long enough to be measured, some thirty milliseconds for the fastest peer: in a shorter one
 * the processor's own start after a pause would count. It is short enough to be repeated. Numbers of
 * operations are multiples of a thousand, for some programs share them out among a thousand tasks.
 */

/** One kind of work, of which each peer has a program. */
export interface Workload {
  readonly name: WorkloadName;
  /** How many operations a round has, and how many of a quick run. */
  readonly operations: number;
  readonly quick: number;
  /** What a round measures: nanoseconds, or bytes of memory, of one operation. */
  readonly measures: 'time' | 'memory';
}

/** The names of all workloads. */
export type WorkloadName = (typeof names)[number];

const names = [
  'spawn',
  'sleep-zero-1',
  'sleep-zero-100',
  'futures',
  'queue',
  'cancel',
  'deep-chain',
  'deep-resume',
  'lock',
  'sleepers-real',
  'sleepers-virtual',
  'thread',
  'heap',
] as const;

const sizes: Readonly<Record<WorkloadName, readonly [operations: number, quick: number]>> = {
  spawn: [100_000, 10_000],
  'sleep-zero-1': [1_000_000, 50_000],
  'sleep-zero-100': [1_000_000, 50_000],
  futures: [300_000, 10_000],
  queue: [500_000, 50_000],
  cancel: [100_000, 10_000],
  'deep-chain': [20_000, 2_000],
  'deep-resume': [500_000, 20_000],
  lock: [100_000, 5_000],
  'sleepers-real': [100_000, 10_000],
  'sleepers-virtual': [100_000, 10_000],
  thread: [5_000, 1_000],
  heap: [100_000, 20_000],
};

/** All workloads, in the order in which they are measured and shown. */
export const workloads: readonly Workload[] = names.map((name) => {
  const [operations, quick] = sizes[name];
  return { name, operations, quick, measures: name === 'heap' ? 'memory' : 'time' };
});

/** Return a workload by its name. */
export function workloadNamed(name: string): Workload | undefined {
  return workloads.find((workload) => workload.name === name);
}
