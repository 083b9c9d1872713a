/** Work that blocks belongs on a thread: the loop goes on, and a future brings the result back. */

import {
  blockingSleep,
  CancelledError,
  callSoonThreadsafe,
  coroutine,
  gather,
  getRunningLoop,
  print,
  runCoroutineThreadsafe,
  sleep,
  ThreadPoolExecutor,
  TimeoutError,
  threaded,
  toThread,
  ValueError,
  waitFor,
  wrapFuture,
} from 'asyncio-lab';

export const block = threaded(import.meta.url, function block(name: string, seconds: number) {
  blockingSleep(seconds);
  print(name, 'done');
});

/** A function that blocks holds up the whole loop. */
export const blockedLoop = coroutine(function* blockedLoop() {
  getRunningLoop().callLater(1, print, 'timer due at 1');
  block('function', 3);
  yield* sleep(0);
});

export const work = threaded(import.meta.url, function work(name: string) {
  blockingSleep(3);
  print(name, 'done');
  return name;
});

/** to_thread() calls a function on a thread: the loop goes on, and gets its result. */
export const freeLoop = coroutine(function* freeLoop() {
  getRunningLoop().callLater(1, print, 'timer due at 1');
  print('result:', yield* toThread(work, 'function'));
});

export const threeSeconds = threaded(import.meta.url, function threeSeconds(name: string) {
  blockingSleep(3);
  print(name, 'done');
});

/** Functions on threads run side by side: three of three seconds take three seconds. */
export const threadsSideBySide = coroutine(function* threadsSideBySide() {
  yield* gather(
    toThread(threeSeconds, 'a'),
    toThread(threeSeconds, 'b'),
    toThread(threeSeconds, 'c'),
  );
});

export const oneSecond = threaded(import.meta.url, function oneSecond(name: string) {
  blockingSleep(1);
  print(name, 'done');
});

/** A pool of two threads makes two calls at a time; the third waits for a free thread. */
export const poolOfTwo = coroutine(function* poolOfTwo() {
  const loop = getRunningLoop();
  const pool = new ThreadPoolExecutor({ maxWorkers: 2 });
  yield* gather(
    loop.runInExecutor(pool, oneSecond, 'a'),
    loop.runInExecutor(pool, oneSecond, 'b'),
    loop.runInExecutor(pool, oneSecond, 'c'),
  );
});

export const fail = threaded(import.meta.url, function fail() {
  blockingSleep(1);
  throw new ValueError('broken');
});

/** An exception on a thread is raised where the result is awaited. */
export const exceptionOnAThread = coroutine(function* exceptionOnAThread() {
  try {
    yield* toThread(fail);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    print('caught:', error);
  }
});

export const cannotBeStopped = threaded(import.meta.url, function cannotBeStopped() {
  blockingSleep(3);
  print('thread done');
});

/** A thread cannot be cancelled: whoever waits for it is, and the thread goes on. */
export const cancelledWhileAThreadWorks = coroutine(function* cancelledWhileAThreadWorks() {
  try {
    yield* waitFor(toThread(cannotBeStopped), 1);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('timed out');
  }
  yield* sleep(3);
});

export const longWork = threaded(import.meta.url, function longWork() {
  blockingSleep(5);
  print('thread done');
});

/** When main ends, run() waits for the threads that still work. */
export const runWaitsForThreads = coroutine(function* runWaitsForThreads() {
  getRunningLoop().runInExecutor(undefined, longWork);
  yield* sleep(1);
  print('main ends');
});

export const double = coroutine(function* double(n: number) {
  yield* sleep(1);
  return 2 * n;
});

export const askTheLoop = threaded(import.meta.url, function askTheLoop() {
  const future = runCoroutineThreadsafe(double, 21);
  print('thread got', future.result());
});

/** run_coroutine_threadsafe() hands the loop a coroutine; its future blocks the thread. */
export const coroutineFromAThread = coroutine(function* coroutineFromAThread() {
  yield* toThread(askTheLoop);
});

export const neverEnds = coroutine(function* neverEnds() {
  try {
    yield* sleep(3600);
  } finally {
    print('coroutine ends');
  }
});

export const impatient = threaded(import.meta.url, function impatient() {
  const future = runCoroutineThreadsafe(neverEnds);
  try {
    future.result(2);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('thread: too long');
    future.cancel();
  }
});

/** A thread can wait for so long only, and cancel the coroutine that it handed over. */
export const impatientThread = coroutine(function* impatientThread() {
  yield* toThread(impatient);
  yield* sleep(1);
});

export const progress = threaded(import.meta.url, function progress(percent: number) {
  print('progress', percent);
});

export const download = threaded(import.meta.url, function download() {
  for (const percent of [50, 100]) {
    blockingSleep(1);
    callSoonThreadsafe(progress, percent);
  }
});

/** call_soon_threadsafe() has the loop call a function: so a thread reports its progress. */
export const callbackFromAThread = coroutine(function* callbackFromAThread() {
  yield* toThread(download);
  print('thread done');
});

/** Cancelling what wrap_future() gives cancels the coroutine of the other side, too. */
export const cancelledOnBothSides = coroutine(function* cancelledOnBothSides() {
  const work = coroutine(function* work() {
    try {
      yield* sleep(3600);
    } catch (error) {
      if (error instanceof CancelledError) print('work cancelled');
      throw error;
    }
  });

  const there = runCoroutineThreadsafe(work(), getRunningLoop());
  const here = wrapFuture(there);
  yield* sleep(1);
  here.cancel();
  print('here:', here.cancelled(), 'there:', there.cancelled());
  yield* sleep(1);
  print('there:', there.cancelled());
});
