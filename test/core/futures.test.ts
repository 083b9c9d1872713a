import { expect, test } from 'vitest';
import {
  type Awaitable,
  asCompleted,
  asyncWith,
  ContextVar,
  copyContext,
  coroutine,
  createTask,
  currentTask,
  Future,
  gather,
  getRunningLoop,
  isFuture,
  newEventLoop,
  print,
  RuntimeError,
  shield,
  sleep,
  TaskGroup,
  ValueError,
  wait,
} from '../../src/index.js';
import { transcript } from '../asyncio/transcript.js';
import { caught } from '../caught.js';

function* reporting(name: string, awaitable: Awaitable<unknown>) {
  try {
    print(name, 'got', yield* awaitable);
  } catch (error) {
    print(`${name}: ${error}`);
  }
}

test('a pending future has neither result nor exception', async () => {
  const lines = await transcript(function* () {
    const future = new Future();
    print(future.done(), future.cancelled(), future);
    print(caught(() => future.result()));
    print(caught(() => future.exception()));
  });
  expect(lines).toEqual([
    't=0 False False <Future pending>',
    't=0 InvalidStateError: Result is not set.',
    't=0 InvalidStateError: Exception is not set.',
  ]);
});

test('a future with a result has no exception and cannot be completed again', async () => {
  const lines = await transcript(function* () {
    const future = new Future<number>();
    future.setResult(3);
    print(future.done(), future.cancelled(), future.result(), future.exception(), future);
    print(caught(() => future.setResult(4)));
    print(caught(() => future.setException(new ValueError())));
    print(future.cancel());
  });
  expect(lines).toEqual([
    't=0 True False 3 None <Future finished result=3>',
    't=0 InvalidStateError: invalid state',
    't=0 InvalidStateError: invalid state',
    't=0 False',
  ]);
});

test('a future with an exception throws it when asked for the result', async () => {
  const lines = await transcript(function* () {
    const future = new Future();
    const error = new ValueError('no');
    future.setException(error);
    print(future.done(), future.exception() === error, future);
    print(caught(() => future.result()));
  });
  expect(lines).toEqual([
    "t=0 True True <Future finished exception=ValueError('no')>",
    't=0 ValueError: no',
  ]);
});

test('a cancelled future throws CancelledError with the message, however often it is asked', async () => {
  const lines = await transcript(function* () {
    const future = new Future();
    print(future.cancel('why'), future.cancel('again'));
    print(future.done(), future.cancelled(), future);
    print(caught(() => future.result()));
    print(caught(() => future.exception()));
    print(caught(() => future.setResult(1)));
  });
  expect(lines).toEqual([
    't=0 True False',
    't=0 True True <Future cancelled>',
    't=0 CancelledError: why',
    't=0 CancelledError: why',
    't=0 InvalidStateError: invalid state',
  ]);
});

test('any value can be an exception, undefined too', async () => {
  const lines = await transcript(function* () {
    for (const thrown of ['text', undefined]) {
      const future = new Future();
      future.setException(thrown);
      print(future.done(), future.exception());
      yield* reporting('main', future);
    }
  });
  expect(lines).toEqual([
    't=0 True text',
    't=0 main: text',
    't=0 True None',
    't=0 main: undefined',
  ]);
});

test('callbacks are called soon, in the order in which they were added', async () => {
  const lines = await transcript(function* () {
    const future = new Future<string>();
    future.addDoneCallback((done) => print('first', done.result()));
    future.addDoneCallback((done) => print('second', done === future));
    future.setResult('result');
    print('set');
    future.addDoneCallback(() => print('added late'));
    yield* sleep(0);
    print('main');
  });
  expect(lines).toEqual([
    't=0 set',
    't=0 first result',
    't=0 second True',
    't=0 added late',
    't=0 main',
  ]);
});

test('tasks that wait and callbacks are woken in one order', async () => {
  const lines = await transcript(function* () {
    const future = new Future();
    createTask(reporting('task 1', future));
    yield* sleep(0);
    future.addDoneCallback(() => print('callback'));
    createTask(reporting('task 2', future));
    yield* sleep(0);
    future.setResult(1);
    yield* sleep(0);
    print('main');
  });
  expect(lines).toEqual(['t=0 task 1 got 1', 't=0 callback', 't=0 task 2 got 1', 't=0 main']);
});

test('a callback is taken back as often as it was added', async () => {
  const lines = await transcript(function* () {
    const future = new Future();
    const twice = () => print('never');
    print(future.removeDoneCallback(twice));
    future.addDoneCallback(twice);
    future.addDoneCallback(() => print('stays'));
    future.addDoneCallback(twice);
    print(future.removeDoneCallback(twice), future.removeDoneCallback(twice));
    future.setResult(1);
    yield* sleep(0);
  });
  expect(lines).toEqual(['t=0 0', 't=0 2 0', 't=0 stays']);
});

test('a callback that throws is reported, and the next one is called', async () => {
  const lines = await transcript(function* () {
    const future = new Future();
    future.addDoneCallback(function bad() {
      throw new ValueError('oops');
    });
    future.addDoneCallback(() => print('next'));
    future.setResult(1);
    yield* sleep(0);
  });
  expect(lines).toEqual(['warning: Exception in callback bad()', 't=0 next']);
});

test('a callback runs in the context it was added in, or in the one it was given', async () => {
  const name = new ContextVar('name', { default: 'nobody' });
  const lines = await transcript(function* () {
    const future = new Future();
    const callback = () => print(name.get());
    const nobody = copyContext();
    name.set('one');
    future.addDoneCallback(callback);
    name.set('two');
    future.addDoneCallback(callback);
    future.addDoneCallback(callback, { context: nobody });
    future.setResult(1);
    name.set('three');
    future.addDoneCallback(callback);
    yield* sleep(0);
  });
  expect(lines).toEqual(['t=0 one', 't=0 two', 't=0 nobody', 't=0 three']);
});

test('awaiting a future that is done does not suspend', async () => {
  const lines = await transcript(function* () {
    const future = new Future();
    future.setResult('result');
    const task = createTask(sleep(0, 'of a task'));
    yield* task;
    getRunningLoop().callSoon(print, 'soon');
    print(yield* future);
    print(yield* task);
    yield* sleep(0);
  });
  expect(lines).toEqual(['t=0 result', 't=0 of a task', 't=0 soon']);
});

test('everybody who awaits a future gets the same result or the same exception', async () => {
  const lines = await transcript(function* () {
    const error = new ValueError('no');
    const future = new Future();
    const waiters = ['a', 'b'].map((name) =>
      createTask(
        (function* () {
          try {
            yield* future;
          } catch (thrown) {
            print(name, thrown === error);
          }
        })(),
      ),
    );
    yield* sleep(1);
    future.setException(error);
    yield* gather(...waiters);
  });
  expect(lines).toEqual(['t=1 a True', 't=1 b True']);
});

test('a future belongs to the running loop, or to the loop given', async () => {
  const other = newEventLoop({ clock: 'virtual' });
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    print(new Future().getLoop() === loop, loop.createFuture().getLoop() === loop);
    print(new Future({ loop: other }).getLoop() === other);
  });
  other.close();
  expect(lines).toEqual(['t=0 True True', 't=0 True']);
});

test('futures and tasks are futures, and nothing else is', async () => {
  const lines = await transcript(function* () {
    const task = createTask(sleep(0));
    print(isFuture(new Future()), isFuture(task), isFuture(gather(task)));
    const coro = sleep(0);
    print(isFuture(coro), isFuture(Promise.resolve()), isFuture(undefined));
    yield* coro;
  });
  expect(lines).toEqual(['t=0 True True True', 't=0 False False False']);
});

test('plain JavaScript can await a future while its loop runs', async () => {
  const loop = newEventLoop({ clock: 'virtual' });
  const log: unknown[] = [];
  const result: Future<string> = loop.createFuture();
  const failure = loop.createFuture();
  const cancelled = loop.createFuture();
  loop.callLater(1, () => result.setResult('result'));
  loop.callLater(2, () => failure.setException(new RuntimeError('no')));
  loop.callLater(3, () => cancelled.cancel('why'));
  const waiting = (async () => {
    log.push([loop.time(), await result]);
    await failure.then(undefined, (error: unknown) => log.push([loop.time(), String(error)]));
    await cancelled.then(undefined, (error: unknown) => log.push([loop.time(), String(error)]));
    log.push([loop.time(), await result]);
  })();
  await loop.runUntilComplete(sleep(4));
  await waiting;
  loop.close();
  expect(log).toEqual([
    [0, 'result'],
    [2, 'RuntimeError: no'],
    [3, 'CancelledError: why'],
    [3, 'result'],
  ]);
});

test('a promise that JavaScript makes of a task settles before the time moves on', async () => {
  const lines = await transcript(function* () {
    const task = createTask(sleep(1, 'result'));
    void task.then((value) => print('then', value));
    yield* sleep(2);
    print('main');
  });
  expect(lines).toEqual(['t=1 then result', 't=2 main']);
});

test('a future that JavaScript awaits counts as looked at', async () => {
  const lines = await transcript(function* () {
    const future = new Future();
    void future.then(undefined, (error: unknown) => print(`${error}`));
    future.setException(new ValueError('no'));
    yield* sleep(1);
  });
  expect(lines).toEqual(['t=0 ValueError: no']);
});

test('a future shows its state and its callbacks', async () => {
  const lines = await transcript(function* () {
    const future = new Future();
    const callback = () => {};
    for (const _ of [1, 2, 3]) {
      future.addDoneCallback(callback);
      print(future);
    }
    const long = new Future();
    long.setResult('x'.repeat(50));
    print(long);
    const list = new Future();
    list.setResult(Array.from({ length: 20 }, (_, i) => i));
    print(list);
  });
  expect(lines).toEqual([
    't=0 <Future pending cb=[callback()]>',
    't=0 <Future pending cb=[callback(), callback()]>',
    't=0 <Future pending cb=[callback(), <1 more>, callback()]>',
    "t=0 <Future finished result='xxxxxxxxxxxx...xxxxxxxxxxxxx'>",
    't=0 <Future finished result=[0, 1, 2, 3, 4, 5, ...]>',
  ]);
});

test("the callbacks of the runtime's own have CPython's names", async () => {
  const lines = await transcript(
    coroutine(function* main() {
      const loop = getRunningLoop();
      const future = loop.createFuture();
      const outer = shield(future);
      void asCompleted([future]);
      print(currentTask());
      print(outer);
      print(future);
      const waited = loop.createFuture();
      const task = createTask(wait([waited, future]), { name: 'waits' });
      yield* asyncWith(new TaskGroup(), function* (group) {
        print(group.createTask(sleep(0), { name: 'grouped' }));
      });
      print(waited);
      outer.cancel();
      yield* sleep(0);
      print(future);
      task.cancel();
    }),
  );
  expect(lines).toEqual([
    "t=0 <Task pending name='Task-1' coro=<main()> cb=[_run_until_complete_cb()]>",
    't=0 <Future pending cb=[shield.<locals>._outer_done_callback()]>',
    't=0 <Future pending cb=[shield.<locals>._clear_awaited_by_callback(), <1 more>, _AsCompletedIterator._handle_completion()]>',
    "t=0 <Task pending name='grouped' coro=<sleep()> cb=[TaskGroup._on_task_done()]>",
    't=0 <Future pending cb=[_wait.<locals>._on_completion()]>',
    't=0 <Future pending cb=[shield.<locals>._clear_awaited_by_callback(), <2 more>, _log_on_exception()]>',
  ]);
});

test('whoever drives it by hand has to wait between two looks', async () => {
  const lines = await transcript(function* () {
    const waiting = new Future()[Symbol.iterator]();
    waiting.next();
    print(caught(() => waiting.next()));
  });
  expect(lines).toEqual(["t=0 RuntimeError: await wasn't used with future"]);
});
