/**
 * Threads on the virtual clock, where they are simulated. test/hosts/workers.test.ts has real ones.
 */
import { expect, test } from 'vitest';
import {
  type Awaitable,
  blockingSleep,
  ConcurrentFuture,
  callSoonThreadsafe,
  coroutine,
  createTask,
  type Executor,
  gather,
  getRunningLoop,
  newEventLoop,
  print,
  run,
  runCoroutineThreadsafe,
  sleep,
  ThreadPoolExecutor,
  threaded,
  toThread,
  virtualHost,
  wait,
  withHost,
  wrapFuture,
} from '../../src/index.js';
import { caught } from '../caught.js';
import {
  answering,
  asking,
  askingTheBroken,
  askingTwice,
  changing,
  clock,
  double,
  examining,
  failing,
  failingLater,
  handingOver,
  handingOverWhatFails,
  hardWork,
  later,
  looping,
  losingPatience,
  name,
  reporting,
  silentWork,
  submittingStrangely,
  waitingForever,
  whichThread,
  whose,
  whoseTwice,
} from '../hosts/fixtures/work.js';
import { programTranscript, transcript } from './transcript.js';

function* showing(awaitable: Awaitable<unknown>) {
  try {
    print('got', yield* awaitable);
  } catch (error) {
    print(`${error}`);
  }
}

test('a thread has a time of its own, and its lines appear at their instants', async () => {
  const lines = await transcript(function* () {
    const ticking = function* () {
      for (const tick of [1, 2, 3]) {
        yield* sleep(1);
        print('tick', tick);
      }
    };
    const task = createTask(ticking());
    print(yield* toThread(hardWork, 2.5));
    yield* task;
  });
  expect(lines).toEqual([
    't=0 works for 2.5',
    't=1 tick 1',
    't=2 tick 2',
    't=2.5 worked for 2.5',
    't=2.5 5',
    't=3 tick 3',
  ]);
});

test('three 3-second threads end at 3 s', async () => {
  const lines = await transcript(function* () {
    print(yield* gather(toThread(hardWork, 3), toThread(hardWork, 3), toThread(hardWork, 3)));
  });
  expect(lines).toEqual([
    ...Array.from({ length: 3 }, () => 't=0 works for 3'),
    ...Array.from({ length: 3 }, () => 't=3 worked for 3'),
    't=3 [6, 6, 6]',
  ]);
});

test('called directly, a threaded function blocks the loop', async () => {
  const lines = await transcript(function* () {
    createTask(showing(sleep(1)));
    yield* sleep(0);
    print(hardWork(3));
    yield* sleep(0);
  });
  expect(lines).toEqual(['t=0 works for 3', 't=3 worked for 3', 't=3 6', 't=3 got None']);
});

test('a pool of two makes the third call wait', async () => {
  const lines = await transcript(function* () {
    const pool = new ThreadPoolExecutor({ maxWorkers: 2 });
    const loop = getRunningLoop();
    print(yield* gather(...[3, 2, 1].map((n) => loop.runInExecutor(pool, hardWork, n))));
  });
  expect(lines).toEqual([
    't=0 works for 3',
    't=0 works for 2',
    't=2 worked for 2',
    't=2 works for 1',
    't=3 worked for 3',
    't=3 worked for 1',
    't=3 [6, 4, 2]',
  ]);
});

test('a pool keeps its threads, and each has its number; the loop has 1', async () => {
  const lines = await transcript(function* () {
    const pool = new ThreadPoolExecutor(2);
    const loop = getRunningLoop();
    const ids = () => [1, 2, 3].map(() => loop.runInExecutor(pool, whichThread, 1));
    print(whichThread(0), yield* gather(...ids()), yield* gather(...ids()));
  });
  expect(lines).toEqual(['t=4 1 [2, 3, 2] [3, 2, 3]']);
});

test('the default pool has min(32, cores + 4) threads, and another can take its place', async () => {
  const lines = await transcript(function* () {
    print(new ThreadPoolExecutor().maxWorkers);
    getRunningLoop().setDefaultExecutor(new ThreadPoolExecutor(1));
    yield* gather(toThread(hardWork, 1), toThread(hardWork, 1));
    print(caught(() => getRunningLoop().setDefaultExecutor(3 as never)));
    print(caught(() => new ThreadPoolExecutor(0)));
    print(new ThreadPoolExecutor(1));
  });
  expect(lines).toEqual([
    't=0 6',
    't=0 works for 1',
    't=1 worked for 1',
    't=1 works for 1',
    't=2 worked for 1',
    't=2 TypeError: executor must be ThreadPoolExecutor instance',
    't=2 ValueError: max_workers must be greater than 0',
    't=2 <concurrent.futures.thread.ThreadPoolExecutor object>',
  ]);
});

test("an executor of the program's own makes calls, but cannot be the default", async () => {
  const atOnce = {
    submit(fn, ...args) {
      const future = new ConcurrentFuture<ReturnType<typeof fn>>();
      future.setResult(fn(...args));
      return future;
    },
    shutdown() {},
  } satisfies Omit<Executor, 'whenIdle'> as Executor;
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    print(yield* loop.runInExecutor(atOnce, (n: number) => n + 1, 1));
    print(caught(() => loop.setDefaultExecutor(atOnce)));
  });
  expect(lines).toEqual(['t=0 2', 't=0 TypeError: executor must be ThreadPoolExecutor instance']);
});

test('a pool that is shut down takes no further call, but makes those it has', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    const pool = new ThreadPoolExecutor(1);
    const calls = [1, 1].map((n) => loop.runInExecutor(pool, hardWork, n));
    pool.shutdown({ wait: false });
    print(caught(() => loop.runInExecutor(pool, hardWork, 1)));
    yield* gather(...calls);
  });
  expect(lines).toEqual([
    't=0 works for 1',
    't=0 RuntimeError: cannot schedule new futures after shutdown',
    't=1 worked for 1',
    't=1 works for 1',
    't=2 worked for 1',
  ]);
});

test('calls that wait can be cancelled, by the shutdown or one by one', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    const pool = new ThreadPoolExecutor(1);
    const calls = [1, 2, 3, 4].map((n) => loop.runInExecutor(pool, hardWork, n));
    calls[1]?.cancel();
    yield* sleep(0.5);
    pool.shutdown({ wait: false, cancelFutures: true });
    yield* wait(calls);
    print(calls.map((call) => call.cancelled()));
  });
  expect(lines).toEqual(['t=0 works for 1', 't=1 worked for 1', 't=1 [False, True, True, True]']);
});

test('the shutdown of a pool blocks the loop until its threads have ended, unless it is not to wait', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    const ticking = createTask(
      (function* () {
        yield* sleep(0.5);
        print('tick');
      })(),
    );
    yield* sleep(0);
    const pool = new ThreadPoolExecutor(2);
    const calls = [1, 2].map((n) => loop.runInExecutor(pool, hardWork, n));
    pool.shutdown(false);
    print('at once');
    pool.shutdown();
    print(calls.map((call) => call.done()));
    print(yield* gather(...calls));
    yield* ticking;
  });
  expect(lines).toEqual([
    't=0 works for 1',
    't=0 works for 2',
    't=0 at once',
    't=1 worked for 1',
    't=2 worked for 2',
    't=2 [False, False]',
    't=2 tick',
    't=2 [2, 4]',
  ]);
});

test('a result can be blocked for, with a limit', async () => {
  const lines = await transcript(function* () {
    const pool = new ThreadPoolExecutor(1);
    const [first, second] = [pool.submit(silentWork, 2), pool.submit(silentWork, 1)];
    print(caught(() => first.result(0)));
    print(caught(() => first.exception({ timeout: 0.5 })));
    print(first.result(), second.done());
    print(second.exception(5), second.result());
    print(caught(() => pool.submit(failing, 'ValueError').result()));
    const own = runCoroutineThreadsafe(sleep(1), getRunningLoop());
    print(caught(() => own.result(2)));
    print(caught(() => own.result()));
    yield* wrapFuture(own);
  });
  expect(lines).toEqual([
    't=0 TimeoutError',
    't=0.5 TimeoutError',
    't=2 2 False',
    't=3 None 1',
    't=3 ValueError: from the thread',
    't=5 TimeoutError',
    't=5 InvalidStateError: Result is not ready.',
  ]);
});

test('what can only be settled outside is not blocked for without end', async () => {
  const lines = await transcript(function* () {
    const call = new ThreadPoolExecutor(1).submit(failingLater);
    print(caught(() => call.result()));
    yield* showing(wrapFuture(call));
  });
  expect(lines).toEqual(['t=0 InvalidStateError: Result is not ready.', 't=0 ValueError: later']);
});

test('map makes all calls at once, gives their results in order, and gives the rest up', async () => {
  const lines = await transcript(function* () {
    const pool = new ThreadPoolExecutor(2);
    for (const result of pool.map(silentWork, [2, 1, 1])) print(result);
    print([...pool.map(silentWork, [])]);
    print(caught(() => [...pool.map(failing, ['TypeError'])]));
    const results = new ThreadPoolExecutor(1).map(hardWork, [1, 2, 3]);
    print(results.next());
    results.return();
    yield* sleep(5);
  });
  expect(lines).toEqual([
    't=2 2',
    't=2 1',
    't=2 1',
    't=2 []',
    't=2 TypeError: from the thread',
    't=2 works for 1',
    't=3 worked for 1',
    't=3 works for 2',
    "t=3 {'value': 2, 'done': False}",
    't=5 worked for 2',
  ]);
});

test('cancelling the one who waits leaves the thread running', async () => {
  const lines = await transcript(function* () {
    const task = createTask(showing(toThread(hardWork, 3)));
    yield* sleep(1);
    task.cancel();
    yield* sleep(5);
    print('main');
  });
  expect(lines).toEqual(['t=0 works for 3', 't=1 CancelledError', 't=3 worked for 3', 't=6 main']);
});

test('the end of a run waits for its threads', async () => {
  const lines = await programTranscript(async () => {
    await run(
      (function* () {
        getRunningLoop().runInExecutor(undefined, hardWork, 5);
        yield* sleep(1);
        print('main ends');
      })(),
    );
    print('the run ends');
  });
  expect(lines).toEqual([
    't=0 works for 5',
    't=1 main ends',
    't=5 worked for 5',
    't=5 the run ends',
  ]);
});

test('the end of a run waits for its threads 300 s at most', async () => {
  const lines = await transcript(function* () {
    getRunningLoop().runInExecutor(undefined, hardWork, 1000);
    yield* sleep(1);
  });
  expect(lines).toEqual([
    't=0 works for 1000',
    'warning: RuntimeWarning: The executor did not finishing joining its threads within 300 seconds.',
  ]);
});

test('exceptions travel, with their class where the runtime or JavaScript has it', async () => {
  const lines = await transcript(function* () {
    for (const kind of ['ValueError', 'TypeError', 'Mine', 'a text']) {
      yield* showing(toThread(failing, kind));
    }
  });
  expect(lines).toEqual([
    't=0 ValueError: from the thread',
    't=0 TypeError: from the thread',
    't=0 Mine: from the thread',
    't=0 a text',
  ]);
});

test('arguments and results are copied, and what cannot be copied is refused', async () => {
  const lines = await transcript(function* () {
    const list = [1, 2, 3];
    print(yield* toThread(changing, list), list);
    try {
      yield* toThread(answering);
    } catch (error) {
      print((error as Error).name);
    }
    yield* showing(toThread(changing, [() => {}] as never));
  });
  expect(lines.slice(0, 2)).toEqual(['t=0 [1, 2, 3, 4] [1, 2, 3]', 't=0 DataCloneError']);
  expect(lines[2]).toMatch(/^t=0 DataCloneError: .+ could not be cloned/);
});

test('an asynchronous function on a thread gives what its promise gives', async () => {
  const lines = await transcript(function* () {
    print(yield* toThread(later, 'value'));
    yield* showing(toThread(failingLater));
  });
  expect(lines).toEqual(['t=0 value', 't=0 ValueError: later']);
});

test('a thread has a copy of the context of the call, also when the call had to wait', async () => {
  const lines = await transcript(function* () {
    getRunningLoop().setDefaultExecutor(new ThreadPoolExecutor(1));
    const calls = ['first', 'second'].map((caller) =>
      createTask(
        (function* () {
          name.set(caller);
          print(yield* toThread(whose, 1), name.get());
        })(),
      ),
    );
    yield* gather(...calls);
  });
  expect(lines).toEqual(['t=1 first first', 't=2 second second']);
});

test('what a thread sets in its context stays there, and is set once', async () => {
  const lines = await transcript(function* () {
    name.set('main');
    print(yield* toThread(whoseTwice), name.get());
  });
  expect(lines).toEqual(['t=0 doubles 1 in Task-2', "t=1 ['main', 'thread'] main"]);
});

test('a thread can have a coroutine run in the loop, and blocks until it has its result', async () => {
  const lines = await transcript(function* () {
    print(yield* toThread(asking, 21, 1));
  });
  expect(lines).toEqual([
    't=0 submitted False',
    't=0 doubles 21 in Task-2',
    't=1 answered 42 True',
    't=1 42',
  ]);
});

test('a thread may begin before its loop runs, and belongs to it all the same', async () => {
  const lines = await programTranscript(async () => {
    const loop = newEventLoop();
    const answer = loop.runInExecutor(undefined, asking, 21, 1);
    print(await loop.runUntilComplete(answer));
    loop.close();
  });
  expect(lines).toEqual([
    't=0 submitted False',
    't=0 doubles 21 in Task-1',
    't=1 answered 42 True',
    't=1 42',
  ]);
});

test('before its loop runs, a thread has the clock of the loop', async () => {
  const loop = newEventLoop({ clock: 'virtual' });
  const result = loop.runInExecutor(undefined, silentWork, 3);
  expect(await loop.runUntilComplete(result)).toBe(3);
  expect(loop.time()).toBe(3);
  loop.close();
});

test('coroutines that a thread submits run at the same time', async () => {
  const lines = await transcript(function* () {
    print(yield* toThread(askingTwice, 1));
  });
  expect(lines).toEqual(['t=0 doubles 1 in Task-2', 't=0 doubles 2 in Task-3', 't=2 [2, 4]']);
});

test('a thread may lose patience, and cancel what it has submitted', async () => {
  const lines = await transcript(function* () {
    yield* toThread(losingPatience, 10, 2);
    yield* sleep(0);
    print('main');
  });
  expect(lines.toSorted()).toEqual([
    't=2 cancel True True True',
    't=2 cancelled True',
    't=2 main',
    't=2 timeout True False',
    't=2 too long: CancelledError',
  ]);
});

test('a thread looks at how what it has submitted has ended', async () => {
  const lines = await transcript(function* () {
    yield* toThread(examining, 2);
  });
  expect(lines).toEqual([
    't=0 doubles 1 in Task-2',
    't=2 None False 2',
    't=4 ValueError: from the coroutine True False',
    't=6 True False',
    't=6 True True',
    't=6 too long: CancelledError',
  ]);
});

test('an exception of the coroutine reaches the thread, with its class', async () => {
  const lines = await transcript(function* () {
    yield* toThread(askingTheBroken, 1);
  });
  expect(lines).toEqual(['t=1 ValueError: from the coroutine True']);
});

test('a thread can have functions called by the loop, on its thread and in no task', async () => {
  const lines = await transcript(function* () {
    yield* toThread(reporting, 1);
    print('main');
  });
  expect(lines).toEqual(['t=1 first None 1', 't=2 second None 1', 't=2 main']);
});

test('a function that fails in the loop is reported under its own name', async () => {
  const lines = await transcript(function* () {
    yield* toThread(handingOverWhatFails);
    yield* sleep(0);
  });
  expect(lines).toEqual(['warning: Exception in callback stumbling()']);
});

test('a thread cannot have a loop of its own, whatever its clock', async () => {
  const lines = await transcript(function* () {
    yield* showing(toThread(looping));
    yield* showing(toThread(looping, 'virtual'));
  });
  const refused = 'RuntimeError: a thread cannot have an event loop of its own here';
  expect(lines).toEqual([`t=0 ${refused}`, `t=0 ${refused}`]);
});

test('functions without an address cannot be handed to the loop', async () => {
  const lines = await transcript(function* () {
    for (const message of yield* toThread(handingOver)) print(message);
  });
  expect(lines).toEqual(
    ['plain', 'generator'].map(
      (fn) =>
        `t=0 TypeError: function '${fn}' cannot travel from a thread to the loop: declare it in the ` +
        `module with export const ${fn} = threaded(import.meta.url, function ${fn}(…) { … }), or, ` +
        'for a coroutine, with coroutine(function* …)',
    ),
  );
});

test('the thread-safe functions that take functions are for threads', async () => {
  const lines = await transcript(function* () {
    print(caught(() => callSoonThreadsafe(print, 'x')));
    print(caught(() => runCoroutineThreadsafe(double, 1, 1)));
    print(caught(() => runCoroutineThreadsafe(3 as never, getRunningLoop())));
  });
  expect(lines).toEqual([
    't=0 RuntimeError: callSoonThreadsafe(function, …) is for threads: call it in a threaded function',
    't=0 RuntimeError: runCoroutineThreadsafe(function, …) is for threads: call it in a threaded function',
    't=0 TypeError: A coroutine object is required',
  ]);
});

test('plain JavaScript can have a coroutine run in a loop, and await its result', async () => {
  const loop = newEventLoop({ clock: 'virtual' });
  const submitted = (async () => runCoroutineThreadsafe(sleep(1, 'result'), loop))();
  await loop.runUntilComplete(sleep(2));
  expect(await await submitted).toBe('result');
  const cancelled = runCoroutineThreadsafe(sleep(10), loop);
  expect(cancelled.cancel()).toBe(true);
  await loop.runUntilComplete(sleep(1));
  loop.close();
  await expect(Promise.resolve(cancelled)).rejects.toMatchObject({ name: 'CancelledError' });
});

test('a threaded function needs a name', () => {
  expect(caught(() => threaded(import.meta.url, () => {}))).toBe(
    'TypeError: threaded: give the function a name, function hardWork(…) { … }',
  );
});

test('the clock on a thread is that of the loop', async () => {
  const lines = await transcript(function* () {
    yield* sleep(1.5);
    print(yield* toThread(clock));
  });
  expect(lines).toEqual(['t=1.5 1.5']);
});

test('a call that is cancelled while it waits is passed over', async () => {
  const lines = await transcript(function* () {
    const pool = new ThreadPoolExecutor(1);
    const calls = [1, 2, 3].map((n) => getRunningLoop().runInExecutor(pool, hardWork, n));
    calls[1]?.cancel();
    yield* wait(calls);
  });
  expect(lines).toEqual([
    't=0 works for 1',
    't=1 worked for 1',
    't=1 works for 3',
    't=4 worked for 3',
  ]);
});

test('a thread that outlives its loop ends without it', async () => {
  const lines = await programTranscript(async () => {
    const loop = newEventLoop();
    const calling = function* (seconds: number) {
      getRunningLoop().runInExecutor(undefined, hardWork, seconds);
    };
    await loop.runUntilComplete(calling(2));
    loop.close();
    await run(sleep(5));
  });
  expect(lines).toEqual(['t=0 works for 2', 't=2 worked for 2']);
});

test('what a thread submits that is no coroutine of the loop fails on the thread', async () => {
  const lines = await transcript(function* () {
    const [local, unclonable, note] = yield* toThread(submittingStrangely);
    print(local);
    print(unclonable?.slice(0, 15));
    print(note);
  });
  expect(lines).toEqual([
    't=0 no coroutine None 1',
    'warning: Exception in callback run_coroutine_threadsafe.<locals>.callback()',
    't=0 undefined',
    't=0 DataCloneError:',
    't=0 TypeError: An asyncio.Future, a coroutine or an awaitable is required',
  ]);
});

test('a thread that waits for what never comes is part of the deadlock', async () => {
  const lines = await programTranscript(async () => {
    const main = coroutine(function* main() {
      yield* toThread(waitingForever);
    });
    await run(main()).catch((error: unknown) => print(error));
  });
  expect(lines).toEqual([
    't=0 every task waits for something that can no longer happen:',
    't=0   Task-1, main(), awaits waitingForever() on a thread',
    't=0   Task-2, never(), awaits a Future',
  ]);
});

test('what is no function cannot be handed to a thread', async () => {
  const lines = await transcript(function* () {
    yield* showing(toThread(3 as never));
    yield* showing(toThread((() => {}) as never));
  });
  expect(lines).toEqual([
    't=0 TypeError: a function was expected, got 3',
    "t=0 TypeError: function 'work' cannot travel to a thread: declare it with " +
      'export const work = threaded(import.meta.url, function work(…) { … })',
  ]);
});

test('what a thread calls back while the loop is blocked runs in no task', async () => {
  const lines: unknown[] = [];
  const log: unknown[] = [];
  await withHost(
    virtualHost({ output: { print: ({ text, task }) => lines.push([text, task]), warn() {} } }),
    () =>
      run(
        (function* () {
          const call = new ThreadPoolExecutor(1).submit(hardWork, 1);
          call.addDoneCallback(() => {
            print('done');
            log.push(caught(() => getRunningLoop()));
          });
          blockingSleep(2);
          print('on');
        })(),
      ),
  );
  expect(lines.slice(-2)).toEqual([
    ['done', undefined],
    ['on', 'Task-1'],
  ]);
  expect(log).toEqual(['RuntimeError: no running event loop']);
});

test('a call that is wrapped, and a coroutine submitted, do not hold up the clock', async () => {
  let hasWorldGoneOn = false;
  // Outside work for which the clock would wait, were it told to expect anything from there.
  const world = setTimeout(() => {
    hasWorldGoneOn = true;
  }, 1000);
  const lines = await transcript(function* () {
    const calls = [1, 2].map((seconds) => new ThreadPoolExecutor(1).submit(silentWork, seconds));
    const submitted = runCoroutineThreadsafe(sleep(3, 'slept'), getRunningLoop());
    const ticking = createTask(
      (function* () {
        yield* sleep(1.5);
        print('tick');
      })(),
    );
    for (const call of [...calls, submitted]) print(yield* wrapFuture<unknown>(call));
    yield* ticking;
  });
  clearTimeout(world);
  expect(lines).toEqual(['t=1 1', 't=1.5 tick', 't=2 2', 't=3 slept']);
  expect(hasWorldGoneOn).toBe(false);
});

test('a module cannot declare two functions under one name', () => {
  const one = () => threaded('file:///twice.js', function work() {});
  const other = () =>
    threaded('file:///twice.js', function work() {
      return 1;
    });
  one();
  one();
  expect(other).toThrow(
    new TypeError("two threaded functions are named 'work': give one another name"),
  );
});

test('a pool whose threads end at the very end of the time is given up', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    loop.runInExecutor(undefined, hardWork, 3);
    yield* loop.shutdownDefaultExecutor(3);
    print('done');
  });
  expect(lines).toContain(
    'warning: RuntimeWarning: The executor did not finishing joining its threads within 3 seconds.',
  );
});
