/**
 * This runtime as a peer: plain, with a large young generation, and with somebody watching.
 */
import { fileURLToPath } from 'node:url';
import type { Peer } from './compare.js';
import type { Command } from './session.js';
import type { WorkloadName } from './workloads.js';

/** How a program of this runtime, or of another peer in Node, is to be run. */
export interface Conditions {
  /** Options of Node. */
  readonly node?: readonly string[];
  /** Whether an observer with a hook for everything is attached. */
  readonly observed?: boolean;
  /** The child's entry, when it is that of another build. */
  readonly child?: URL;
}

/** The name of the peer that the others are compared with. */
export const runtimeName = 'asyncio-lab';

const ownChild = new URL('../cli/bench-child.js', import.meta.url);

/** The workloads that an observer is attached to; with the others, it would say nothing new. */
const observedWorkloads: readonly WorkloadName[] = ['spawn', 'sleep-zero-100', 'queue'];

/** Return a peer in Node whose programs lie in a folder, one for each workload. */
export function peerInNode(name: string, folder: URL, conditions: Conditions = {}): Peer {
  return {
    name,
    command: (workload) => commandInNode(new URL(`./${workload}.js`, folder), workload, conditions),
  };
}

/** Return this runtime's peers. */
export function runtimePeers(): {
  readonly plain: Peer;
  readonly largeYoung: Peer;
  readonly observed: Peer;
} {
  const programs = new URL('../bench/programs/', import.meta.url);
  const observed = peerInNode('observed', programs, { observed: true });
  return {
    plain: peerInNode(runtimeName, programs),
    largeYoung: peerInNode('64 MiB', programs, { node: ['--max-semi-space-size=64'] }),
    observed: {
      ...observed,
      command: (workload) =>
        observedWorkloads.includes(workload) ? observed.command(workload) : undefined,
    },
  };
}

function commandInNode(
  program: URL,
  workload: WorkloadName,
  { node = [], observed = false, child = ownChild }: Conditions,
): Command {
  const gc = workload === 'heap' ? ['--expose-gc'] : [];
  return {
    file: process.execPath,
    args: [...gc, ...node, fileURLToPath(child), program.href, ...(observed ? ['--observed'] : [])],
  };
}
