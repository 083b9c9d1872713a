/** wait() waits for tasks without touching them: it raises and cancels nothing. */

import {
  coroutine,
  createTask,
  FIRST_COMPLETED,
  FIRST_EXCEPTION,
  getRunningLoop,
  print,
  sleep,
  ValueError,
  wait,
} from 'asyncio-lab';

/** wait() gives two sets when all are done: the tasks that are done, and an empty one. */
export const waitForAll = coroutine(function* waitForAll() {
  const nap = coroutine(function* nap(seconds: number) {
    yield* sleep(seconds);
  });

  const tasks = [1, 2].map((seconds) => createTask(nap(seconds)));
  const [done, pending] = yield* wait(tasks);
  print(done.size, pending.size);
});

/** FIRST_COMPLETED goes on as soon as one is done; the others stay pending, and running. */
export const firstCompleted = coroutine(function* firstCompleted() {
  const nap = coroutine(function* nap(seconds: number) {
    yield* sleep(seconds);
    print('slept', seconds);
  });

  const tasks = [1, 2].map((seconds) => createTask(nap(seconds)));
  const [done, pending] = yield* wait(tasks, { returnWhen: FIRST_COMPLETED });
  print(done.size, pending.size);
  yield* wait(pending);
});

/** FIRST_COMPLETED may give more than one: all that are done when the waiter goes on. */
export const twoDoneAtTheSameMoment = coroutine(function* twoDoneAtTheSameMoment() {
  const nap = coroutine(function* nap(seconds: number) {
    yield* sleep(seconds);
  });

  const tasks = [1, 1, 2].map((seconds) => createTask(nap(seconds)));
  const [done, pending] = yield* wait(tasks, { returnWhen: FIRST_COMPLETED });
  print(done.size, pending.size);
  yield* wait(pending);
});

/** FIRST_EXCEPTION goes on when one has failed; it does not raise what it failed with. */
export const firstException = coroutine(function* firstException() {
  const nap = coroutine(function* nap(seconds: number) {
    yield* sleep(seconds);
  });

  const fail = coroutine(function* fail(seconds: number) {
    yield* sleep(seconds);
    throw new ValueError('broken');
  });

  const failing = createTask(fail(2));
  const tasks = [createTask(nap(1)), failing, createTask(nap(3))];
  const [done, pending] = yield* wait(tasks, { returnWhen: FIRST_EXCEPTION });
  print(done.size, pending.size, failing.exception());
  yield* wait(pending);
});

/** FIRST_EXCEPTION does not take a cancellation for an exception. */
export const cancellationIsNoFirstException = coroutine(function* cancellationIsNoFirstException() {
  const nap = coroutine(function* nap(seconds: number) {
    yield* sleep(seconds);
  });

  const first = createTask(nap(2));
  const second = createTask(nap(3));
  getRunningLoop().callLater(1, () => first.cancel());
  const [done, pending] = yield* wait([first, second], { returnWhen: FIRST_EXCEPTION });
  print(done.size, pending.size);
});

/** When the time is over, wait() raises nothing: what is not done is pending. */
export const waitWithATimeout = coroutine(function* waitWithATimeout() {
  const nap = coroutine(function* nap(seconds: number) {
    yield* sleep(seconds);
    print('slept', seconds);
  });

  const tasks = [1, 3].map((seconds) => createTask(nap(seconds)));
  const [done, pending] = yield* wait(tasks, { timeout: 2 });
  print(done.size, pending.size);
  yield* wait(pending);
});

/** wait() raises nothing of what the tasks raised: look at each of them. */
export const waitDoesNotRaise = coroutine(function* waitDoesNotRaise() {
  const fail = coroutine(function* fail() {
    throw new ValueError('broken');
  });

  const task = createTask(fail());
  yield* wait([task]);
  print('failed:', task.exception());
});

/** Cancelling a wait() does not cancel the tasks. */
export const waitCancelled = coroutine(function* waitCancelled() {
  const nap = coroutine(function* nap() {
    yield* sleep(3);
    print('slept');
  });

  const waiter = coroutine(function* waiter() {
    yield* wait([task]);
  });

  const task = createTask(nap());
  const waiting = createTask(waiter());
  yield* sleep(1);
  waiting.cancel();
  yield* sleep(1);
  print(waiting.cancelled(), task.done());
  yield* task;
});

/** wait() takes tasks and futures only, for nobody could find coroutines in its sets. */
export const waitRefusesCoroutines = coroutine(function* waitRefusesCoroutines() {
  const nap = coroutine(function* nap() {
    yield* sleep(1);
  });

  const coro = nap();
  try {
    // @ts-expect-error: TypeScript refuses it, too
    yield* wait([coro]);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    print(error);
  }
  coro.close();
});

/** wait() of nothing is an error. */
export const waitForNothing = coroutine(function* waitForNothing() {
  try {
    yield* wait([]);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    print(error);
  }
});

/** wait() suspends even when all are done already: it learns of it by a callback. */
export const waitForWhatIsDone = coroutine(function* waitForWhatIsDone() {
  const loop = getRunningLoop();
  const future = loop.createFuture();
  future.setResult('done');
  loop.callSoon(print, 'callback');
  const [done, pending] = yield* wait([future]);
  print(done.size, pending.size);
  yield* sleep(0);
});
