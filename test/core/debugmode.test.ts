import { expect, test } from 'vitest';
import {
  asyncWith,
  blockingSleep,
  coroutine,
  createTask,
  gather,
  getRunningLoop,
  print,
  run,
  sleep,
  timeout,
  virtualHost,
  wait,
  withHost,
} from '../../src/index.js';
import { transcript } from '../asyncio/transcript.js';
import { caught } from '../caught.js';

test('debug mode reports callbacks and steps that take too long', async () => {
  const lines = await transcript(
    coroutine(function* main() {
      const loop = getRunningLoop();
      loop.setDebug(true);
      print(loop.getDebug(), loop.slowCallbackDuration);
      loop.callSoon(function slow() {
        blockingSleep(0.25);
      });
      loop.callSoon(function fast() {
        blockingSleep(0.05);
      });
      yield* sleep(1);
      blockingSleep(0.5);
    }),
  );
  expect(lines).toEqual([
    't=0 True 0.1',
    'warning: Executing <Handle slow()> took 0.250 seconds',
    "warning: Executing <Task finished name='Task-1' coro=<main()> result=None> took 0.500 seconds",
  ]);
});

test('slowCallbackDuration says what is slow', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    loop.setDebug(true);
    loop.slowCallbackDuration = 2;
    loop.callSoon(function slow() {
      blockingSleep(2);
    });
    loop.callSoon(function fast() {
      blockingSleep(1.5);
    });
    yield* sleep(0);
  });
  expect(lines).toEqual(['warning: Executing <Handle slow()> took 2.000 seconds']);
});

test('without debug mode nothing is reported', async () => {
  const lines = await transcript(function* () {
    print(getRunningLoop().getDebug());
    getRunningLoop().callSoon(blockingSleep, 5);
    yield* sleep(0);
  });
  expect(lines).toEqual(['t=0 False']);
});

test('debug mode refuses what is no function, coroutines above all', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    loop.setDebug(true);
    const coro = sleep(1);
    print(caught(() => loop.callSoon(coro as never)));
    print(caught(() => loop.callSoon(coroutine(function* work() {}))));
    print(caught(() => loop.callSoon(function* work() {})));
    print(caught(() => loop.callSoon(loop.createFuture() as never)));
    print(caught(() => loop.callSoon(3 as never)));
    print(caught(() => loop.callLater(1, 3 as never)));
    print(caught(() => loop.callAt(1, coro as never)));
    print(caught(() => loop.runInExecutor(undefined, 3 as never)));
    yield* coro;
  });
  expect(lines).toEqual([
    't=0 TypeError: coroutines cannot be used with callSoon()',
    't=0 TypeError: coroutines cannot be used with callSoon()',
    't=0 TypeError: coroutines cannot be used with callSoon()',
    't=0 TypeError: a callable object was expected by callSoon(), got <Future pending>',
    't=0 TypeError: a callable object was expected by callSoon(), got 3',
    't=0 TypeError: a callable object was expected by callAt(), got 3',
    't=0 TypeError: coroutines cannot be used with callAt()',
    't=0 TypeError: a callable object was expected by runInExecutor(), got 3',
  ]);
});

test('run can switch debug mode on', async () => {
  const lines: string[] = [];
  const output = { print: () => {}, warn: (text: string) => lines.push(text) };
  const main = coroutine(function* main() {
    blockingSleep(1);
  });
  await withHost(virtualHost({ output }), () => run(main(), { debug: true }));
  expect(lines).toEqual([
    "Executing <Task finished name='Task-1' coro=<main()> result=None> took 1.000 seconds",
  ]);
});

test('the time that a slow callback took is rounded as in Python', async () => {
  const lines = await transcript(
    coroutine(function* main() {
      getRunningLoop().setDebug(true);
      for (const seconds of [0.3125, 0.4375, 1.2345]) {
        getRunningLoop().callSoon(function slow() {
          blockingSleep(seconds);
        });
      }
      yield* sleep(0);
    }),
  );
  expect(lines).toEqual([
    'warning: Executing <Handle slow()> took 0.312 seconds',
    'warning: Executing <Handle slow()> took 0.438 seconds',
    'warning: Executing <Handle slow()> took 1.234 seconds',
  ]);
});

test('debug mode checks the callbacks of a future when they are scheduled', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    loop.setDebug(true);
    const future = loop.createFuture<number>();
    future.addDoneCallback(coroutine(function* work() {}));
    print(caught(() => future.setResult(1)));
    print(future);
  });
  expect(lines).toEqual([
    't=0 TypeError: coroutines cannot be used with callSoon()',
    't=0 <Future finished result=1>',
  ]);
});

test('debug mode that is switched while the loop runs is a callback, too', async () => {
  const lines = await transcript(
    coroutine(function* main() {
      const loop = getRunningLoop();
      loop.slowCallbackDuration = 0;
      loop.setDebug(true);
      yield* sleep(0);
      loop.slowCallbackDuration = 1;
    }),
  );
  expect(lines).toEqual([
    'warning: Executing <_ThreadSafeHandle BaseEventLoop._set_coroutine_origin_tracking(True)> took 0.000 seconds',
  ]);
});

test('what the runtime itself has called goes by its names in CPython', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    loop.slowCallbackDuration = -1;
    loop.setDebug(true);
    const task = createTask(sleep(2, 'slept'));
    yield* wait([task], { timeout: 0.5 });
    yield* gather(task);
    try {
      yield* asyncWith(timeout(1), () => sleep(5));
    } catch (error) {
      print(`${error}`);
    }
  });
  expect(lines.filter((line) => line.includes('TimerHandle') || line.includes('_done'))).toEqual([
    'warning: Executing <TimerHandle when=0.5 _release_waiter(<Future finished result=None>)> took 0.000 seconds',
    "warning: Executing <TimerHandle when=2 _set_result_unless_cancelled(<Future finis...esult='slept'>, 'slept')> took 0.000 seconds",
    "warning: Executing <Handle gather.<locals>._done_callback(<Task finishe...esult='slept'>)> took 0.000 seconds",
    'warning: Executing <TimerHandle when=3 Timeout._on_timeout()> took 0.000 seconds',
  ]);
});
