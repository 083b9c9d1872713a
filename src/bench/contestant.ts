/**
 * A peer on one workload: what it takes to have it do one more round.
 *
 * For time, one child does all rounds, warm by then. For memory each round needs a new child, since
 * what sleeps in one sleeps there for ever.
 */
import { type Command, Session } from './session.js';

/** A peer that takes part. */
export interface Contestant {
  /** Do one round and return what an operation has cost. */
  readonly perform: () => Promise<number>;
  /** What came out of the last round. */
  readonly checksum: () => number;
  readonly close: () => void;
}

/** How many tasks sleep before the memory of others is measured: what is needed once is there then. */
const firstSleepers = 1000;

/** Start a contestant whose time is measured. */
export async function timed(
  command: Command,
  operations: number,
  limit: number,
): Promise<Contestant> {
  const session = await Session.start(command);
  let last = Number.NaN;
  return {
    perform: async () => {
      const { nanoseconds = Number.NaN, checksum } = await session.perform(operations, limit);
      last = checksum;
      return nanoseconds / operations;
    },
    checksum: () => last,
    close: () => session.close(),
  };
}

/** Make a contestant whose memory is measured. */
export function weighed(command: Command, operations: number, limit: number): Contestant {
  let last = Number.NaN;
  return {
    perform: async () => {
      const session = await Session.start(command);
      try {
        await session.perform(firstSleepers, limit);
        const { bytes = Number.NaN, checksum } = await session.perform(operations, limit);
        last = checksum;
        return bytes / operations;
      } finally {
        session.close();
      }
    },
    checksum: () => last,
    close: () => {},
  };
}
