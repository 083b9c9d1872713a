/**
 * The library as answers get it: the very same, but for what an exercise may require or forbid, whose
 * calls are counted. It takes the place of `asyncio-lab` for the modules that learners write.
 */

import * as library from '../../index.js';
import { watched, watchedCoroutine } from './watched.js';

export * from '../../index.js';

export const coroutine = watchedCoroutine(library.coroutine);
export const isCoroutine = watched('isCoroutine', library.isCoroutine);
export const isCoroutineFunction = watched('isCoroutineFunction', library.isCoroutineFunction);
export const isFuture = watched('isFuture', library.isFuture);
export const createTask = watched('createTask', library.createTask);
export const ensureFuture = watched('ensureFuture', library.ensureFuture);
export const wrapFuture = watched('wrapFuture', library.wrapFuture);
export const currentTask = watched('currentTask', library.currentTask);
export const allTasks = watched('allTasks', library.allTasks);
export const sleep = watched('sleep', library.sleep);
export const gather = watched('gather', library.gather);
export const wait = watched('wait', library.wait);
export const waitFor = watched('waitFor', library.waitFor);
export const asCompleted = watched('asCompleted', library.asCompleted);
export const shield = watched('shield', library.shield);
export const timeout = watched('timeout', library.timeout);
export const timeoutAt = watched('timeoutAt', library.timeoutAt);
export const asyncWith = watched('asyncWith', library.asyncWith);
export const asyncFor = watched('asyncFor', library.asyncFor);
export const rethrowIfCancelled = watched('rethrowIfCancelled', library.rethrowIfCancelled);
export const toThread = watched('toThread', library.toThread);
export const threaded = watched('threaded', library.threaded);
export const blockingSleep = watched('blockingSleep', library.blockingSleep);
export const callSoonThreadsafe = watched('callSoonThreadsafe', library.callSoonThreadsafe);
export const runCoroutineThreadsafe = watched(
  'runCoroutineThreadsafe',
  library.runCoroutineThreadsafe,
);
export const threadId = watched('threadId', library.threadId);
export const perfCounter = watched('perfCounter', library.perfCounter);
export const print = watched('print', library.print);
export const run = watched('run', library.run);
export const newEventLoop = watched('newEventLoop', library.newEventLoop);
export const getEventLoop = watched('getEventLoop', library.getEventLoop);
export const setEventLoop = watched('setEventLoop', library.setEventLoop);
export const getRunningLoop = watched('getRunningLoop', library.getRunningLoop);
export const copyContext = watched('copyContext', library.copyContext);
export const openConnection = watched('openConnection', library.openConnection);
export const startServer = watched('startServer', library.startServer);
export const captureCallGraph = watched('captureCallGraph', library.captureCallGraph);
export const formatCallGraph = watched('formatCallGraph', library.formatCallGraph);
export const printCallGraph = watched('printCallGraph', library.printCallGraph);

export const Runner = watched('Runner', library.Runner);
export const Future = watched('Future', library.Future);
export const Task = watched('Task', library.Task);
export const TaskGroup = watched('TaskGroup', library.TaskGroup);
export const Timeout = watched('Timeout', library.Timeout);
export const Lock = watched('Lock', library.Lock);
export const Event = watched('Event', library.Event);
export const Condition = watched('Condition', library.Condition);
export const Semaphore = watched('Semaphore', library.Semaphore);
export const BoundedSemaphore = watched('BoundedSemaphore', library.BoundedSemaphore);
export const Barrier = watched('Barrier', library.Barrier);
export const Queue = watched('Queue', library.Queue);
export const PriorityQueue = watched('PriorityQueue', library.PriorityQueue);
export const LifoQueue = watched('LifoQueue', library.LifoQueue);
export const ContextVar = watched('ContextVar', library.ContextVar);
export const ThreadPoolExecutor = watched('ThreadPoolExecutor', library.ThreadPoolExecutor);
export const ConcurrentFuture = watched('ConcurrentFuture', library.ConcurrentFuture);
