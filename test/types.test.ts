/**
 * What TypeScript knows of the runtime. The claims are checked when this file is compiled, by
 * `npm run types`; that it also runs keeps the examples honest.
 */
import { expect, expectTypeOf, test } from 'vitest';
import {
  type Awaitable,
  asCompleted,
  asyncFor,
  asyncWith,
  ContextVar,
  type Coroutine,
  copyContext,
  coroutine,
  createTask,
  Event,
  FIRST_COMPLETED,
  Future,
  gather,
  getRunningLoop,
  Lock,
  newEventLoop,
  print,
  Queue,
  run,
  runCoroutineThreadsafe,
  type Submission,
  shield,
  sleep,
  type Task,
  TaskGroup,
  type Threaded,
  type Timeout,
  threaded,
  timeout,
  toThread,
  wait,
  waitFor,
  wrapFuture,
} from '../src/index.js';

const double = coroutine(function* double(n: number) {
  yield* sleep(1);
  return n * 2;
});

const length = coroutine(function* length(text: string, ...more: string[]) {
  return text.length + more.length;
});

/** A bare generator is awaitable with its type, too. */
function* bare() {
  yield* sleep(1);
  return 'text';
}

/** Compile a coroutine body without running it. */
function compiled(_body: () => Awaitable<unknown>): void {}

test('awaiting gives the type that the coroutine returns, without a cast', async () => {
  const main = coroutine(function* main() {
    const n = yield* double(1);
    expectTypeOf(n).toEqualTypeOf<number>();
    const text = yield* bare();
    expectTypeOf(text).toEqualTypeOf<string>();
    const task = createTask(double(2));
    expectTypeOf(task).toEqualTypeOf<Task<number>>();
    expectTypeOf(yield* task).toEqualTypeOf<number>();
    expectTypeOf(yield* sleep(1)).toBeVoid();
    expectTypeOf(yield* sleep(1, 'result')).toEqualTypeOf<string>();
    expectTypeOf(yield* wrapFuture(Promise.resolve(1))).toEqualTypeOf<number>();
    expectTypeOf(yield* waitFor(double(3), 5)).toEqualTypeOf<number>();
    expectTypeOf(yield* shield(double(4))).toEqualTypeOf<number>();
    expectTypeOf(yield* createTask(bare())).toEqualTypeOf<string>();
    return n;
  });
  expectTypeOf(main).toEqualTypeOf<(this: unknown) => Coroutine<number>>();
  const result = await run(main(), { clock: 'virtual' });
  expectTypeOf(result).toEqualTypeOf<number>();
  expect(result).toBe(2);
});

test('a coroutine function keeps its parameters', () => {
  expectTypeOf(double).parameters.toEqualTypeOf<[n: number]>();
  expectTypeOf(length).parameters.toEqualTypeOf<[text: string, ...more: string[]]>();
  compiled(function* () {
    // @ts-expect-error a text is no number
    yield* double('1');
    // @ts-expect-error the argument is missing
    yield* double();
  });
});

test('yield without the star does not compile', () => {
  // @ts-expect-error yield without the star
  compiled(function* () {
    yield sleep(1);
  });
  // @ts-expect-error yield without the star
  const wrong = coroutine(function* wrong() {
    yield double(1);
  });
  expectTypeOf(wrong).toBeFunction();
  compiled(function* () {
    yield; // a bare yield lets one iteration pass
  });
});

test('a promise cannot be awaited with yield*', () => {
  compiled(function* () {
    // @ts-expect-error a promise is no awaitable
    yield* Promise.resolve(1);
  });
  // @ts-expect-error a promise is no awaitable
  const gathered = () => gather(Promise.resolve(1));
  expectTypeOf(gathered).toBeFunction();
});

test('gather gives a tuple of the types', () => {
  compiled(function* () {
    const results = yield* gather(double(1), bare(), createTask(bare()), new Future<Date>());
    expectTypeOf(results).toEqualTypeOf<[number, string, string, Date]>();
    const many = yield* gather(...[1, 2, 3].map((n) => double(n)));
    expectTypeOf(many).toEqualTypeOf<number[]>();
    const withErrors = yield* gather(double(1), bare(), { returnExceptions: true });
    expectTypeOf(withErrors).toEqualTypeOf<[number | Error, string | Error]>();
    const manyWithErrors = yield* gather(...[1, 2].map((n) => double(n)), {
      returnExceptions: true,
    });
    expectTypeOf(manyWithErrors).toEqualTypeOf<(number | Error)[]>();
  });
});

test('wait gives two sets of what it was given', () => {
  compiled(function* () {
    const tasks = [createTask(double(1)), createTask(double(2))];
    const [done, pending] = yield* wait(tasks, { returnWhen: FIRST_COMPLETED, timeout: 1 });
    expectTypeOf(done).toEqualTypeOf<Set<Task<number>>>();
    expectTypeOf(pending).toEqualTypeOf<Set<Task<number>>>();
    // @ts-expect-error coroutines have to be made tasks first
    yield* wait([double(1)]);
  });
});

test('asCompleted gives the results, and the futures', () => {
  compiled(function* () {
    for (const next of asCompleted([double(1), bare()])) {
      expectTypeOf(yield* next).toEqualTypeOf<number | string>();
    }
    for (const next of asCompleted([double(1), double(2)])) {
      expectTypeOf(yield* next).toEqualTypeOf<number>();
    }
    yield* asyncFor(asCompleted([double(1)]), function* (task) {
      expectTypeOf(task).toEqualTypeOf<Future<number>>();
    });
  });
});

test('asyncWith hands the body what the manager gives, and gives what the body returns', () => {
  compiled(function* () {
    const result = yield* asyncWith(timeout(1), function* (limit) {
      expectTypeOf(limit).toEqualTypeOf<Timeout>();
      return yield* double(1);
    });
    expectTypeOf(result).toEqualTypeOf<number>();
    yield* asyncWith(new TaskGroup(), function* (group) {
      expectTypeOf(group.createTask(double(1))).toEqualTypeOf<Task<number>>();
    });
    yield* asyncWith(new Lock(), function* () {});
  });
});

test('queues, events and context variables are typed', () => {
  compiled(function* () {
    const queue = new Queue<string>(10);
    expectTypeOf(yield* queue.get()).toEqualTypeOf<string>();
    // @ts-expect-error a number is no text
    yield* queue.put(1);
    expectTypeOf(yield* new Event().wait()).toEqualTypeOf<true>();
    expectTypeOf(new ContextVar<number>('n').get()).toEqualTypeOf<number>();
    expectTypeOf(new ContextVar<number>('n').get('none')).toEqualTypeOf<number | string>();
    expectTypeOf(copyContext().get(new ContextVar<number>('n'), 'none')).toEqualTypeOf<
      number | string
    >();
    expectTypeOf(copyContext().get(new ContextVar<number>('n'))).toEqualTypeOf<
      number | undefined
    >();
    expectTypeOf(new ContextVar('name', { default: 'nobody' }).get()).toEqualTypeOf<string>();
  });
});

test('functions for threads are declared, and keep their types', () => {
  const work = threaded(import.meta.url, function work(n: number) {
    return `${n}`;
  });
  expectTypeOf(work).toEqualTypeOf<Threaded<[n: number], string>>();
  compiled(function* () {
    expectTypeOf(yield* toThread(work, 1)).toEqualTypeOf<string>();
    // @ts-expect-error a text is no number
    yield* toThread(work, 'one');
    // @ts-expect-error a plain function cannot travel
    yield* toThread((n: number) => n, 1);
    const loop = getRunningLoop();
    expectTypeOf(yield* loop.runInExecutor(undefined, work, 1)).toEqualTypeOf<string>();
  });
  const submitting = () => runCoroutineThreadsafe(double, 1);
  expectTypeOf(submitting).toEqualTypeOf<() => Submission<number>>();
});

test('callbacks are checked against their arguments, and may be given a context', () => {
  compiled(function* () {
    const loop = getRunningLoop();
    const future = new Future<number>();
    loop.callSoon(print, 'text', 1);
    loop.callLater(1, (n: number, text?: string) => print(n, text), 1);
    loop.callAt(1, (n) => print(n.toFixed()), 1, { context: undefined as never });
    loop.callSoonThreadsafe(() => future.setResult(1));
    // @ts-expect-error a text is no number
    loop.callSoon((n: number) => n, 'text');
    // @ts-expect-error the argument is missing
    loop.callLater(1, (n: number) => n);
    future.addDoneCallback((done) => expectTypeOf(done.result()).toEqualTypeOf<number>());
  });
});

test('a future can be awaited by plain JavaScript, with its type', () => {
  const awaiting = async (future: Future<number>) => await future;
  expectTypeOf(awaiting).returns.toEqualTypeOf<Promise<number>>();
});

test('the loop gives the type of what it runs', () => {
  const running = () => newEventLoop().runUntilComplete(double(1));
  expectTypeOf(running).toEqualTypeOf<() => Promise<number>>();
});

test('a class of your own is awaitable when its iterator is a coroutine', () => {
  class Mine implements Awaitable<number> {
    *[Symbol.iterator]() {
      return yield* double(1);
    }
  }
  compiled(function* () {
    expectTypeOf(yield* new Mine()).toEqualTypeOf<number>();
    expectTypeOf(yield* gather(new Mine())).toEqualTypeOf<[number]>();
  });
});
