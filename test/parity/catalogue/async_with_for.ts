/** `async with` and `async for` are statements that may wait: on entry, on exit, for each item. */

import {
  asyncFor,
  asyncWith,
  coroutine,
  createTask,
  gather,
  print,
  sleep,
  ValueError,
  wait,
} from 'asyncio-lab';

/** `async with` awaits the entry before its block and the exit after it. */
export const enterAndExit = coroutine(function* enterAndExit() {
  class Connection {
    *aenter() {
      yield* sleep(1);
      print('connected');
      return 'connection';
    }

    *aexit() {
      yield* sleep(1);
      print('closed');
    }
  }

  yield* asyncWith(new Connection(), function* (connection) {
    print('using the', connection);
  });
  print('after the block');
});

/** The exit sees the exception that leaves the block, and lets it pass. */
export const exitAfterAnError = coroutine(function* exitAfterAnError() {
  class Transaction {
    *aenter() {
      print('begin');
    }

    *aexit(error: unknown) {
      print('roll back:', error);
    }
  }

  try {
    yield* asyncWith(new Transaction(), function* () {
      throw new ValueError('broken');
    });
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    print('caught:', error);
  }
});

/** An exit that returns True swallows the exception: what follows the block goes on. */
export const exitThatSwallows = coroutine(function* exitThatSwallows() {
  class Careless {
    *aenter() {
      print('enter');
    }

    *aexit(error: unknown) {
      print('ignored:', error);
      return true;
    }
  }

  yield* asyncWith(new Careless(), function* () {
    throw new ValueError('broken');
  });
  print('after the block');
});

/** When the entry fails there is no block to leave: the exit is not called. */
export const entryThatFails = coroutine(function* entryThatFails() {
  class Closed {
    *aenter() {
      throw new ValueError('closed today');
    }

    *aexit() {
      print('never printed');
    }
  }

  try {
    yield* asyncWith(new Closed(), function* () {
      print('never printed');
    });
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    print('caught:', error);
  }
});

/** A block that is cancelled is left by its exit, which may wait. */
export const blockCancelled = coroutine(function* blockCancelled() {
  class Connection {
    *aenter() {
      print('connected');
    }

    *aexit() {
      yield* sleep(1);
      print('closed');
    }
  }

  const work = coroutine(function* work() {
    yield* asyncWith(new Connection(), function* () {
      yield* sleep(3600);
    });
  });

  const task = createTask(work());
  yield* sleep(1);
  task.cancel();
  yield* wait([task]);
  print('cancelled:', task.cancelled());
});

/** `async for` waits for each item, and others run meanwhile. */
export const itemsThatTakeTime = coroutine(function* itemsThatTakeTime() {
  class Countdown {
    constructor(private left: number) {}

    *anext() {
      if (this.left === 0) return { done: true as const, value: undefined };
      yield* sleep(1);
      this.left -= 1;
      return { done: false as const, value: this.left };
    }
  }

  const count = coroutine(function* count(name: string) {
    yield* asyncFor(new Countdown(2), function* (left) {
      print(name, left);
    });
  });

  yield* gather(count('a'), count('b'));
});

/** A loop that is left early asks for no further item. */
export const loopLeftEarly = coroutine(function* loopLeftEarly() {
  class Numbers {
    private next = 0;

    *anext() {
      this.next += 1;
      print('asked for', this.next);
      return { done: false, value: this.next };
    }
  }

  yield* asyncFor(new Numbers(), function* (number) {
    if (number === 2) return false;
  });
  print('left');
});
