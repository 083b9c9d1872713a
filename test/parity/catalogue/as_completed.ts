/** as_completed() gives results in the order in which they are there. */

import {
  asCompleted,
  asyncFor,
  coroutine,
  createTask,
  print,
  sleep,
  TimeoutError,
  ValueError,
  wait,
} from 'asyncio-lab';

/** Each await of the loop gives the next result that is there, whosever it is. */
export const inOrderOfCompletion = coroutine(function* inOrderOfCompletion() {
  const fetch = coroutine(function* fetch(page: string, seconds: number) {
    yield* sleep(seconds);
    return page;
  });

  const jobs = [fetch('A', 3), fetch('B', 1), fetch('C', 2)];
  for (const nextResult of asCompleted(jobs)) {
    print(yield* nextResult);
  }
});

/** With `async for` it gives the very tasks that it was given, as each is done. */
export const tasksInOrderOfCompletion = coroutine(function* tasksInOrderOfCompletion() {
  const nap = coroutine(function* nap(seconds: number) {
    yield* sleep(seconds);
  });

  const slow = createTask(nap(2));
  const fast = createTask(nap(1));
  yield* asyncFor(asCompleted([slow, fast]), function* (task) {
    print(task === slow, task === fast);
  });
});

/** An exception is raised where its turn comes; the other results can be had still. */
export const failuresAsTheyCome = coroutine(function* failuresAsTheyCome() {
  const fetch = coroutine(function* fetch(page: string, seconds: number) {
    yield* sleep(seconds);
    if (page === 'B') {
      throw new ValueError('no page B');
    }
    return page;
  });

  const jobs = [fetch('A', 3), fetch('B', 2), fetch('C', 1)];
  for (const nextResult of asCompleted(jobs)) {
    try {
      print(yield* nextResult);
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      print('failed:', error);
    }
  }
});

/** When the time is over, the next await raises TimeoutError; the work itself goes on. */
export const asCompletedWithATimeout = coroutine(function* asCompletedWithATimeout() {
  const fetch = coroutine(function* fetch(page: string, seconds: number) {
    yield* sleep(seconds);
    print('fetched', page);
    return page;
  });

  const jobs = [fetch('A', 1), fetch('B', 3)];
  try {
    for (const nextResult of asCompleted(jobs, { timeout: 2 })) {
      print('result', yield* nextResult);
    }
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    print('timed out');
  }
  yield* sleep(2);
});

/** Whoever leaves the loop early leaves the others running. */
export const leftBeforeTheEnd = coroutine(function* leftBeforeTheEnd() {
  const nap = coroutine(function* nap(seconds: number) {
    yield* sleep(seconds);
    print('slept', seconds);
  });

  const tasks = [1, 2].map((seconds) => createTask(nap(seconds)));
  yield* asyncFor(asCompleted(tasks), function* (task) {
    print('one is enough:', task.done());
    return false;
  });
  yield* wait(tasks);
});

/** Tasks that are done already are given without delay, in the order they were made. */
export const allDoneAlready = coroutine(function* allDoneAlready() {
  const work = coroutine(function* work(name: string) {
    return name;
  });

  const tasks = ['a', 'b'].map((name) => createTask(work(name)));
  yield* sleep(1);
  for (const nextResult of asCompleted(tasks)) {
    print(yield* nextResult);
  }
});
