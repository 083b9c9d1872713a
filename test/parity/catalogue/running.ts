/** run() makes a loop, runs main to its end, cancels what is left, and closes the loop. */

import {
  CancelledError,
  coroutine,
  createTask,
  currentTask,
  getRunningLoop,
  newEventLoop,
  print,
  Runner,
  RuntimeError,
  run,
  sleep,
  ValueError,
} from 'asyncio-lab';

/** run() gives the result of main. */
export async function resultOfMain() {
  const main = coroutine(function* main() {
    yield* sleep(1);
    return 'result';
  });

  print(await run(main()));
}

/** An exception of main comes out of run(). */
export async function exceptionOfMain() {
  const main = coroutine(function* main() {
    yield* sleep(1);
    throw new ValueError('broken');
  });

  try {
    await run(main());
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    print('caught:', error);
  }
}

/** When main ends, the tasks that are left are cancelled, and their cleanup runs. */
export const leftoversAreCancelled = coroutine(function* leftoversAreCancelled() {
  const background = coroutine(function* background() {
    try {
      yield* sleep(3600);
    } finally {
      yield* sleep(1);
      print('cleaned up');
    }
  });

  createTask(background());
  yield* sleep(1);
  print('main ends');
});

/** run() waits for a leftover that refuses to be cancelled until it ends. */
export const leftoverThatRefuses = coroutine(function* leftoverThatRefuses() {
  const stubborn = coroutine(function* stubborn() {
    try {
      yield* sleep(3600);
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      print('not yet');
    }
    yield* sleep(10);
    print('now');
  });

  createTask(stubborn());
  yield* sleep(1);
  print('main ends');
});

/** A task that main makes at its very end still begins, only to be cancelled. */
export const leftoverMadeAtTheEnd = coroutine(function* leftoverMadeAtTheEnd() {
  const work = coroutine(function* work() {
    print('work begins');
    try {
      yield* sleep(3600);
    } finally {
      print('work ends');
    }
  });

  createTask(work());
  print('main ends');
});

/** A leftover that answers its cancellation with an error is reported. */
export const leftoverThatFails = coroutine(function* leftoverThatFails() {
  const work = coroutine(function* work() {
    try {
      yield* sleep(3600);
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
      throw new ValueError('broken cleanup');
    }
  });

  createTask(work());
  yield* sleep(1);
  print('main ends');
});

/** After main the loop is run twice more, to close down: callbacks still get their turns. */
export const twoMoreRuns = coroutine(function* twoMoreRuns() {
  const loop = getRunningLoop();

  function turn(n: number) {
    print('turn', n);
    loop.callSoon(turn, n + 1);
  }

  loop.callSoon(turn, 1);
  print('main ends');
});

/** Timers that are not due when the loop closes never fire. */
export const timersAreDropped = coroutine(function* timersAreDropped() {
  getRunningLoop().callLater(1, print, 'never printed');
  print('main ends');
});

/** run() cannot be called while a loop is running: await the coroutine instead. */
export const runInsideRun = coroutine(function* runInsideRun() {
  const inner = coroutine(function* inner() {
    print('never printed');
  });

  const coro = inner();
  try {
    run(coro);
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    print(error);
  }
  coro.close();
});

/** Each run() has a loop of its own, in which tasks are counted anew. */
export async function eachRunHasItsLoop() {
  const main = coroutine(function* main() {
    print(currentTask()?.getName());
    return getRunningLoop();
  });

  const first = await run(main());
  const second = await run(main());
  print(first === second, first.isClosed());
}

/** When main is cancelled, run() raises CancelledError. */
export async function mainCancelsItself() {
  const main = coroutine(function* main() {
    currentTask()?.cancel('enough');
    yield* sleep(1);
  });

  try {
    await run(main());
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    print('cancelled:', error);
  }
}

/** A Runner runs several mains in one loop: tasks live on between them. */
export async function runnerKeepsItsLoop() {
  const background = coroutine(function* background() {
    for (let i = 0; i < 5; i += 1) {
      print('tick', i);
      yield* sleep(1);
    }
  });

  const start = coroutine(function* start() {
    createTask(background());
    yield* sleep(1);
  });

  const goOn = coroutine(function* goOn() {
    yield* sleep(2);
  });

  const runner = new Runner();
  try {
    await runner.run(start());
    print('between the runs');
    await runner.run(goOn());
  } finally {
    await runner.close();
  }
  print('closed');
}

/** A Runner that is closed runs nothing more. */
export async function closedRunner() {
  const main = coroutine(function* main() {
    print('main');
  });

  const runner = new Runner();
  await runner.run(main());
  await runner.close();
  const again = main();
  try {
    await runner.run(again);
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    print(error);
  }
  again.close();
}

/** A loop that is closed with a pending task in it reports that the task was destroyed. */
export async function lostTask() {
  const background = coroutine(function* background() {
    yield* sleep(3600);
  });

  const main = coroutine(function* main() {
    createTask(background());
    yield* sleep(1);
  });

  const loop = newEventLoop();
  await loop.runUntilComplete(main());
  loop.close();
  print('closed');
}
