/**
 * The port to processes: how one is started, fed, read, signalled and seen to end.
 *
 * Its pipes are what CPython's loop has of them: the ends of a pipe that never blocks, as sockets are in
 * `network`. Whatever happens to a process is told between two callbacks of a loop, at any moment.
 */
import type { Socket } from './network.js';

/** The end of a pipe to read from. */
export type ReadEnd = Pick<Socket, 'receive' | 'whenReadable' | 'close'>;

/** The end of a pipe to write to. */
export interface WriteEnd extends Pick<Socket, 'send' | 'whenWritable' | 'close' | 'abort'> {
  /** Call a function once, when nobody reads at the other end any more; nothing with `undefined`. */
  whenBroken(callback: (() => void) | undefined): void;
}

/** What a process has for one of its three streams: a pipe, nothing, the program's own, or a descriptor. */
export type StandardStream = 'pipe' | 'nothing' | 'own' | number;

/** What is to be started. */
export interface ProcessOrder {
  readonly program: string;
  readonly args: readonly string[];
  readonly stdin: StandardStream;
  readonly stdout: StandardStream;
  /** `stdout` is wherever that goes to. */
  readonly stderr: StandardStream | 'stdout';
  /** Where it is to run; where the program runs by default. */
  readonly cwd: string | undefined;
  /** All of its environment; the program's own by default. */
  readonly env: Readonly<Record<string, string>> | undefined;
  /** Whether it begins a session of its own, and with it a group of processes. */
  readonly startNewSession: boolean;
}

/** A process that was started. */
export interface ChildProcess {
  readonly pid: number;
  readonly stdin: WriteEnd | undefined;
  readonly stdout: ReadEnd | undefined;
  readonly stderr: ReadEnd | undefined;
  /** Call a function when it has ended: with its exit code, or the number of a signal, negative. */
  whenEnded(callback: (returncode: number) => void): void;
  /**
   * Send it a signal; nothing when it has ended.
   *
   * @throws OSError when the system refuses.
   */
  kill(signal: number): void;
}
