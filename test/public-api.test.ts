/** The public API by name: whoever adds to it, or takes away, says so here. */
import { expect, test } from 'vitest';
import * as api from '../src/index.js';

const running = ['run', 'Runner', 'newEventLoop', 'getEventLoop', 'setEventLoop', 'getRunningLoop'];

const loops = ['EventLoop', 'Handle', 'TimerHandle'];

const awaitables = [
  'coroutine',
  'Coroutine',
  'isCoroutine',
  'isCoroutineFunction',
  'isFuture',
  'Future',
  'Task',
  'createTask',
  'ensureFuture',
  'wrapFuture',
  'currentTask',
  'allTasks',
  'eagerTaskFactory',
  'createEagerTaskFactory',
];

const waiting = [
  'sleep',
  'gather',
  'wait',
  'FIRST_COMPLETED',
  'FIRST_EXCEPTION',
  'ALL_COMPLETED',
  'waitFor',
  'asCompleted',
  'AsCompleted',
  'shield',
  'timeout',
  'timeoutAt',
  'Timeout',
  'TaskGroup',
  'asyncWith',
  'asyncFor',
];

const processes = [
  'createSubprocessExec',
  'createSubprocessShell',
  'Process',
  'PIPE',
  'STDOUT',
  'DEVNULL',
];

const threads = [
  'threaded',
  'toThread',
  'ThreadPoolExecutor',
  'ConcurrentFuture',
  'runCoroutineThreadsafe',
  'callSoonThreadsafe',
  'blockingSleep',
  'threadId',
];

const synchronisation = [
  'Lock',
  'Event',
  'Condition',
  'Semaphore',
  'BoundedSemaphore',
  'Barrier',
  'Queue',
  'PriorityQueue',
  'LifoQueue',
];

const streams = [
  'openConnection',
  'startServer',
  'openUnixConnection',
  'startUnixServer',
  'StreamReader',
  'StreamWriter',
  'Server',
];

const context = ['ContextVar', 'Context', 'Token', 'copyContext'];

const introspection = [
  'captureCallGraph',
  'formatCallGraph',
  'printCallGraph',
  'FutureCallGraph',
  'FrameCallGraphEntry',
  'Recorder',
];

const errors = [
  'PythonError',
  'CancelledError',
  'TimeoutError',
  'InvalidStateError',
  'QueueEmpty',
  'QueueFull',
  'QueueShutDown',
  'BrokenBarrierError',
  'IncompleteReadError',
  'LimitOverrunError',
  'RuntimeError',
  'ValueError',
  'LookupError',
  'AssertionError',
  'OSError',
  'ConnectionError',
  'BrokenPipeError',
  'ConnectionAbortedError',
  'ConnectionRefusedError',
  'ConnectionResetError',
  'FileNotFoundError',
  'NotADirectoryError',
  'NotImplementedError',
  'SSLCertVerificationError',
  'SSLError',
  'ProcessLookupError',
  'PermissionError',
  'gaierror',
  'KeyboardInterrupt',
  'DeadlockError',
  'ExceptionGroup',
  'BaseExceptionGroup',
  'rethrowIfCancelled',
];

const surroundings = ['print', 'perfCounter', 'withHost', 'realHost', 'virtualHost'];

const scenarios = ['defineScenario'];

const exercises = ['defineExercise', 'defineExerciseSet'];

test('the package exports what is listed here, and nothing else', () => {
  const listed = [
    running,
    loops,
    awaitables,
    waiting,
    processes,
    threads,
    synchronisation,
    streams,
    context,
    introspection,
    errors,
    surroundings,
    scenarios,
    exercises,
  ].flat();
  expect(Object.keys(api).toSorted()).toEqual(listed.toSorted());
});

test('each class of errors has the name under which it is exported', () => {
  for (const name of errors) {
    const exported = (api as Record<string, unknown>)[name] as new () => Error;
    if (exported.prototype instanceof Error) expect(exported.prototype.name).toBe(name);
  }
});
