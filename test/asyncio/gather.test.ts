import { expect, test } from 'vitest';
import {
  type Awaitable,
  coroutine,
  createTask,
  Future,
  gather,
  getRunningLoop,
  newEventLoop,
  print,
  sleep,
  ValueError,
  wait,
} from '../../src/index.js';
import { caught } from '../caught.js';
import { transcript } from './transcript.js';

const work = coroutine(function* work(delay: number, name: string) {
  try {
    yield* sleep(delay);
    print(`${name} ends`);
    return name;
  } catch (error) {
    print(`${name}: ${error}`);
    throw error;
  }
});

const failing = coroutine(function* failing(delay: number, name: string) {
  yield* sleep(delay);
  print(`${name} fails`);
  throw new ValueError(name);
});

const stubborn = coroutine(function* stubborn(name: string) {
  try {
    yield* sleep(10);
  } catch {
    print(`${name} refuses`);
  }
  return name;
});

function* reporting(awaitable: Awaitable<unknown>) {
  try {
    print('main got', yield* awaitable);
  } catch (error) {
    print(`main: ${error}`);
  }
}

test('everything runs at the same time, and results come in the order of the arguments', async () => {
  const lines = await transcript(function* () {
    print(yield* gather(work(3, 'a'), work(1, 'b'), work(2, 'c')));
  });
  expect(lines).toEqual(['t=1 b ends', 't=2 c ends', 't=3 a ends', "t=3 ['a', 'b', 'c']"]);
});

test('coroutines, tasks and futures can be gathered together', async () => {
  const lines = await transcript(function* () {
    const future = new Future<string>();
    getRunningLoop().callLater(1, () => future.setResult('future'));
    print(yield* gather(work(3, 'coroutine'), createTask(work(2, 'task')), future));
  });
  expect(lines).toEqual([
    't=2 task ends',
    't=3 coroutine ends',
    "t=3 ['coroutine', 'task', 'future']",
  ]);
});

test('an awaitable that is given twice runs once and has two results', async () => {
  const lines = await transcript(function* () {
    const coro = work(1, 'a');
    const task = createTask(work(2, 'b'));
    print(yield* gather(coro, task, coro, task));
  });
  expect(lines).toEqual(['t=1 a ends', 't=2 b ends', "t=2 ['a', 'b', 'a', 'b']"]);
});

test('gathering nothing gives an empty list at once', async () => {
  const lines = await transcript(function* () {
    print(gather().done(), yield* gather(), yield* gather({ returnExceptions: true }));
  });
  expect(lines).toEqual(['t=0 True [] []']);
});

test('gathers can be gathered', async () => {
  const lines = await transcript(function* () {
    print(yield* gather(gather(work(1, 'a'), work(2, 'b')), work(3, 'c')));
  });
  expect(lines).toEqual(['t=1 a ends', 't=2 b ends', 't=3 c ends', "t=3 [['a', 'b'], 'c']"]);
});

test('the first exception is passed on at once, and the others go on', async () => {
  const lines = await transcript(function* () {
    yield* reporting(gather(work(3, 'a'), failing(1, 'b'), failing(2, 'c')));
    yield* sleep(3);
  });
  expect(lines).toEqual(['t=1 b fails', 't=1 main: ValueError: b', 't=2 c fails', 't=3 a ends']);
});

test('with returnExceptions, exceptions are results', async () => {
  const lines = await transcript(function* () {
    print(yield* gather(work(1, 'a'), failing(2, 'b'), { returnExceptions: true }));
  });
  expect(lines).toEqual(['t=1 a ends', 't=2 b fails', "t=2 ['a', ValueError('b')]"]);
});

test('what is done already is not waited for', async () => {
  const lines = await transcript(function* () {
    const good = createTask(work(0, 'good'));
    const bad = createTask(failing(0, 'bad'));
    yield* wait([good, bad]);
    print(yield* gather(good));
    yield* reporting(gather(good, bad, work(1, 'a')));
    yield* sleep(2);
  });
  expect(lines).toEqual([
    't=0 good ends',
    't=0 bad fails',
    "t=0 ['good']",
    't=0 main: ValueError: bad',
    't=1 a ends',
  ]);
});

test('the results are there two iterations after the last child has ended', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    const child = function* () {
      yield* sleep(0);
      print('child ends');
      loop.callSoon(() => {
        print('next iteration');
        loop.callSoon(print, 'the one after');
      });
    };
    yield* gather(child());
    print('main');
  });
  expect(lines).toEqual(['t=0 child ends', 't=0 next iteration', 't=0 the one after', 't=0 main']);
});

test('cancelling the gather cancels the children; it ends when they have ended', async () => {
  const lines = await transcript(function* () {
    const gathered = gather(work(10, 'a'), work(10, 'b'));
    yield* sleep(1);
    print(gathered.cancel('why'), gathered.cancel('again'), gathered.done());
    yield* reporting(gathered);
    print(gathered.done(), gathered.cancelled());
  });
  expect(lines).toEqual([
    't=1 True True False',
    't=1 a: CancelledError: why',
    't=1 b: CancelledError: why',
    't=1 main: CancelledError: why',
    't=1 True False',
  ]);
});

test('cancelling the task that awaits the gather cancels the children', async () => {
  const lines = await transcript(function* () {
    const task = createTask(
      (function* () {
        yield* gather(work(10, 'a'), work(10, 'b'));
      })(),
    );
    yield* sleep(1);
    task.cancel('why');
    yield* reporting(task);
  });
  expect(lines).toEqual([
    't=1 a: CancelledError: why',
    't=1 b: CancelledError: why',
    't=1 main: CancelledError: why',
  ]);
});

test('with returnExceptions, a cancelled gather still throws, with the message of the last child', async () => {
  const lines = await transcript(function* () {
    const gathered = gather(work(10, 'a'), stubborn('b'), { returnExceptions: true });
    yield* sleep(1);
    gathered.cancel('why');
    yield* reporting(gathered);
    const again = gather(stubborn('c'), work(10, 'd'), { returnExceptions: true });
    yield* sleep(1);
    again.cancel('why');
    yield* reporting(again);
  });
  expect(lines).toEqual([
    't=1 a: CancelledError: why',
    't=1 b refuses',
    't=1 main: CancelledError',
    't=2 c refuses',
    't=2 d: CancelledError: why',
    't=2 main: CancelledError: why',
  ]);
});

test('a gather that was cancelled throws, even when its children refuse', async () => {
  const lines = await transcript(function* () {
    const gathered = gather(stubborn('a'), stubborn('b'));
    yield* sleep(1);
    gathered.cancel();
    yield* reporting(gathered);
  });
  expect(lines).toEqual(['t=1 a refuses', 't=1 b refuses', 't=1 main: CancelledError']);
});

test('a gather whose children are all done cannot be cancelled any more', async () => {
  const lines = await transcript(function* () {
    const gathered = gather(work(1, 'a'));
    const late = function* () {
      yield* sleep(1);
      print('cancel', gathered.cancel(), gathered.done());
    };
    createTask(late());
    print(yield* gathered, gathered.cancel());
  });
  expect(lines).toEqual(['t=1 a ends', 't=1 cancel False False', "t=1 ['a'] False"]);
});

test('a child that is cancelled by itself counts as having failed', async () => {
  const lines = await transcript(function* () {
    const child = createTask(work(10, 'a'));
    getRunningLoop().callLater(1, () => child.cancel('child'));
    yield* reporting(gather(child, work(2, 'b')));
    yield* sleep(2);
  });
  expect(lines).toEqual([
    't=1 a: CancelledError: child',
    't=1 main: CancelledError: child',
    't=2 b ends',
  ]);
});

test('with returnExceptions, a child that is cancelled by itself gives its CancelledError', async () => {
  const lines = await transcript(function* () {
    const child = createTask(work(10, 'a'));
    getRunningLoop().callLater(1, () => child.cancel());
    print(yield* gather(child, work(2, 'b'), { returnExceptions: true }));
  });
  expect(lines).toEqual(['t=1 a: CancelledError', 't=2 b ends', "t=2 [CancelledError(''), 'b']"]);
});

test('a gather that nobody awaits is reported when it fails', async () => {
  const lines = await transcript(function* () {
    gather(work(1, 'a'), failing(1, 'b'));
    yield* sleep(2);
  });
  expect(lines).toEqual([
    't=1 a ends',
    't=1 b fails',
    'warning: _GatheringFuture exception was never retrieved',
  ]);
});

test('what cannot be awaited, or belongs to another loop, is refused', async () => {
  const other = newEventLoop({ clock: 'virtual' });
  const lines = await transcript(function* () {
    print(caught(() => gather(3 as never)));
    print(caught(() => gather(new Future(), other.createFuture())));
  });
  other.close();
  expect(lines).toEqual([
    't=0 TypeError: An asyncio.Future, a coroutine or an awaitable is required',
    't=0 ValueError: The future belongs to a different loop than the one specified as the loop argument',
  ]);
});

test('a list of awaitables is refused, and the hint says to take it apart', async () => {
  const lines = await transcript(function* () {
    for (const all of [[new Future()], new Set([new Future()])]) {
      try {
        gather(all as never);
      } catch (error) {
        print(error, (error as { readonly hint?: string }).hint);
      }
    }
  });
  expect(lines).toEqual([
    "t=0 cannot use 'list' as a dict key (unhashable type: 'list') give what is in the list: gather(...awaitables)",
    "t=0 cannot use 'set' as a dict key (unhashable type: 'set') give what is in the set: gather(...awaitables)",
  ]);
});

test('with returnExceptions, the CancelledError of a future has its message', async () => {
  const lines = await transcript(function* () {
    const future = new Future();
    future.cancel('why');
    print(yield* gather(future, { returnExceptions: true }));
  });
  expect(lines).toEqual(["t=0 [CancelledError('why')]"]);
});
