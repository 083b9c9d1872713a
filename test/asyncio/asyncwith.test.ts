import { expect, test } from 'vitest';
import {
  type AsyncContextManager,
  asyncWith,
  coroutine,
  createTask,
  newEventLoop,
  print,
  sleep,
  ValueError,
} from '../../src/index.js';
import { caught } from '../caught.js';
import { programTranscript, transcript } from './transcript.js';

/** A manager that says what happens to it, and swallows ValueError if it is told to. */
class Talking implements AsyncContextManager<string> {
  readonly #swallows: boolean;

  constructor(options: { readonly swallows: boolean } = { swallows: false }) {
    this.#swallows = options.swallows;
  }

  *aenter() {
    yield* sleep(1);
    print('enter');
    return 'the value';
  }

  *aexit(error: unknown) {
    yield* sleep(1);
    print(`exit: ${error}`);
    return this.#swallows && error instanceof ValueError;
  }
}

test('the body runs between entering and leaving, with the value, and its result is returned', async () => {
  const lines = await transcript(function* () {
    const result = yield* asyncWith(new Talking(), function* (value) {
      print('body with', value);
      yield* sleep(1);
      return 'result';
    });
    print(result);
  });
  expect(lines).toEqual([
    't=1 enter',
    't=1 body with the value',
    't=3 exit: undefined',
    't=3 result',
  ]);
});

test('an exception of the body is shown to the manager and passed on', async () => {
  const lines = await transcript(function* () {
    try {
      yield* asyncWith(new Talking(), function* () {
        throw new ValueError('no');
      });
    } catch (error) {
      print(`main: ${error}`);
    }
  });
  expect(lines).toEqual(['t=1 enter', 't=2 exit: ValueError: no', 't=2 main: ValueError: no']);
});

test('a manager that gives true swallows the exception', async () => {
  const lines = await transcript(function* () {
    const result = yield* asyncWith(new Talking({ swallows: true }), function* () {
      throw new ValueError('no');
    });
    print(result);
  });
  expect(lines).toEqual(['t=1 enter', 't=2 exit: ValueError: no', 't=2 None']);
});

test('a body that is cancelled leaves, too', async () => {
  const lines = await transcript(function* () {
    const task = createTask(asyncWith(new Talking(), () => sleep(10)));
    yield* sleep(2);
    task.cancel('why');
    yield* sleep(2);
    print(task.cancelled());
  });
  expect(lines).toEqual(['t=1 enter', 't=3 exit: CancelledError: why', 't=4 True']);
});

test('a manager that cannot be entered is not left', async () => {
  const lines = await transcript(function* () {
    const task = createTask(asyncWith(new Talking(), () => sleep(10)));
    yield* sleep(0.5);
    task.cancel();
    yield* sleep(2);
    print(task.cancelled());
  });
  expect(lines).toEqual(['t=2.5 True']);
});

test('what leaving throws takes the place of what the body threw', async () => {
  const lines = await transcript(function* () {
    const failing: AsyncContextManager<void> = {
      *aenter() {},
      *aexit() {
        throw new ValueError('leaving');
      },
    };
    try {
      yield* asyncWith(failing, function* () {
        throw new ValueError('body');
      });
    } catch (error) {
      print(`main: ${error}`);
    }
  });
  expect(lines).toEqual(['t=0 main: ValueError: leaving']);
});

test('a body whose task is destroyed with its loop leaves, too', async () => {
  const lines = await programTranscript(async () => {
    const bare = {
      *aenter() {},
      *aexit(error: unknown) {
        print(`exit: ${error}`);
      },
    };
    const named = { ...bare, aexit: coroutine(bare.aexit) };
    const loop = newEventLoop();
    for (const manager of [bare, named]) loop.createTask(asyncWith(manager, () => sleep(10)));
    await loop.runUntilComplete(sleep(1));
    loop.close();
  });
  expect(lines).toEqual([
    'warning: Task was destroyed but it is pending!',
    't=1 exit: GeneratorExit',
    'warning: Task was destroyed but it is pending!',
    't=1 exit: GeneratorExit',
  ]);
});

test('a block that is closed and waits once more ignores that', async () => {
  const lines = await transcript(function* () {
    const slow = {
      *aenter() {},
      *aexit(error: unknown) {
        print('exit', [error]);
        yield* sleep(1);
        print('never');
      },
    };
    const leaving = asyncWith(slow, () => sleep(10));
    const inside = asyncWith(slow, function* () {
      try {
        yield* sleep(10);
      } finally {
        yield* sleep(1);
      }
    });
    for (const block of [leaving, inside]) {
      const task = createTask(block);
      yield* sleep(0);
      print(caught(() => block.close()));
      task.cancel();
    }
  });
  expect(lines).toEqual([
    't=0 exit [GeneratorExit()]',
    't=0 RuntimeError: coroutine ignored GeneratorExit',
    't=0 RuntimeError: coroutine ignored GeneratorExit',
    'warning: Task exception was never retrieved',
    'warning: Task exception was never retrieved',
  ]);
});

test('what is no context manager is refused', async () => {
  const lines = await transcript(function* () {
    for (const manager of [undefined, { *aenter() {} }]) {
      try {
        yield* asyncWith(manager as never, () => sleep(1));
      } catch (error) {
        print(`${error}`);
      }
    }
  });
  const rest = 'does not support the asynchronous context manager protocol: aenter() and aexit()';
  expect(lines).toEqual([`t=0 TypeError: None ${rest}`, expect.stringContaining(rest)]);
});

function failToClose(): never {
  throw new ValueError('not to be closed');
}

test.each([
  [
    'that fails meanwhile shows its exception',
    function* () {
      try {
        yield* sleep(10);
      } finally {
        failToClose();
      }
    },
    [
      't=1 exit: ValueError: not to be closed',
      'warning: Exception ignored while closing generator <coroutine object async with>:',
    ],
  ],
  [
    'that waits once more is left alone, and said to',
    function* () {
      try {
        yield* sleep(10);
      } finally {
        print('closing');
        yield* sleep(0);
      }
    },
    [
      't=1 closing',
      'warning: Exception ignored while closing generator <coroutine object async with>:',
    ],
  ],
  [
    'that sleeps fails, for no loop runs',
    function* () {
      try {
        yield* sleep(10);
      } finally {
        print('closing');
        yield* sleep(1);
      }
    },
    [
      't=1 closing',
      't=1 exit: RuntimeError: no running event loop',
      'warning: Exception ignored while closing generator <coroutine object async with>:',
    ],
  ],
])('a closed body %s', async (_, body, expected) => {
  const lines = await programTranscript(async () => {
    const manager: AsyncContextManager<void> = {
      *aenter() {},
      *aexit(error) {
        print(`exit: ${error}`);
      },
    };
    const loop = newEventLoop();
    loop.createTask(asyncWith(manager, body));
    await loop.runUntilComplete(sleep(1));
    loop.close();
  });
  expect(lines).toEqual(['warning: Task was destroyed but it is pending!', ...expected]);
});

test.each([
  [1, 'after'],
  ['yes', 'after'],
  [0, 'ValueError: no'],
  ['', 'ValueError: no'],
])('an exit that gives %o is taken for what it is worth', async (given, expected) => {
  const manager = {
    *aenter() {},
    *aexit() {
      return given as never;
    },
  };
  const lines = await transcript(function* () {
    try {
      yield* asyncWith(manager, function* () {
        throw new ValueError('no');
      });
      print('after');
    } catch (error) {
      print(`${error}`);
    }
  });
  expect(lines).toEqual([`t=0 ${expected}`]);
});
