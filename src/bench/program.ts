/**
 * What a peer has to bring for each workload: one function, in a module of its own.
 *
 * A program does the work as often as it is told and returns a number that comes out of all of it.
 * Peers that do the same work return the same number, which is what a test holds them to.
 */
import type { Instrument } from '../index.js';

/** What a program is given besides the number of operations. */
export interface Stage {
  /** Who is to watch the loop; only this runtime's programs have one. */
  readonly observer: Instrument | undefined;
  /** Called by a program whose time begins now: what came before is no part of it. */
  readonly begun: () => void;
  /** Called by a program whose time has ended: what comes after is no part of it. */
  readonly ended: () => void;
  /** Called by a program that measures memory, once all its tasks are asleep. */
  readonly allAsleep: () => void;
}

/** Does the work of so many operations and returns its checksum. */
export type Program = (operations: number, stage: Stage) => Promise<number>;
