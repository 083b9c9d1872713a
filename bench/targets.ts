/**
 * The ratios that the runtime is held to, of medians in one run on one machine.
 */
import type { Comparison, Measured } from '../src/bench/compare.js';
import { runtimeName } from '../src/bench/runtime.js';
import type { WorkloadName } from '../src/bench/workloads.js';

/** One promise, and what was measured of it. */
export interface Verdict {
  readonly workload: WorkloadName;
  /** What is divided by what. */
  readonly ratio: string;
  readonly bound: string;
  readonly measured: number;
  readonly isMet: boolean;
}

type Bounds = Readonly<Partial<Record<WorkloadName, number>>>;

/** How many times as long as ours CPython takes, at least. */
const cpythonAtLeast: Bounds = {
  spawn: 10,
  'sleep-zero-1': 25,
  'sleep-zero-100': 15,
  futures: 15,
  queue: 5,
  cancel: 7,
  'deep-chain': 3,
  'deep-resume': 15,
  lock: 12,
  'sleepers-real': 5,
  'sleepers-virtual': 6,
  thread: 2,
};

/** How many times as long as native promises ours takes, at most. */
const nativeAtMost: Bounds = {
  spawn: 2,
  'sleep-zero-1': 1.3,
  'sleep-zero-100': 1.2,
  futures: 1.5,
  queue: 1,
  cancel: 0.3,
  'deep-chain': 1,
  'deep-resume': 2,
  lock: 1.1,
  'sleepers-real': 0.8,
};

/** How many bytes of heap a sleeping task has, at most. */
const bytesAtMost = 650;

/** How many times as long a run with an observer takes, at most. */
const observedAtMost = 2;

/** Hold what was measured on a workload against its targets. */
export function verdictsOn(comparison: Comparison): Verdict[] {
  const { workload } = comparison;
  const measured = comparison.peers.filter((it) => 'median' in it);
  const ours = measured.find(({ peer }) => peer === runtimeName);
  if (ours === undefined) return [];
  if (workload === 'heap') {
    return [atMost(workload, 'bytes', bytesAtMost, ours.median)];
  }
  return measured.flatMap((it): Verdict[] => {
    const native = nativeAtMost[workload];
    const cpython = cpythonAtLeast[workload];
    if (it.peer === 'native' && native !== undefined) {
      return [atMost(workload, 'ours ÷ native', native, 1 / it.ratio.median)];
    }
    if (it.peer === 'observed') {
      return [atMost(workload, 'observed ÷ ours', observedAtMost, it.ratio.median)];
    }
    if (it.peer.startsWith('CPython') && cpython !== undefined) {
      return [atLeast(workload, it, cpython)];
    }
    return [];
  });
}

function atMost(workload: WorkloadName, ratio: string, bound: number, measured: number): Verdict {
  return { workload, ratio, bound: `≤ ${bound}`, measured, isMet: measured <= bound };
}

function atLeast(workload: WorkloadName, { peer, ratio }: Measured, bound: number): Verdict {
  const measured = ratio.median;
  return {
    workload,
    ratio: `${peer} ÷ ours`,
    bound: `≥ ${bound}`,
    measured,
    isMet: measured >= bound,
  };
}
