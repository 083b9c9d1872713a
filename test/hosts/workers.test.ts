/**
 * Threads on the real clock: worker threads, which run the built runtime.
 *
 * What they do is what simulated threads do (test/asyncio/threads.test.ts); here it is really done.
 */
import { beforeAll, expect, test } from 'vitest';
import {
  type Awaitable,
  blockingSleep,
  callSoonThreadsafe,
  coroutine,
  createTask,
  gather,
  getRunningLoop,
  type Instrument,
  newEventLoop,
  type PrintedLine,
  print,
  realHost,
  run,
  sleep,
  ThreadPoolExecutor,
  threaded,
  threadId,
  toThread,
  waitFor,
  withHost,
} from '../../src/index.js';
import { caught } from '../caught.js';
import * as work from './fixtures/work.js';

const fixture = new URL('./fixtures/work.ts', import.meta.url).href;

beforeAll(async () => {
  await realHost().prepareThreads(3, fixture);
});

interface Seen {
  readonly lines: readonly string[];
  readonly printed: readonly PrintedLine[];
  readonly seconds: number;
}

/** Run a coroutine on the real clock; gives what it printed and how long it took. */
async function seen(main: () => Awaitable<unknown>, observer?: Instrument): Promise<Seen> {
  const printed: PrintedLine[] = [];
  const warn = (text: string) =>
    printed.push({ text, time: 0, task: undefined, thread: undefined });
  const host = realHost({ output: { print: (line) => printed.push(line), warn } });
  const begun = performance.now();
  await withHost(host, () => run(main(), { observer }));
  const seconds = (performance.now() - begun) / 1000;
  return { lines: printed.map(({ text }) => text), printed, seconds };
}

test('three threads work at the same time, and the loop goes on', async () => {
  const { lines, seconds } = await seen(
    coroutine(function* main() {
      const ticking = createTask(
        (function* () {
          yield* sleep(0.05);
          print('tick');
        })(),
      );
      print(yield* gather(...[1, 2, 3].map(() => toThread(work.hardWork, 0.8))));
      yield* ticking;
    }),
  );
  expect(lines.filter((line) => line !== 'tick')).toEqual([
    ...Array.from({ length: 3 }, () => 'works for 0.8'),
    ...Array.from({ length: 3 }, () => 'worked for 0.8'),
    '[1.6, 1.6, 1.6]',
  ]);
  expect(lines.indexOf('tick')).toBeLessThan(4);
  expect(seconds).toBeGreaterThan(0.79);
});

test('each thread has a number of its own; the loop has 1', async () => {
  const { lines } = await seen(
    coroutine(function* main() {
      const ids = yield* gather(...[1, 2, 3].map(() => toThread(work.whichThread, 0.5)));
      print(threadId(), new Set(ids).size, ids.includes(1));
    }),
  );
  expect(lines).toEqual(['1 3 False']);
});

test('calls one after the other are made by one thread', async () => {
  const { lines } = await seen(
    coroutine(function* main() {
      const ids = new Set<number>();
      for (let i = 0; i < 100; i += 1) ids.add(yield* toThread(work.whichThread, 0));
      print(ids.size);
    }),
  );
  expect(lines).toEqual(['1']);
});

test('a thread makes calls of any kind in turn', async () => {
  const { lines, seconds } = await seen(
    coroutine(function* main() {
      const id = yield* toThread(work.whichThread, 0);
      try {
        yield* toThread(work.changing, [() => {}] as never);
      } catch (error) {
        print((error as Error).name);
      }
      print(yield* toThread(work.changing, [1]));
      print(id === (yield* toThread(work.askingInVain, 0.1)));
      print(yield* toThread(work.asking, 2, 0.5));
      print(id === (yield* toThread(work.whichThread, 0)));
    }),
  );
  expect(lines.filter((line) => !line.startsWith('doubles'))).toEqual([
    'DataCloneError',
    '[1, 4]',
    'True',
    'submitted False',
    'answered 4 True',
    '4',
    'True',
  ]);
  expect(seconds).toBeGreaterThan(0.099);
});

test('a thread has the speed of the clock that it works for', async () => {
  const begun = performance.now();
  await run(toThread(work.silentWork, 10), { clock: { speed: 1000 } });
  await run(toThread(work.silentWork, 0.1));
  const seconds = (performance.now() - begun) / 1000;
  expect(seconds).toBeGreaterThan(0.109);
});

test('a thread that exits takes its call with it, and no other', async () => {
  const { lines } = await seen(
    coroutine(function* main() {
      try {
        yield* toThread(work.exiting, 3);
      } catch (error) {
        print(`${error}`);
      }
      print(yield* toThread(work.silentWork, 0));
    }),
  );
  expect(lines).toEqual(['exits', 'Error: worker exited with code: 3', '0']);
});

test('a pool of two makes the third call wait', async () => {
  const { lines } = await seen(
    coroutine(function* main() {
      const pool = new ThreadPoolExecutor({ maxWorkers: 2 });
      const loop = getRunningLoop();
      yield* gather(
        ...[0.5, 1.5, 0.05].map((seconds) => loop.runInExecutor(pool, work.hardWork, seconds)),
      );
    }),
  );
  expect(lines.slice(0, 2).toSorted()).toEqual(['works for 0.5', 'works for 1.5']);
  expect(lines.slice(2)).toEqual([
    'worked for 0.5',
    'works for 0.05',
    'worked for 0.05',
    'worked for 1.5',
  ]);
});

test('lines of a thread carry its name and the instant of the clock', async () => {
  const { printed } = await seen(
    coroutine(function* main() {
      print('before');
      yield* toThread(work.hardWork, 0.05);
      print('after');
    }),
  );
  const [before, works, worked, after] = printed;
  expect(printed.map(({ task, thread }) => task ?? thread)).toEqual([
    'Task-1',
    'asyncio_0',
    'asyncio_0',
    'Task-1',
  ]);
  const times = [before, works, worked, after].map((line) => line?.time ?? 0);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect((times[2] ?? 0) - (times[1] ?? 0)).toBeGreaterThan(0.049);
});

test('blockingSleep itself can be called on a thread', async () => {
  const { seconds } = await seen(
    coroutine(function* main() {
      yield* gather(toThread(blockingSleep, 0.2), toThread(blockingSleep, 0.2));
    }),
  );
  expect(seconds).toBeGreaterThan(0.19);
});

test('a fast clock is fast on threads, too', async () => {
  const begun = performance.now();
  await run(toThread(work.silentWork, 10), { clock: { speed: 100 } });
  const seconds = (performance.now() - begun) / 1000;
  expect(seconds).toBeGreaterThan(0.099);
  expect(seconds).toBeLessThan(4);
});

test('exceptions travel, with their class where the runtime or JavaScript has it', async () => {
  for (const kind of ['ValueError', 'TypeError', 'Mine']) {
    await expect(run(toThread(work.failing, kind))).rejects.toMatchObject({
      name: kind,
      message: 'from the thread',
    });
  }
  await expect(run(toThread(work.failing, 'a text'))).rejects.toBe('a text');
  await expect(run(toThread(work.failing, 'TypeError'))).rejects.toBeInstanceOf(TypeError);
});

test('arguments and results are copied, and what cannot be copied is refused', async () => {
  const list = [1, 2, 3];
  expect(await run(toThread(work.changing, list))).toEqual([1, 2, 3, 4]);
  expect(list).toEqual([1, 2, 3]);
  const refused = {
    name: 'DataCloneError',
    message: expect.stringContaining('could not be cloned'),
  };
  await expect(run(toThread(work.answering))).rejects.toMatchObject(refused);
  await expect(run(toThread(work.changing, [() => {}] as never))).rejects.toMatchObject(refused);
});

test('an asynchronous function on a thread gives what its promise gives', async () => {
  expect(await run(toThread(work.later, 'value'))).toBe('value');
});

test('a thread can have a coroutine run in the loop, and blocks until it has its result', async () => {
  const { lines, seconds } = await seen(
    coroutine(function* main() {
      print(yield* toThread(work.asking, 21, 0.5));
    }),
  );
  expect(lines.toSorted()).toEqual(
    ['submitted False', 'doubles 21 in Task-2', 'answered 42 True', '42'].toSorted(),
  );
  expect(lines.slice(2)).toEqual(['answered 42 True', '42']);
  expect(seconds).toBeGreaterThan(0.099);
});

test('coroutines that a thread submits run at the same time', async () => {
  const { lines } = await seen(
    coroutine(function* main() {
      print(yield* toThread(work.askingTwice, 0.1));
    }),
  );
  expect(lines).toEqual(['doubles 1 in Task-2', 'doubles 2 in Task-3', '[2, 4]']);
});

test('a thread may lose patience, and cancel what it has submitted', async () => {
  const { lines, seconds } = await seen(
    coroutine(function* main() {
      yield* toThread(work.losingPatience, 10, 0.05);
    }),
  );
  expect(lines.toSorted()).toEqual([
    'cancel True True True',
    'cancelled True',
    'timeout True False',
    'too long: CancelledError',
  ]);
  expect(seconds).toBeLessThan(4);
});

test('a thread looks at how what it has submitted has ended', async () => {
  const { lines } = await seen(
    coroutine(function* main() {
      yield* toThread(work.examining, 0.01);
    }),
  );
  expect(lines.filter((line) => !line.startsWith('too long'))).toEqual([
    'doubles 1 in Task-2',
    'None False 2',
    'ValueError: from the coroutine True False',
    'True False',
    'True True',
  ]);
});

test('an exception of the coroutine reaches the thread, with its class', async () => {
  const { lines } = await seen(
    coroutine(function* main() {
      yield* toThread(work.askingTheBroken, 0.01);
    }),
  );
  expect(lines).toEqual(['ValueError: from the coroutine True']);
});

test('a thread can have functions called by the loop, on its thread and in no task', async () => {
  const { lines } = await seen(
    coroutine(function* main() {
      yield* toThread(work.reporting, 0.02);
    }),
  );
  expect(lines).toEqual(['first None 1', 'second None 1']);
});

test('a function that fails in the loop is reported under its own name', async () => {
  const { lines } = await seen(
    coroutine(function* main() {
      yield* toThread(work.handingOverWhatFails);
      yield* sleep(0);
    }),
  );
  expect(lines.map((line) => line.split('\n')[0])).toEqual(['Exception in callback stumbling()']);
});

test('a thread writes on the line that the loop has begun', async () => {
  const { printed } = await seen(
    coroutine(function* main() {
      print('begun, ', { end: '' });
      yield* toThread(work.beginning, 'continued,\nand ');
      print('ended');
    }),
  );
  expect(printed.map(({ text, task, thread }) => [text, task, thread])).toEqual([
    ['begun, continued,', undefined, 'asyncio_0'],
    ['and ended', 'Task-1', undefined],
  ]);
});

test('what a call sets in its context is gone with it', async () => {
  const pool = new ThreadPoolExecutor(1);
  const before: string[] = [];
  for (const _ of [1, 2]) before.push(await pool.submit(work.whose, 0));
  expect(before).toEqual(['nobody', 'nobody']);
});

test('a thread cannot have a loop of its own, whatever its clock', async () => {
  const refused = { message: 'a thread cannot have an event loop of its own here' };
  await expect(run(toThread(work.looping))).rejects.toMatchObject(refused);
  await expect(run(toThread(work.looping, 'virtual'))).rejects.toMatchObject(refused);
});

test('threads go on while the loop is blocked, and their lines show at once', async () => {
  const { printed } = await seen(
    coroutine(function* main() {
      const task = createTask(toThread(work.hardWork, 0.05));
      yield* sleep(0.01);
      blockingSleep(0.3);
      print('the loop is free again', task.done());
      yield* sleep(0);
      yield* sleep(0);
      print(task.done(), getRunningLoop() === task.getLoop());
    }),
  );
  expect(printed.map(({ text, thread }) => [text, thread])).toEqual([
    ['works for 0.05', 'asyncio_0'],
    ['worked for 0.05', 'asyncio_0'],
    ['the loop is free again False', undefined],
    ['True True', undefined],
  ]);
});

test('results and the end of a pool are blocked for, with a limit', async () => {
  const { lines, seconds } = await seen(
    coroutine(function* main() {
      const task = createTask(sleep(0));
      const pool = new ThreadPoolExecutor(2);
      const calls = [0.4, 0.2, 0.2].map((length) => pool.submit(work.silentWork, length));
      print(caught(() => calls[0]?.result(0.05)));
      print([...pool.map(work.failing, [])], calls[1]?.result(), calls[0]?.done());
      print(caught(() => pool.submit(work.hardWork, (() => {}) as never).result()).slice(0, 14));
      pool.shutdown();
      print(calls.map((call) => call.done()));
      print(calls[0]?.exception(), task.done());
    }),
  );
  expect(lines).toEqual([
    'TimeoutError',
    '[] 0.2 False',
    'DataCloneError',
    '[True, True, True]',
    'None False',
  ]);
  expect(seconds).toBeGreaterThan(0.39);
});

test('functions without an address cannot be handed to the loop', async () => {
  const messages = await run(toThread(work.handingOver));
  expect(messages.map((message) => message.slice(0, 42))).toEqual([
    "TypeError: function 'plain' cannot travel ",
    "TypeError: function 'generator' cannot tra",
  ]);
});

test('a function that its module does not declare at its top is refused', async () => {
  const hidden = threaded(fixture, function hidden() {});
  await expect(run(toThread(hidden))).rejects.toMatchObject({
    name: 'TypeError',
    message: `function 'hidden' cannot travel to a thread: ${fixture} does not declare it at its top`,
  });
});

test('a module that cannot be loaded is an error of the call', async () => {
  const missing = threaded(
    new URL('./fixtures/missing.ts', import.meta.url).href,
    function work() {},
  );
  await expect(run(toThread(missing))).rejects.toMatchObject({
    message: expect.stringContaining('missing.ts'),
  });
});

test('the end of a run waits for its threads, whoever has stopped waiting for them', async () => {
  const { lines, seconds } = await seen(
    coroutine(function* main() {
      try {
        yield* waitFor(toThread(work.hardWork, 0.2), 0.05);
      } catch (error) {
        print(`${error}`);
      }
    }),
  );
  expect(lines).toEqual(['works for 0.2', 'TimeoutError', 'worked for 0.2']);
  expect(seconds).toBeGreaterThan(0.19);
});

test('observers are told of threads', async () => {
  const events: string[] = [];
  await seen(
    coroutine(function* main() {
      yield* toThread(work.hardWork, 0.01);
    }),
    {
      threadBegun: (_, thread, name) => events.push(`${thread} begins ${name}`),
      linePrinted: (_, { thread, text }) => events.push(`${thread} prints ${text}`),
      functionEnded: (_, name) => events.push(`${name} ends`),
      threadEnded: (_, thread, name) => events.push(`${thread} ends ${name}`),
    },
  );
  expect(events).toEqual([
    'asyncio_0 begins hardWork',
    'asyncio_0 prints works for 0.01',
    'asyncio_0 prints worked for 0.01',
    'hardWork ends',
    'asyncio_0 ends hardWork',
  ]);
});

test('what a thread submits that is no coroutine of the loop fails on the thread', async () => {
  let outcomes: readonly string[] = [];
  const { lines } = await seen(
    coroutine(function* main() {
      outcomes = yield* toThread(work.submittingStrangely);
    }),
  );
  expect(outcomes).toEqual([
    "TypeError: function 'local' is not known to the loop: declare it at the top of a module",
    expect.stringContaining('DataCloneError'),
    'TypeError: An asyncio.Future, a coroutine or an awaitable is required',
  ]);
  expect(lines.map((line) => line.split('\n')[0])).toEqual([
    'no coroutine None 1',
    'Exception in callback run_coroutine_threadsafe.<locals>.callback()',
  ]);
});

test('a pool needs no loop, but then its threads have none either', async () => {
  const pool = new ThreadPoolExecutor(1);
  expect(await pool.submit(work.silentWork, 0)).toBe(0);
  await expect(Promise.resolve(pool.submit(work.askingTwice, 0))).rejects.toMatchObject({
    message: 'the thread was not started from a running loop',
  });
});

test('a thread has no threads of its own', async () => {
  expect(await run(toThread(work.nesting))).toBe('RuntimeError: a thread cannot start threads');
});

test('a thread that outlives its loop cannot submit anything to it', async () => {
  const loop = newEventLoop();
  const pool = new ThreadPoolExecutor(1);
  const submitting = function* () {
    return [pool.submit(work.askingTwice, 0.1)];
  };
  const [call] = await loop.runUntilComplete(submitting());
  loop.close();
  await expect(Promise.resolve(call)).rejects.toMatchObject({ message: 'Event loop is closed' });
});

test('the thread of the loop is none to submit from', async () => {
  const { lines } = await seen(
    coroutine(function* main() {
      print(caught(() => callSoonThreadsafe(work.note, 'x')));
    }),
  );
  expect(lines).toEqual([
    'RuntimeError: callSoonThreadsafe(function, …) is for threads: call it in a threaded function',
  ]);
});
