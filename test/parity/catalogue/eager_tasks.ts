/** An eager task makes its first step inside the call that makes it. */

import {
  asyncWith,
  coroutine,
  createTask,
  currentTask,
  ExceptionGroup,
  eagerTaskFactory,
  gather,
  getRunningLoop,
  print,
  sleep,
  TaskGroup,
  ValueError,
} from 'asyncio-lab';

/** An eager task runs until it first waits, before create_task() returns. */
export const beginsAtOnce = coroutine(function* beginsAtOnce() {
  const work = coroutine(function* work() {
    print('work begins');
    yield* sleep(1);
    print('work ends');
  });

  const task = createTask(work(), { eagerStart: true });
  print('task made, done:', task.done());
  yield* task;
});

/** An eager task that never waits is done before anybody could await it. */
export const endsAtOnce = coroutine(function* endsAtOnce() {
  const work = coroutine(function* work() {
    return 'result';
  });

  const task = createTask(work(), { eagerStart: true });
  print(task.done(), task.result());
});

/** With the eager factory all tasks of a loop are eager. */
export const eagerFactory = coroutine(function* eagerFactory() {
  const work = coroutine(function* work(name: string) {
    print(name, 'begins');
    yield* sleep(1);
  });

  getRunningLoop().setTaskFactory(eagerTaskFactory);
  const gathered = gather(work('a'), work('b'));
  print('gathered');
  yield* gathered;
});

/** eager_start=False makes one ordinary task under an eager factory. */
export const lazyDespiteTheFactory = coroutine(function* lazyDespiteTheFactory() {
  const work = coroutine(function* work(name: string) {
    print(name);
  });

  getRunningLoop().setTaskFactory(eagerTaskFactory);
  const lazy = createTask(work('lazy'), { eagerStart: false });
  const eager = createTask(work('eager'));
  yield* gather(lazy, eager);
});

/** While it makes its eager step a task is the current one, and then its maker is again. */
export const currentTaskInAnEagerStep = coroutine(function* currentTaskInAnEagerStep() {
  const work = coroutine(function* work() {
    print('current:', currentTask()?.getName());
  });

  createTask(work(), { name: 'eager', eagerStart: true });
  print('current:', currentTask()?.getName());
});

/** An eager task that fails at once raises where it is awaited, not where it is made. */
export const eagerFailure = coroutine(function* eagerFailure() {
  const fail = coroutine(function* fail() {
    throw new ValueError('broken');
  });

  const task = createTask(fail(), { eagerStart: true });
  print('made, done:', task.done());
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    print('caught:', error);
  }
});

/** Eager tasks that make eager tasks begin from the outside in and go on in turn. */
export const eagerInEager = coroutine(function* eagerInEager() {
  const inner = coroutine(function* inner() {
    print('inner begins');
    yield* sleep(0);
    print('inner ends');
  });

  const outer = coroutine(function* outer() {
    print('outer begins');
    const task = createTask(inner(), { eagerStart: true });
    print('outer goes on');
    yield* task;
    print('outer ends');
  });

  yield* createTask(outer(), { eagerStart: true });
});

/** A group knows a task that has failed before it was even given to it. */
export const eagerTaskInAGroup = coroutine(function* eagerTaskInAGroup() {
  const fail = coroutine(function* fail() {
    throw new ValueError('broken');
  });

  try {
    yield* asyncWith(new TaskGroup(), function* (group) {
      group.createTask(fail(), { eagerStart: true });
      print('still in the block');
      yield* sleep(0);
      print('never printed');
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    print(error.exceptions);
  }
});

/** A task that has ended at once has let go of its coroutine; any other keeps it. */
export const eagerTaskWithoutACoroutine = coroutine(function* eagerTaskWithoutACoroutine() {
  const work = coroutine(function* work(seconds: number) {
    if (seconds > 0) yield* sleep(seconds);
  });

  const atOnce = createTask(work(0), { name: 'at once', eagerStart: true });
  const later = createTask(work(1), { name: 'later', eagerStart: true });
  yield* later;
  print(atOnce, atOnce.getCoro() === undefined, later.getCoro() === undefined);
});
