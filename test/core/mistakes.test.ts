/**
 * The mistakes that learners make: each is answered with the mistake and with what to write instead,
 * in the message or in the hint that is printed with it.
 */
import { expect, test } from 'vitest';
import {
  asCompleted,
  asyncFor,
  asyncWith,
  type Body,
  coroutine,
  createTask,
  Event,
  Future,
  gather,
  getEventLoop,
  getRunningLoop,
  Lock,
  print,
  run,
  sleep,
  toThread,
  wait,
  wrapFuture,
} from '../../src/index.js';
import { transcript } from '../asyncio/transcript.js';

interface Answer {
  readonly name: string;
  readonly message: string;
  readonly hint?: string;
}

/** The error with which a coroutine ends. */
async function answerTo(body: () => Body<unknown>): Promise<Answer> {
  return run(coroutine(body)(), { clock: 'virtual' }).then(
    () => {
      throw new Error('no error');
    },
    (error: Answer) => error,
  );
}

function answerOf(call: () => unknown): Answer {
  try {
    call();
  } catch (error) {
    return error as Answer;
  }
  throw new Error('no error');
}

function* sleepInside() {
  yield* sleep(1);
}

test('yield without the star, with a coroutine', async () => {
  // @ts-expect-error TypeScript sees it, too
  const { name, message } = await answerTo(function* main() {
    const coro = sleep(1);
    try {
      yield coro;
    } finally {
      coro.close();
    }
  });
  expect(name).toBe('RuntimeError');
  expect(message).toBe(
    "yield was used instead of yield* in task <Task pending name='Task-1' coro=<main()> " +
      "cb=[_run_until_complete_cb()]> with coroutine 'sleep': write yield* to await it",
  );
});

test('yield without the star, with a bare generator', async () => {
  // @ts-expect-error TypeScript sees it, too
  const { message } = await answerTo(function* main() {
    yield (function* () {})();
  });
  expect(message).toMatch(
    /^yield was used instead of yield\* in .+ with a generator: write yield\*/,
  );
});

test('yield without the star, with a future or a task', async () => {
  // @ts-expect-error TypeScript sees it, too
  const { name, message } = await answerTo(function* main() {
    yield new Future();
  });
  expect(name).toBe('RuntimeError');
  expect(message).toMatch(
    /^yield was used instead of yield\* in .+ with <Future pending>: write yield\* to await it$/,
  );
});

test('the task can catch the answer to a missing star and go on', async () => {
  // @ts-expect-error TypeScript sees it, too
  const lines = await transcript(function* () {
    try {
      yield createTask(sleep(1));
    } catch {
      print('caught');
    }
    yield* sleep(1);
    print('goes on');
  });
  expect(lines).toEqual(['t=0 caught', 't=1 goes on']);
});

test('yield without the star, with a promise', async () => {
  // @ts-expect-error TypeScript sees it, too
  const { name, message } = await answerTo(function* main() {
    yield Promise.resolve(1);
  });
  expect(name).toBe('RuntimeError');
  expect(message).toBe(
    'Task got bad yield: a Promise: write yield* wrapFuture(promise) to await it',
  );
});

test('yield of a value that cannot be awaited', async () => {
  // @ts-expect-error TypeScript sees it, too
  const { message } = await answerTo(function* main() {
    yield 3;
  });
  expect(message).toBe('Task got bad yield: 3: only awaitables can be waited for, with yield*');
});

test('yield* of a promise', async () => {
  const { name, message, hint } = await answerTo(function* main() {
    const promise = Promise.resolve(1);
    // @ts-expect-error TypeScript sees it, too
    yield* promise;
  });
  expect(name).toBe('TypeError');
  expect(message).toMatch(/to await a promise, write yield\* wrapFuture\(promise\)$/);
  expect(hint).toBe('yield* wrapFuture(promise)');
});

test('yield* of a list of awaitables', async () => {
  // @ts-expect-error TypeScript sees it, too
  const { name, message, hint } = await answerTo(function* main() {
    yield* [sleep(1)];
  });
  expect(name).toBe('TypeError');
  expect(message).toMatch(/a list of them is none; write yield\* gather\(\.\.\.list\)$/);
  expect(hint).toBe('yield* gather(...list)');
});

test('yield* of the promise that a function returns', async () => {
  const { message } = await answerTo(function* main() {
    const fetchPage = async () => 'page';
    // @ts-expect-error TypeScript sees it, too
    yield* fetchPage();
  });
  expect(message).toMatch(/write yield\* wrapFuture\(promise\)$/);
});

test('yield* of a coroutine function that is not called', async () => {
  const { name, message, hint } = await answerTo(function* main() {
    const work = coroutine(function* work() {});
    // @ts-expect-error TypeScript sees it, too
    yield* work;
  });
  expect(name).toBe('TypeError');
  expect(message).toMatch(/a function is none; write yield\* f\(\) to call it$/);
  expect(hint).toBe('yield* f()');
});

test('a coroutine function without the star', async () => {
  for (const fn of [() => 1, async () => 1]) {
    const { name, message, hint } = await answerTo(function* main() {
      yield* coroutine(fn as never)();
    });
    expect(name).toBe('TypeError');
    expect(message).toMatch(
      /: coroutine\(\) takes a generator function; write function\* f\(\) { … }$/,
    );
    expect(hint).toBe('function* f() { … }');
  }
});

test('the parts of a block without the star', async () => {
  const lock = new Lock();
  const noEntry = { aenter() {}, *aexit() {} };
  const noExit = { *aenter() {}, aexit: () => 3 };
  const body = () => {};
  const answers = [
    await answerTo(function* main() {
      yield* asyncWith(noEntry as never, sleepInside);
    }),
    await answerTo(function* main() {
      yield* asyncWith(noExit as never, sleepInside);
    }),
    await answerTo(function* main() {
      yield* asyncWith(lock, body as never);
    }),
    await answerTo(function* main() {
      yield* asyncFor(asCompleted([sleep(1)]), body as never);
    }),
  ];
  expect(lock.locked()).toBe(false);
  expect(answers.map(({ message, hint }) => [message, hint])).toEqual([
    [
      "'async with' received an object from aenter() that does not implement __await__: NoneType",
      'write it with a star: *aenter()',
    ],
    [
      "'async with' received an object from aexit() that does not implement __await__: int",
      'write it with a star: *aexit()',
    ],
    [
      "'async with' received an object from its body that does not implement __await__: NoneType",
      'the body is function* (…) { … }',
    ],
    [
      "'async for' received an object from its body that does not implement __await__: NoneType",
      'the body is function* (…) { … }',
    ],
  ]);
});

test('a source that gives values as they are', async () => {
  const give = (anext: () => unknown) =>
    answerTo(function* main() {
      yield* asyncFor({ anext } as never, sleepInside);
    });
  const answers = [
    await give(() => 3),
    await give(function* () {
      return 'text';
    }),
  ];
  expect(answers.map(({ message, hint }) => [message, hint])).toEqual([
    ["'async for' received an invalid object from anext(): int", 'anext() gives { value, done }'],
    ["'async for' received an invalid object from anext(): str", 'anext() gives { value, done }'],
  ]);
});

test('a promise where an awaitable is expected', async () => {
  const { name, message } = await answerTo(function* main() {
    // @ts-expect-error TypeScript sees it, too
    yield* gather(Promise.resolve(1));
  });
  expect(name).toBe('TypeError');
  expect(message).toBe(
    'An asyncio.Future, a coroutine or an awaitable is required, not a Promise: write wrapFuture(promise)',
  );
});

test('what the answers advise for promises works', async () => {
  const lines = await transcript(function* () {
    print(yield* wrapFuture(Promise.resolve('page')));
    print(yield* gather(wrapFuture(Promise.resolve(1)), wrapFuture(Promise.resolve(2))));
  });
  expect(lines).toEqual(['t=0 page', 't=0 [1, 2]']);
});

test('a coroutine that is made and not awaited', async () => {
  const lines = await transcript(
    coroutine(function* main() {
      sleep(1);
    }),
  );
  expect(lines).toEqual(["warning: RuntimeWarning: coroutine 'sleep' was never awaited"]);
});

test('the values of a coroutine that is not awaited', async () => {
  const { name, message, hint } = await answerTo(function* main() {
    const coro = wait([createTask(sleep(1))]);
    try {
      const [done] = coro;
      print(done);
    } finally {
      coro.close();
    }
  });
  expect(name).toBe('TypeError');
  expect(message).toBe("'coroutine' object is not iterable");
  expect(hint).toBe("'wait' is to be awaited: write yield* in front of it");
});

test('a coroutine of which somebody had a value leaves the stack, and the rest goes on', async () => {
  const lines = await transcript(function* () {
    const task = createTask(sleep(1, 'slept'));
    try {
      const [done] = wait([task]) as unknown as unknown[];
      print(done);
    } catch (error) {
      print(`${error}`);
    }
    print(yield* task);
    yield* sleep(1);
    print('main goes on');
  });
  expect(lines).toEqual([
    "t=0 TypeError: 'coroutine' object is not iterable",
    't=1 slept',
    't=2 main goes on',
  ]);
});

test('a coroutine that is walked as if it were a list is suspended, and goes no further', async () => {
  const lines = await transcript(function* () {
    const numbers = coroutine(function* numbers() {
      print('begins');
      yield* sleep(1);
      return [1, 2];
    });
    try {
      for (const number of numbers()) print(number);
    } catch (error) {
      print(`${error}`);
    }
    yield* sleep(2);
    print('main goes on');
  });
  expect(lines).toEqual([
    't=0 begins',
    't=0 <Future pending>',
    "t=0 RuntimeError: coroutine 'numbers' was resumed by hand in a task, which does that by itself: write yield* to await it",
    't=2 main goes on',
  ]);
});

test('a coroutine function that is handed over without being called', async () => {
  const main = coroutine(function* main() {});
  // @ts-expect-error TypeScript sees it, too
  const failure = run(main, { clock: 'virtual' });
  await expect(failure).rejects.toMatchObject({
    name: 'TypeError',
    message: 'An asyncio.Future, a coroutine or an awaitable is required',
    hint: 'call the function: main()',
  });
});

test('a task where no loop is running', () => {
  const coro = sleep(1);
  expect(answerOf(() => createTask(coro))).toMatchObject({
    name: 'RuntimeError',
    message: 'no running event loop',
    hint: 'call this inside a coroutine that run(main()) runs',
  });
  coro.close();
});

test('anything else that needs a loop where there is none', () => {
  const coro = sleep(1);
  for (const call of [getEventLoop, () => new Future(), () => gather(coro)]) {
    expect(answerOf(call)).toMatchObject({
      name: 'RuntimeError',
      message: "There is no current event loop in thread 'MainThread'.",
      hint: 'call this inside a coroutine that run(main()) runs, or set a loop with setEventLoop()',
    });
  }
  expect(answerOf(getRunningLoop)).toMatchObject({ message: 'no running event loop' });
});

test('a run inside a run', async () => {
  const inner = sleep(1);
  const answer = await answerTo(function* main() {
    // @ts-expect-error TypeScript sees it, too
    yield* run(inner);
  });
  inner.close();
  expect(answer).toMatchObject({
    name: 'RuntimeError',
    message: 'asyncio.run() cannot be called from a running event loop',
    hint: 'inside a coroutine, await the other one: yield* main()',
  });
});

test('a function handed to a thread that cannot travel', async () => {
  const answer = await answerTo(function* main() {
    function hardWork() {}
    // @ts-expect-error TypeScript sees it, too
    yield* toThread(hardWork);
  });
  expect(answer).toMatchObject({
    name: 'TypeError',
    message:
      "function 'hardWork' cannot travel to a thread: declare it with " +
      'export const hardWork = threaded(import.meta.url, function hardWork(…) { … })',
  });
});

test('a coroutine function handed to a thread', async () => {
  const work = coroutine(function* work() {});
  const { name, message } = await answerTo(function* main() {
    // @ts-expect-error TypeScript sees it, too
    yield* toThread(work);
  });
  expect(name).toBe('TypeError');
  expect(message).toBe('coroutines cannot be used with toThread(): await them, or make a task');
});

/** The error of a callback that is called soon. */
async function answerToCallback(callback: () => unknown): Promise<Answer> {
  return run(
    coroutine(function* main() {
      const loop = getRunningLoop();
      let reported: unknown;
      loop.setExceptionHandler((_loop, { exception }) => {
        reported = exception;
      });
      loop.callSoon(callback);
      yield* sleep(0);
      return reported as Answer;
    })(),
  );
}

test('a method handed over as a callback without its object', async () => {
  const event = new Event();
  expect(await answerToCallback(event.set)).toMatchObject({
    name: 'TypeError',
    message: expect.stringMatching(
      /: set was handed over without its object; write \(\) => object\.set\(…\)$/,
    ),
    hint: '() => object.set(…)',
  });
});

test('a callback with another mistake in it is answered with no such hint', async () => {
  const missing: { name?: unknown } = {};
  const answer = await answerToCallback(() => (missing.name as { first: string }).first);
  expect(answer).not.toHaveProperty('hint');
  const event = new Event();
  expect(await answerToCallback(() => event.set())).toBeUndefined();
});

test('a generator that awaits something, walked as if it gave values', async () => {
  function* work() {
    yield* sleep(1);
  }
  expect(answerOf(() => [...work()])).toMatchObject({
    name: 'RuntimeError',
    message: 'no running event loop',
  });
  const answer = await answerTo(function* main() {
    for (const _ of work());
  });
  expect(answer).toMatchObject({
    name: 'RuntimeError',
    message:
      "coroutine 'sleep' was resumed by hand in a task, which does that by itself: write yield* to await it",
  });
});
