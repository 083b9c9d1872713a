/**
 * The child's side: runs one program as often as it is told, and says what each run has cost.
 *
 * A child has one peer and one workload to itself, so that neither the heap nor the compiled code of
 * one disturbs another. A line of JSON comes in, a line of JSON goes out; the first line out says
 * that the program is loaded.
 */
import type { Instrument } from '../index.js';
import type { Program } from './program.js';

/** What the parent asks for. */
export interface Request {
  readonly operations: number;
}

/** What a run has cost. */
export interface Sample {
  readonly checksum: number;
  readonly nanoseconds?: number;
  readonly bytes?: number;
}

/** Run a program and measure its time. */
export async function measureTime(
  program: Program,
  operations: number,
  observer?: Instrument,
): Promise<Sample> {
  let end: bigint | undefined;
  let begin = process.hrtime.bigint();
  const checksum = await program(operations, {
    observer,
    begun: () => {
      begin = process.hrtime.bigint();
    },
    ended: () => {
      end = process.hrtime.bigint();
    },
    allAsleep: () => {},
  });
  end ??= process.hrtime.bigint();
  return { nanoseconds: Number(end - begin), checksum };
}

/**
 * Run a program until all its tasks are asleep, and measure what they add to the heap.
 *
 * The program never goes on: its tasks sleep for as long as the child lives.
 */
export function measureMemory(
  program: Program,
  operations: number,
  collectGarbage: () => void,
): Promise<Sample> {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  return new Promise((resolve, reject) => {
    const allAsleep = () => {
      collectGarbage();
      resolve({ bytes: process.memoryUsage().heapUsed - before, checksum: operations });
    };
    const stage = { observer: undefined, begun: () => {}, ended: () => {}, allAsleep };
    program(operations, stage).catch(reject);
  });
}
