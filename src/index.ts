/**
 * asyncio-lab: a runtime that behaves like CPython's asyncio, step for step.
 *
 * Everything public is exported here, by name.
 */
import './asyncio/classnames.js';
import { installHosts } from './core/surroundings.js';
import { hostOf } from './hosts/hosts.js';

installHosts(hostOf);

export { AsCompleted, asCompleted } from './asyncio/ascompleted.js';
export { type AsyncSource, asyncFor } from './asyncio/asyncfor.js';
export { type AsyncContextManager, asyncWith } from './asyncio/asyncwith.js';
export { Barrier } from './asyncio/barrier.js';
export {
  type CallGraphOptions,
  captureCallGraph,
  FrameCallGraphEntry,
  FutureCallGraph,
  formatCallGraph,
  printCallGraph,
} from './asyncio/callgraph.js';
export { Condition } from './asyncio/condition.js';
export { allTasks, createTask, currentTask } from './asyncio/currenttasks.js';
export { createEagerTaskFactory, eagerTaskFactory, type TaskConstructor } from './asyncio/eager.js';
export { Event } from './asyncio/event.js';
export { type GatherOptions, gather } from './asyncio/gather.js';
export { LifoQueue } from './asyncio/lifoqueue.js';
export { Lock } from './asyncio/locks.js';
export { type PrintOptions, perfCounter, print } from './asyncio/printing.js';
export { PriorityQueue, type PriorityQueueOptions } from './asyncio/priorityqueue.js';
export { Queue, type QueueOptions } from './asyncio/queues.js';
export {
  type LoopOptions,
  newEventLoop,
  Runner,
  type RunOptions,
  run,
} from './asyncio/runners.js';
export { BoundedSemaphore, Semaphore } from './asyncio/semaphores.js';
export { Server, type ServerOptions } from './asyncio/servers.js';
export { shield } from './asyncio/shield.js';
export { sleep } from './asyncio/sleep.js';
export type { SSLObject } from './asyncio/sslobject.js';
export type { ClientConnected } from './asyncio/streamprotocol.js';
export { StreamReader, type StreamReaderOptions } from './asyncio/streamreader.js';
export {
  type ConnectionOptions,
  openConnection,
  openUnixConnection,
  type StreamServerOptions,
  type Streams,
  startServer,
  startUnixServer,
} from './asyncio/streams.js';
export { StreamWriter } from './asyncio/streamwriter.js';
export {
  createSubprocessExec,
  createSubprocessShell,
  DEVNULL,
  PIPE,
  Process,
  STDOUT,
  type SubprocessOptions,
} from './asyncio/subprocess.js';
export { TaskGroup } from './asyncio/taskgroups.js';
export { type Threaded, threaded } from './asyncio/threaded.js';
export {
  blockingSleep,
  ThreadPoolExecutor,
  type ThreadPoolOptions,
  threadId,
  toThread,
} from './asyncio/threads.js';
export { callSoonThreadsafe, runCoroutineThreadsafe } from './asyncio/threadsafe.js';
export { Timeout, timeout, timeoutAt, waitFor } from './asyncio/timeouts.js';
export type { TransportSocket } from './asyncio/transportsocket.js';
export {
  ALL_COMPLETED,
  FIRST_COMPLETED,
  FIRST_EXCEPTION,
  type ReturnWhen,
  type WaitOptions,
  wait,
} from './asyncio/wait.js';
export { wrapFuture } from './asyncio/wrapfuture.js';
export type { Awaitable, Suspension } from './core/awaitables.js';
export { rethrowIfCancelled } from './core/baseexceptions.js';
export { ConcurrentFuture } from './core/concurrent.js';
export { Context, ContextVar, copyContext, Token } from './core/contextvars.js';
export {
  type Body,
  Coroutine,
  coroutine,
  isCoroutine,
  isCoroutineFunction,
} from './core/coroutines.js';
export { ensureFuture } from './core/ensurefuture.js';
export {
  EventLoop,
  type TaskFactory,
} from './core/events.js';
export {
  BaseExceptionGroup,
  type ErrorClass,
  ExceptionGroup,
  type Matcher,
} from './core/exceptiongroups.js';
export {
  AssertionError,
  BrokenBarrierError,
  CancelledError,
  DeadlockError,
  IncompleteReadError,
  InvalidStateError,
  KeyboardInterrupt,
  LimitOverrunError,
  LookupError,
  NotImplementedError,
  PythonError,
  QueueEmpty,
  QueueFull,
  QueueShutDown,
  RuntimeError,
  TimeoutError,
  ValueError,
} from './core/exceptions.js';
export type { Executor } from './core/executors.js';
export type { Frame, Place } from './core/frames.js';
export { type DoneCallback, Future, isFuture } from './core/futures.js';
export { type Callback, Handle, TimerHandle } from './core/handles.js';
export type { ClockOptions, Host, Output, PrintedLine, Submission } from './core/host.js';
export type { Instrument } from './core/instruments.js';
export type { Link, NetworkOptions, SocketAddress } from './core/network.js';
export {
  BrokenPipeError,
  ConnectionAbortedError,
  ConnectionError,
  ConnectionRefusedError,
  ConnectionResetError,
  FileNotFoundError,
  gaierror,
  NotADirectoryError,
  OSError,
  PermissionError,
  ProcessLookupError,
  SSLCertVerificationError,
  SSLError,
} from './core/oserrors.js';
export type { ExceptionContext, ExceptionHandler } from './core/reports.js';
export { getEventLoop, getRunningLoop, setEventLoop } from './core/running.js';
export type { Signal } from './core/signals.js';
export type { TextFile } from './core/standardoutput.js';
export { withHost } from './core/surroundings.js';
export { type NewTask, Task, type TaskOptions } from './core/tasks.js';
export type { PeerCertificate, SSLContext } from './core/tls.js';
export type {
  BaseTransport,
  Protocol,
  ReadTransport,
  Transport,
  WriteTransport,
} from './core/transports.js';
export { realHost, virtualHost } from './hosts/hosts.js';
export { defineScenario } from './lab/define.js';
export {
  type Chapter,
  defineExercise,
  defineExerciseSet,
  type Exercise,
  type ExerciseSet,
  type Mistake,
} from './lab/exercise/exercise.js';
export type { Findings } from './lab/exercise/findings.js';
export { Recorder, type TraceEvent } from './trace/recorder.js';
