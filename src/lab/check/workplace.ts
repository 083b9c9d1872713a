/**
 * Where a member of the crew works: out of everybody's way, and where it can be ended at any moment.
 *
 * There are two kinds, a process and a thread, each in a module that is loaded where it is needed.
 */

/** Whatever is said there; a job keeps it busy. */
export interface Order {
  readonly type: string;
}

/** How a workplace has come to its end by itself. */
export interface Exit {
  readonly code?: number;
  readonly signal?: string;
}

/** Who listens to what happens there. */
export interface Overseer {
  /** It may be anything: scenarios can do what they like there. */
  message(message: unknown): void;
  exited(exit: Exit): void;
}

/** Where a member works. */
export interface Workplace {
  /** Whether messages still get there. */
  readonly isReachable: boolean;
  /** What is written there to standard output and standard error. */
  readonly outputs: readonly NodeJS.ReadableStream[];
  send(message: Order): void;
  /** End it; the overseer is told. */
  kill(): void;
  /** End it, and tell nobody. */
  leave(): void;
}

/** Opens a workplace of one kind or the other. */
export type OpenWorkplace = (overseer: Overseer) => Workplace;
