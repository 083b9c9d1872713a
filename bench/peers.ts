/**
 * Whom the runtime is measured against, and what has to be known about each of them.
 *
 * Only equivalent work is compared. Where a peer does something else than the others, a note says
 * so; where it cannot do the work, it is absent, with the reason.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Peer } from '../src/bench/compare.js';
import { peerInNode } from '../src/bench/runtime.js';
import type { WorkloadName } from '../src/bench/workloads.js';

/** What is said of a peer on some workloads, or on `all` of them. */
type Remarks = Readonly<Partial<Record<WorkloadName | 'all', string>>>;

const noVirtualClock = 'it has no virtual clock';
const noThreads = 'it has no threads';

/** Why a peer has no program for a workload. */
export const absences: Readonly<Record<string, Remarks>> = {
  native: { 'sleepers-virtual': noVirtualClock },
  effect: { thread: noThreads },
  effection: {
    queue: 'its queues have no bound',
    lock: 'it has no lock',
    'sleepers-virtual': noVirtualClock,
    thread: noThreads,
  },
  CPython: {},
  uvloop: { 'sleepers-virtual': 'its clock cannot be replaced' },
};

/** What differs in a peer's way of doing the work. */
export const notes: Readonly<Record<string, Remarks>> = {
  native: {
    all: 'async functions begin at once, run to their first await in the caller, and cannot be cancelled',
    cancel: 'a timer of node:timers/promises with an AbortController of its own is aborted',
    queue: 'a queue of 25 lines made of promises, without cancellation',
    lock: 'a lock of 20 lines made of promises, without cancellation',
    'sleepers-real': 'timers have whole milliseconds, and timers of the same delay share a list',
    heap: 'a promise and a timer of node:timers/promises',
    thread: 'a bare worker with a message each way, without a pool',
  },
  effect: {
    all: 'fibers, which can be interrupted; Effect.yieldNow in the place of sleep(0)',
    'sleepers-virtual': 'TestClock, moved on by an hour at once',
  },
  effection: {
    all: 'tasks in scopes, which can be halted',
    'sleep-zero-1': 'it has no way to give up a turn: a resolved promise is awaited',
    'sleep-zero-100': 'it has no way to give up a turn: a resolved promise is awaited',
    'deep-chain': 'it has no way to give up a turn: a resolved promise is awaited',
    'deep-resume': 'it has no way to give up a turn: a resolved promise is awaited',
  },
  CPython: {
    'sleepers-virtual': 'a selector that moves the time on instead of waiting',
    heap: 'resident memory of the process, not the heap alone',
  },
  uvloop: { heap: 'resident memory of the process, not the heap alone' },
};

/** Return the peers that run in Node: native promises, effect and effection. */
export function peersInNode(): Peer[] {
  return ['native', 'effect', 'effection'].map((kind) => {
    const name = kind === 'native' ? kind : `${kind} ${versionOf(kind)}`;
    const peer = peerInNode(name, new URL(`./${kind}/`, import.meta.url));
    return withAbsences(peer, absences[kind]);
  });
}

/**
 * Return the peers that a Python interpreter has: itself, and uvloop if it can be imported.
 *
 * @throws PythonError when it cannot be used.
 */
export function peersInPython(python: string): Peer[] {
  const child = fileURLToPath(new URL('../../python/child.py', import.meta.url));
  const { version, uvloop } = look(python, child);
  const peer = (name: string, kind: string, remarks: Remarks | undefined) =>
    withAbsences(
      { name, command: (workload) => ({ file: python, args: ['-B', child, workload, kind] }) },
      remarks,
    );
  const itself = peer(`CPython ${version}`, 'asyncio', absences.CPython);
  if (uvloop === null) return [itself];
  return [itself, peer(`uvloop ${uvloop} on ${version}`, 'uvloop', absences.uvloop)];
}

/** A Python that cannot be measured. */
export class PythonError extends Error {
  override readonly name = 'PythonError';
}

function look(python: string, child: string): { version: string; uvloop: string | null } {
  const { error, stdout, status } = spawnSync(python, ['-B', child, '', 'version'], {
    encoding: 'utf8',
  });
  if (error !== undefined) throw new PythonError(`cannot run ${python}: ${error.message}`);
  if (status !== 0) throw new PythonError(`${python} is no CPython from 3.11 on`);
  return JSON.parse(stdout);
}

function versionOf(name: string): string {
  const file = new URL(`../../../node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).version;
}

function withAbsences(peer: Peer, remarks: Remarks = {}): Peer {
  return {
    name: peer.name,
    command: (workload) => {
      const absent = remarks[workload];
      return absent === undefined ? peer.command(workload) : { absent };
    },
  };
}
