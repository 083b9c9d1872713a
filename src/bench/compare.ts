/**
 * Peers against one another on one workload.
 *
 * Rounds are interleaved: in each of them every peer does its work once, one after the other, and
 * the next round begins with another. A machine that grows slow for a while so slows all of them,
 * and the ratio within a round stays what it is. A peer that needs very long has fewer rounds.
 */
import { type Contestant, timed, weighed } from './contestant.js';
import { ChildError, type Command } from './session.js';
import { type Spread, spreadOf } from './statistics.js';
import type { Workload, WorkloadName } from './workloads.js';

/** Someone who can do the work. */
export interface Peer {
  readonly name: string;
  /** How its child is started for a workload, or why it has no program; nothing if it need not. */
  command(workload: WorkloadName): Command | Absence | undefined;
}

/** The reason why a peer does not take part. */
export interface Absence {
  readonly absent: string;
}

/** How much is measured. */
export interface Plan {
  readonly rounds: number;
  /** How many runs come before the first that counts. */
  readonly warmUps: number;
  /** How many seconds a peer may take for its warm-up, and about as long for its rounds. */
  readonly patience: number;
  /** How many rounds a peer has that has worn the patience out. */
  readonly fewestRounds: number;
  /** How many seconds a run may take; who needs longer is absent. */
  readonly limit: number;
}

/** What was measured of a peer: nanoseconds or bytes of one operation. */
export interface Measured extends Spread {
  readonly peer: string;
  readonly samples: readonly number[];
  /** Measured over that of the first peer, round by round. */
  readonly ratio: Spread;
  readonly checksum: number;
}

/** What was measured of all. */
export interface Comparison {
  readonly workload: WorkloadName;
  readonly measures: Workload['measures'];
  readonly operations: number;
  readonly peers: readonly (Measured | (Absence & { readonly peer: string }))[];
}

interface Entry {
  readonly contestant: Contestant;
  readonly rounds: number;
  readonly samples: number[];
}

/**
 * Measure peers on one workload; the first is the one that all are compared with.
 *
 * @throws ChildError when the first of them cannot do the work.
 */
export async function compare(
  workload: Workload,
  operations: number,
  peers: readonly Peer[],
  plan: Plan,
): Promise<Comparison> {
  const entries = new Map<string, Entry | Absence>();
  try {
    for (const peer of peers) {
      const command = peer.command(workload.name);
      if (command !== undefined) {
        entries.set(peer.name, await enter(command, workload, operations, plan));
      }
    }
    await performRounds([...entries.values()].filter(takesPart), plan.rounds);
  } finally {
    for (const entry of entries.values()) if (takesPart(entry)) entry.contestant.close();
  }
  const [first] = entries.values();
  if (first === undefined || !takesPart(first)) throw new ChildError(first?.absent ?? '');
  return {
    workload: workload.name,
    measures: workload.measures,
    operations,
    peers: Array.from(entries, ([peer, entry]) =>
      takesPart(entry) ? { peer, ...summaryOf(entry, first) } : { peer, ...entry },
    ),
  };
}

/** Start a peer and warm it up, or find out why it cannot take part. */
async function enter(
  command: Command | Absence,
  workload: Workload,
  operations: number,
  plan: Plan,
): Promise<Entry | Absence> {
  if ('absent' in command) return command;
  const weighs = workload.measures === 'memory';
  let contestant: Contestant | undefined;
  try {
    contestant = weighs
      ? weighed(command, operations, plan.limit)
      : await timed(command, operations, plan.limit);
    return {
      contestant,
      rounds: await warmUp(contestant, weighs ? { ...plan, warmUps: 1 } : plan),
      samples: [],
    };
  } catch (error) {
    contestant?.close();
    if (!(error instanceof ChildError)) throw error;
    return { absent: error.message };
  }
}

/** Warm a peer up and return how many rounds there is the patience for. */
async function warmUp({ perform }: Contestant, plan: Plan): Promise<number> {
  const begun = performance.now();
  let runs = 0;
  let taken = 0;
  while (runs < plan.warmUps && taken < plan.patience) {
    await perform();
    runs += 1;
    taken = (performance.now() - begun) / 1000;
  }
  const affordable = Math.floor((plan.patience * runs) / taken);
  return Math.min(plan.rounds, Math.max(plan.fewestRounds, affordable));
}

async function performRounds(entries: readonly Entry[], rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const start = round % Math.max(1, entries.length);
    for (const entry of [...entries.slice(start), ...entries.slice(0, start)]) {
      if (round < entry.rounds) entry.samples.push(await entry.contestant.perform());
    }
  }
}

function takesPart(entry: Entry | Absence): entry is Entry {
  return 'contestant' in entry;
}

function summaryOf({ contestant, samples }: Entry, first: Entry): Omit<Measured, 'peer'> | Absence {
  const checksum = contestant.checksum();
  const expected = first.contestant.checksum();
  if (checksum !== expected) return { absent: `other work: ${checksum}, not ${expected}` };
  const ratios = samples.map((sample, round) => sample / (first.samples[round] ?? Number.NaN));
  return {
    ...spreadOf(samples),
    ratio: spreadOf(ratios.filter((ratio) => !Number.isNaN(ratio))),
    checksum,
    samples,
  };
}
