import { expect, test } from 'vitest';
import {
  type Coroutine,
  coroutine,
  createTask,
  gather,
  isCoroutine,
  newEventLoop,
  print,
  RuntimeError,
  run,
  sleep,
  ValueError,
  virtualHost,
  withHost,
} from '../../src/index.js';
import { programTranscript, transcript } from '../asyncio/transcript.js';
import { caught } from '../caught.js';

const work = coroutine(function* work(name: string) {
  print(`${name} begins`);
  yield* sleep(1);
  return `${name}'s result`;
});

test('calling a coroutine function runs nothing; awaiting the coroutine does', async () => {
  const lines = await transcript(function* () {
    const coro = work('a');
    print(coro);
    print(yield* coro);
  });
  expect(lines).toEqual(['t=0 <coroutine object work>', 't=0 a begins', "t=1 a's result"]);
});

test('a coroutine function keeps its name, and its this', async () => {
  const counter = {
    count: 40,
    add: coroutine(function* add(this: { count: number }, n: number) {
      yield* sleep(0);
      return this.count + n;
    }),
  };
  expect(work.name).toBe('work');
  expect(await run(counter.add(2), { clock: 'virtual' })).toBe(42);
});

test('a coroutine that nobody awaits is reported at the end, once for each', async () => {
  const lines = await transcript(function* () {
    work('a');
    work('b');
    print('main ends');
  });
  expect(lines).toEqual([
    't=0 main ends',
    "warning: RuntimeWarning: coroutine 'work' was never awaited",
    "warning: RuntimeWarning: coroutine 'work' was never awaited",
  ]);
});

test('coroutines of the library are reported under their names in Python', async () => {
  const lines = await transcript(function* () {
    sleep(1);
  });
  expect(lines).toEqual(["warning: RuntimeWarning: coroutine 'sleep' was never awaited"]);
});

test('a coroutine that was closed, or whose task was cancelled in time, is not reported', async () => {
  const lines = await transcript(function* () {
    work('a').close();
    createTask(work('b')).cancel();
    yield* sleep(0);
  });
  expect(lines).toEqual([]);
});

test('a coroutine made before the run can be awaited in it', async () => {
  const coro = work('a');
  const lines = await transcript(function* () {
    print(yield* coro);
  });
  expect(lines).toEqual(['t=0 a begins', "t=1 a's result"]);
});

test('a coroutine cannot be awaited twice', async () => {
  const lines = await transcript(function* () {
    const awaited = work('a');
    yield* awaited;
    const ofATask = work('b');
    yield* createTask(ofATask);
    const closed = work('c');
    closed.close();
    for (const coro of [awaited, ofATask, closed]) {
      try {
        yield* coro;
      } catch (error) {
        print(`${error}`);
      }
    }
  });
  expect(lines).toEqual([
    't=0 a begins',
    't=1 b begins',
    't=2 RuntimeError: cannot reuse already awaited coroutine',
    't=2 RuntimeError: cannot reuse already awaited coroutine',
    't=2 RuntimeError: cannot reuse already awaited coroutine',
  ]);
});

test('a task cannot be made of a coroutine that has ended', async () => {
  const lines = await transcript(function* () {
    const coro = work('a');
    yield* coro;
    try {
      yield* createTask(coro);
    } catch (error) {
      print(`${error}`);
    }
  });
  expect(lines).toEqual([
    't=0 a begins',
    't=1 RuntimeError: cannot reuse already awaited coroutine',
  ]);
});

test('two tasks cannot await one coroutine at the same time', async () => {
  const lines = await transcript(function* () {
    const coro = work('a');
    const waiter = function* (name: string) {
      try {
        print(name, yield* coro);
      } catch (error) {
        print(`${name}: ${error}`);
      }
    };
    yield* gather(waiter('first'), waiter('second'));
  });
  expect(lines).toEqual([
    't=0 a begins',
    't=0 second: RuntimeError: coroutine is being awaited already',
    "t=1 first a's result",
  ]);
});

test('an exception travels through the coroutines that await, each of which may catch it', async () => {
  const lines = await transcript(function* () {
    const inner = coroutine(function* inner() {
      try {
        yield* sleep(1);
        throw new ValueError('no');
      } finally {
        print('inner ends');
      }
    });
    const outer = coroutine(function* outer() {
      try {
        return yield* inner();
      } catch (error) {
        return `outer caught ${error}`;
      }
    });
    print(yield* outer());
  });
  expect(lines).toEqual(['t=1 inner ends', 't=1 outer caught ValueError: no']);
});

test('coroutines may await each other thousands of levels deep', async () => {
  const descend: (levels: number) => Coroutine<number> = coroutine(function* (levels) {
    if (levels > 0) return (yield* descend(levels - 1)) + 1;
    yield* sleep(1);
    return 0;
  });
  expect(await run(descend(50_000), { clock: 'virtual' })).toBe(50_000);
});

test('closing a coroutine that is suspended runs its finally', async () => {
  const lines = await programTranscript(() => {
    const coro = coroutine(function* cleaning() {
      try {
        yield* sleep(0);
      } finally {
        print('finally');
      }
    })();
    coro.begin();
    coro.resume(false, undefined);
    coro.close();
    coro.close();
  });
  expect(lines).toEqual(['t=0 finally']);
});

test('what the finally of a coroutine awaits runs, too, when it is closed with its loop', async () => {
  const deep = coroutine(function* deep() {
    print('deep');
    throw new ValueError('deep');
  });
  const cleanup = coroutine(function* cleanup() {
    print('cleanup');
    try {
      yield* deep();
    } catch (error) {
      print(String(error));
    }
    yield* sleep(0);
    print('never');
  });
  const work = coroutine(function* work() {
    try {
      yield* sleep(10);
    } finally {
      yield* cleanup();
    }
  });
  const lines = await programTranscript(async () => {
    const loop = newEventLoop();
    loop.createTask(work());
    await loop.runUntilComplete(sleep(1));
    loop.close();
  });
  expect(lines).toEqual([
    'warning: Task was destroyed but it is pending!',
    't=1 cleanup',
    't=1 deep',
    't=1 ValueError: deep',
    'warning: Exception ignored while closing generator <coroutine object work>:',
  ]);
});

test('a coroutine that waits once more when it is closed is refused, and the task that closes it goes on', async () => {
  const work = coroutine(function* work() {
    try {
      yield* sleep(10);
    } finally {
      yield* cleanup();
      print('never');
    }
  });
  const cleanup = coroutine(function* cleanup() {
    print('cleanup');
    yield* sleep(5);
    print('never');
  });
  const close = coroutine(function* close(coro: Coroutine<void>) {
    yield* sleep(1);
    try {
      coro.close();
    } catch (error) {
      print(String(error));
    }
    yield* sleep(1);
    return 'closed';
  });
  const lines = await programTranscript(async () => {
    const loop = newEventLoop();
    const coro = work();
    loop.createTask(coro);
    print(await loop.runUntilComplete(close(coro)));
  });
  expect(lines).toEqual([
    't=1 cleanup',
    't=1 RuntimeError: coroutine ignored GeneratorExit',
    't=2 closed',
  ]);
});

test('what runs cannot close those who await it, however many, nor after it has waited itself', async () => {
  const descend: (levels: number, top: Coroutine<string>[]) => Coroutine<string> = coroutine(
    function* (levels, top) {
      try {
        if (levels > 0) return yield* descend(levels - 1, top);
        print(caught(() => top[0]?.close()));
        yield* sleep(1);
        print(caught(() => top[0]?.close()));
        return 'result';
      } finally {
        if (levels === 10) print('finally');
      }
    },
  );
  const lines = await transcript(function* () {
    const top: Coroutine<string>[] = [];
    top.push(descend(10, top));
    for (const coro of top) print(yield* coro);
  });
  expect(lines).toEqual([
    't=0 ValueError: coroutine already executing',
    't=1 ValueError: coroutine already executing',
    't=1 finally',
    't=1 result',
  ]);
});

test('coroutine objects and generators are coroutines; functions and other iterators are not', () => {
  const coro = work('a');
  const bare = (function* () {})();
  expect([coro, bare].map(isCoroutine)).toEqual([true, true]);
  expect([work, [1], [1].values(), new Map(), null, Promise.resolve()].some(isCoroutine)).toBe(
    false,
  );
  coro.close();
});

test('a coroutine without a name is anonymous', async () => {
  const lines = await transcript(function* () {
    print(coroutine(function* () {})());
  });
  expect(lines).toEqual([
    't=0 <coroutine object <anonymous>>',
    "warning: RuntimeWarning: coroutine '<anonymous>' was never awaited",
  ]);
});

test('a bare generator is a coroutine wherever one is taken, without the checks', async () => {
  function* bare(name: string) {
    yield* sleep(1);
    return name;
  }
  const lines = await transcript(function* () {
    print(yield* bare('awaited'));
    print(yield* createTask(bare('a task')));
    print(yield* gather(bare('gathered'), bare('too')));
    bare('never awaited');
    const generator = bare('twice');
    print(yield* generator);
    print(yield* generator);
  });
  expect(lines).toEqual([
    't=1 awaited',
    't=2 a task',
    "t=3 ['gathered', 'too']",
    't=4 twice',
    't=4 None',
  ]);
});

test('an error that a bare generator throws reaches its task', async () => {
  const failing = (function* () {
    throw new RuntimeError('no');
  })();
  await expect(run(failing, { clock: 'virtual' })).rejects.toThrow(new RuntimeError('no'));
});

test('one made outside of any loop is warned of when the program has ended', async () => {
  const warnings: string[] = [];
  const host = virtualHost({ output: { print: () => {}, warn: (text) => warnings.push(text) } });
  const forgotten = coroutine(function* forgotten() {});
  const earlier = forgotten();
  await withHost(host, () => void forgotten());
  expect(warnings).toEqual(["RuntimeWarning: coroutine 'forgotten' was never awaited"]);
  earlier.close();
});
