/** A coroutine is work that has not begun; awaiting it runs it, inside the task that awaits. */

import {
  type Coroutine,
  coroutine,
  createTask,
  gather,
  getRunningLoop,
  print,
  RuntimeError,
  sleep,
  ValueError,
} from 'asyncio-lab';

/** Calling a coroutine function runs nothing; awaiting what it returns does. */
export const lazyCoroutine = coroutine(function* lazyCoroutine() {
  const greet = coroutine(function* greet() {
    print('hello');
  });

  const greeting = greet();
  print('called');
  yield* greeting;
  print('awaited');
});

/** Awaiting a coroutine does not let other tasks run, unless it is suspended in there. */
export const awaitWithoutSuspension = coroutine(function* awaitWithoutSuspension() {
  const other = coroutine(function* other() {
    print('another task');
  });

  const compute = coroutine(function* compute() {
    return 6 * 7;
  });

  const task = createTask(other());
  print('computed', yield* compute());
  yield* task;
});

/** An awaited coroutine belongs to the task that awaits it, however deep it lies. */
export const awaitRunsInTheSameTask = coroutine(function* awaitRunsInTheSameTask() {
  const inner = coroutine(function* inner() {
    yield* sleep(1);
    print('inner');
  });

  const outer = coroutine(function* outer() {
    yield* inner();
    print('outer');
  });

  yield* outer();
  yield* createTask(outer());
});

/** Coroutines that are awaited one after the other take as long as all of them together. */
export const oneAfterTheOther = coroutine(function* oneAfterTheOther() {
  const fetch = coroutine(function* fetch(page: string) {
    yield* sleep(1);
    print('fetched', page);
  });

  yield* fetch('A');
  yield* fetch('B');
});

/** An await expression has the value that the coroutine returns, None if it returns nothing. */
export const valueOfAwait = coroutine(function* valueOfAwait() {
  const answer = coroutine(function* answer() {
    yield* sleep(1);
    return 42;
  });

  const nothing = coroutine(function* nothing() {
    yield* sleep(1);
  });

  print(yield* answer(), yield* nothing());
});

/** An exception that leaves a coroutine is raised at the await. */
export const exceptionThroughAwait = coroutine(function* exceptionThroughAwait() {
  const fail = coroutine(function* fail() {
    yield* sleep(1);
    throw new ValueError('no such page');
  });

  try {
    yield* fail();
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    print('caught:', error);
  }
});

/** A coroutine can be awaited once; its second await is an error. */
export const awaitedTwice = coroutine(function* awaitedTwice() {
  const greet = coroutine(function* greet() {
    print('hello');
  });

  const greeting = greet();
  yield* greeting;
  try {
    yield* greeting;
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    print('refused:', error);
  }
});

/** A coroutine that a task awaits already cannot be awaited by another one. */
export const awaitedByTwoTasks = coroutine(function* awaitedByTwoTasks() {
  const nap = coroutine(function* nap() {
    yield* sleep(1);
  });

  const join = coroutine(function* join(coro: Coroutine<unknown>) {
    yield* coro;
  });

  const shared = nap();
  const results = yield* gather(join(shared), join(shared), { returnExceptions: true });
  print(results);
});

export const forgotten = coroutine(function* forgotten() {
  print('nobody will ever see this');
});

/** A coroutine that nobody awaits never runs, and Python warns of it. */
export const neverAwaited = coroutine(function* neverAwaited() {
  forgotten();
  yield* sleep(1);
});

/** Whatever says how it is awaited can be awaited: a class too. */
export const awaitableOfYourOwn = coroutine(function* awaitableOfYourOwn() {
  class Delay {
    constructor(private readonly seconds: number) {}

    [Symbol.iterator]() {
      return sleep(this.seconds, 'rested')[Symbol.iterator]();
    }
  }

  print(yield* new Delay(1));
  print(yield* gather(new Delay(1), new Delay(2)));
});

/** Awaiting a future that is done does not suspend: nobody else gets a turn. */
export const awaitOfADoneFuture = coroutine(function* awaitOfADoneFuture() {
  const loop = getRunningLoop();
  const future = loop.createFuture();
  future.setResult('ready');
  loop.callSoon(print, 'callback');
  print(yield* future);
  print(yield* future);
  yield* sleep(0);
});

/** sleep(0) lets everything that is ready have one turn. */
export const sleepZero = coroutine(function* sleepZero() {
  const count = coroutine(function* count(name: string) {
    for (let i = 0; i < 3; i += 1) {
      print(name, i);
      yield* sleep(0);
    }
  });

  yield* gather(count('a'), count('b'));
});

/** A coroutine cannot be closed while it runs. */
export const closesItself = coroutine(function* closesItself() {
  const work = coroutine(function* work() {
    try {
      itself.close();
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      print('caught:', error);
    }
    yield* sleep(1);
    print('goes on');
  });

  const itself: Coroutine<void> = work();
  yield* itself;
});
