/**
 * A whole run of `bench`: peers on the workloads asked for, and how the time grows with the work.
 */
import { type Comparison, compare, type Peer, type Plan } from './compare.js';
import { type Machine, thisMachine } from './machine.js';
import { type Workload, workloads } from './workloads.js';

/** What is to be measured. */
export interface Campaign {
  readonly quick: boolean;
  /** The workloads; all of them unless told otherwise. */
  readonly only?: readonly Workload[];
  /** How many rounds there are, for each peer and however long they take. */
  readonly rounds?: number;
  /** The first is the one that the others are compared with. */
  readonly peers: readonly Peer[];
  /** Whose growth is measured. */
  readonly growing: readonly Peer[];
}

/** What came of a campaign. */
export interface Measurements {
  readonly schemaVersion: 1;
  readonly date: string;
  readonly machine: Machine;
  readonly quick: boolean;
  readonly rounds: number;
  readonly comparisons: readonly Comparison[];
  /** The sleepers of both clocks, at growing numbers of them. */
  readonly growth: readonly Comparison[];
}

const plans: Readonly<Record<'quick' | 'full', Plan>> = {
  quick: { rounds: 3, warmUps: 2, patience: 0.6, fewestRounds: 1, limit: 10 },
  full: { rounds: 15, warmUps: 3, patience: 20, fewestRounds: 3, limit: 60 },
};

const sizes = { quick: [1000, 10_000, 100_000], full: [1000, 10_000, 100_000, 1_000_000] };

/** Measure, and tell what came of each workload as soon as it is known; growth comes last. */
export async function conduct(
  { quick, only, peers, growing, ...asked }: Campaign,
  tell: (comparison: Comparison) => void,
): Promise<Measurements> {
  const usual = plans[quick ? 'quick' : 'full'];
  const { rounds = usual.rounds } = asked;
  const plan = { ...usual, rounds, fewestRounds: asked.rounds ?? usual.fewestRounds };
  const machine = thisMachine();
  const date = new Date().toISOString().slice(0, 10);
  const measure = (workload: Workload, operations: number, contestants: readonly Peer[]) =>
    compare(workload, operations, contestants, plan);

  const comparisons: Comparison[] = [];
  for (const workload of only ?? workloads) {
    const comparison = await measure(workload, quick ? workload.quick : workload.operations, peers);
    comparisons.push(comparison);
    tell(comparison);
  }
  const growth: Comparison[] = [];
  if (only === undefined) {
    for (const workload of workloads.filter(({ name }) => name.startsWith('sleepers'))) {
      for (const size of sizes[quick ? 'quick' : 'full']) {
        growth.push(await measure(workload, size, growing));
      }
    }
  }
  return { schemaVersion: 1, date, machine, quick, rounds, comparisons, growth };
}
