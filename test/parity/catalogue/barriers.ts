/** A barrier makes tasks wait for each other: when enough have come, all go on together. */

import {
  asyncWith,
  Barrier,
  BrokenBarrierError,
  coroutine,
  createTask,
  gather,
  print,
  sleep,
  wait,
} from 'asyncio-lab';

/** Nobody passes the barrier before the last one has come. */
export const waitingForEachOther = coroutine(function* waitingForEachOther() {
  const barrier = new Barrier(3);

  const hiker = coroutine(function* hiker(name: string, seconds: number) {
    yield* sleep(seconds);
    print(name, 'arrives');
    yield* barrier.wait();
    print(name, 'goes on');
  });

  yield* gather(hiker('a', 1), hiker('b', 2), hiker('c', 3));
});

/** wait() gives each task its place in the order of arrival: one of them can be chosen. */
export const placeAtTheBarrier = coroutine(function* placeAtTheBarrier() {
  const barrier = new Barrier(2);

  const worker = coroutine(function* worker(name: string) {
    yield* asyncWith(barrier, function* (place) {
      print(name, place);
    });
  });

  yield* gather(worker('a'), worker('b'));
});

/** When all have passed, the barrier closes again for the next round. */
export const barrierUsedAgain = coroutine(function* barrierUsedAgain() {
  const barrier = new Barrier(2);

  const worker = coroutine(function* worker(name: string, seconds: number) {
    for (let turn = 0; turn < 2; turn += 1) {
      yield* sleep(seconds);
      yield* barrier.wait();
      print(name, turn);
    }
  });

  yield* gather(worker('a', 1), worker('b', 2));
});

/** A barrier knows how many tasks it needs, and how many have come. */
export const waitingAtTheBarrier = coroutine(function* waitingAtTheBarrier() {
  const barrier = new Barrier(2);

  const worker = coroutine(function* worker() {
    yield* barrier.wait();
  });

  const task = createTask(worker());
  yield* sleep(1);
  print(barrier.nWaiting, 'of', barrier.parties);
  yield* barrier.wait();
  print(barrier.nWaiting, 'of', barrier.parties);
  yield* task;
});

/** abort() breaks a barrier for good: all who wait, or ever will, get an error. */
export const abortedBarrier = coroutine(function* abortedBarrier() {
  const barrier = new Barrier(2);

  const worker = coroutine(function* worker() {
    try {
      yield* barrier.wait();
    } catch (error) {
      if (!(error instanceof BrokenBarrierError)) throw error;
      print(error);
    }
  });

  const task = createTask(worker());
  yield* sleep(1);
  yield* barrier.abort();
  yield* task;
  print('broken:', barrier.broken);
  yield* worker();
});

/** reset() sends those who wait away with an error, and begins anew. */
export const resetBarrier = coroutine(function* resetBarrier() {
  const barrier = new Barrier(2);

  const worker = coroutine(function* worker(name: string) {
    try {
      yield* barrier.wait();
      print(name, 'passes');
    } catch (error) {
      if (!(error instanceof BrokenBarrierError)) throw error;
      print(name, error);
    }
  });

  const task = createTask(worker('a'));
  yield* sleep(1);
  yield* barrier.reset();
  yield* task;
  print('broken:', barrier.broken);
  yield* gather(worker('b'), worker('c'));
});

/** A task that is cancelled at the barrier gives its place up: another one has to come. */
export const barrierWaiterCancelled = coroutine(function* barrierWaiterCancelled() {
  const barrier = new Barrier(2);

  const worker = coroutine(function* worker(name: string) {
    yield* barrier.wait();
    print(name, 'passes');
  });

  const task = createTask(worker('a'));
  yield* sleep(1);
  task.cancel();
  yield* wait([task]);
  print('waiting:', barrier.nWaiting);
  yield* gather(worker('b'), worker('c'));
});
