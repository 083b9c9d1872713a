import { expect, test } from 'vitest';
import {
  createTask,
  currentTask,
  type EventLoop,
  type Future,
  getRunningLoop,
  KeyboardInterrupt,
  newEventLoop,
  print,
  RuntimeError,
  run,
  sleep,
} from '../../src/index.js';
import { programTranscript, transcript } from '../asyncio/transcript.js';
import { caught } from '../caught.js';

test('callbacks run in the order of callSoon, and those they add run in the next iteration', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    loop.callSoon(() => {
      print('a');
      loop.callSoon(print, 'c');
    });
    loop.callSoon(print, 'b');
    yield* sleep(0);
    print('main');
    yield* sleep(0);
    print('main again');
  });
  expect(lines).toEqual(['t=0 a', 't=0 b', 't=0 main', 't=0 c', 't=0 main again']);
});

test('timers run in the order of their deadlines, equal deadlines in the order of creation', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    loop.callAt(2, print, 'a');
    loop.callAt(1, print, 'b');
    loop.callLater(2, print, 'c');
    loop.callLater(1, print, 'd');
    loop.callAt(1.5, print, 'e');
    yield* sleep(3);
  });
  expect(lines).toEqual(['t=1 b', 't=1 d', 't=1.5 e', 't=2 a', 't=2 c']);
});

test('a hundred timers of one deadline run in the order of creation', async () => {
  const names = Array.from({ length: 100 }, (_, index) => `timer ${index}`);
  const lines = await transcript(function* () {
    for (const name of names) getRunningLoop().callLater(1, print, name);
    yield* sleep(2);
  });
  expect(lines).toEqual(names.map((name) => `t=1 ${name}`));
});

test('all timers that are due run before what the first of them adds', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    loop.callLater(1, () => {
      print('first timer');
      loop.callSoon(print, 'soon');
    });
    loop.callLater(1, print, 'second timer');
    yield* sleep(2);
  });
  expect(lines).toEqual(['t=1 first timer', 't=1 second timer', 't=1 soon']);
});

test('a timer that is due at once still runs one iteration after what is ready', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    loop.callLater(0, print, 'timer 0');
    loop.callLater(-5, print, 'timer -5');
    loop.callSoon(print, 'soon');
    yield* sleep(0);
    print('main');
    yield* sleep(0);
    print('main again');
  });
  expect(lines).toEqual(['t=0 soon', 't=0 main', 't=0 timer -5', 't=0 timer 0', 't=0 main again']);
});

test('a callback is given its arguments', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    loop.callSoon(print, 'soon', 1, { key: 'value' });
    loop.callLater(1, print, 'later', 2);
    loop.callAt(2, print, 'at', 3);
    yield* sleep(3);
  });
  expect(lines).toEqual(["t=0 soon 1 {'key': 'value'}", 't=1 later 2', 't=2 at 3']);
});

test('a delay or a time that is missing is refused', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    print(caught(() => loop.callLater(undefined as never, print)));
    print(caught(() => loop.callAt(undefined as never, print)));
  });
  expect(lines).toEqual([
    't=0 TypeError: delay must not be None',
    't=0 TypeError: when cannot be None',
  ]);
});

test('a handle that is cancelled is passed over, even in the iteration that is running', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    const before = loop.callSoon(print, 'never');
    loop.callSoon(() => meanwhile.cancel());
    const meanwhile = loop.callSoon(print, 'never');
    loop.callSoon(print, 'last');
    before.cancel();
    before.cancel();
    print(before.cancelled(), meanwhile.cancelled());
    yield* sleep(0);
    print(before.cancelled(), meanwhile.cancelled());
  });
  expect(lines).toEqual(['t=0 True False', 't=0 last', 't=0 True True']);
});

test('a timer that is cancelled neither runs nor holds up the end', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    const timer = loop.callLater(100, print, 'never');
    loop.callLater(1, () => timer.cancel());
    yield* sleep(2);
    print(timer.cancelled(), timer.when());
  });
  expect(lines).toEqual(['t=2 True 100']);
});

test('the timers that are left keep their order when many are cancelled', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    const timers = Array.from({ length: 300 }, (_, index) =>
      loop.callLater(((index * 7) % 300) + 1, print, 'timer'),
    );
    for (const timer of timers) if (timer.when() % 50 !== 0) timer.cancel();
    yield* sleep(301);
  });
  expect(lines).toEqual([50, 100, 150, 200, 250, 300].map((when) => `t=${when} timer`));
});

test('the time stands still while callbacks run, and goes on after the end', async () => {
  const loop = newEventLoop({ clock: 'virtual' });
  const times: number[] = [];
  loop.callLater(1, () => times.push(loop.time(), loop.time()));
  await loop.runUntilComplete(sleep(2));
  loop.close();
  expect([...times, loop.time()]).toEqual([1, 1, 2]);
});

test('runOnce driven by hand yields how long it may wait and then runs one iteration', () => {
  const loop = newEventLoop({ clock: 'virtual' });
  const log: unknown[] = [];
  const iterate = () => {
    const iteration = loop.runOnce();
    log.push(['may wait', iteration.next().value]);
    expect(iteration.next().done).toBe(true);
  };
  loop.callSoon(() => {
    log.push('a');
    loop.callSoon(() => log.push('b'));
    loop.callLater(5, () => log.push('c'));
  });
  iterate();
  iterate();
  iterate();
  loop.host.blockingSleep(5);
  iterate();
  iterate();
  loop.close();
  expect(log).toEqual([
    ['may wait', 0],
    'a',
    ['may wait', 0],
    'b',
    ['may wait', 5],
    ['may wait', 0],
    'c',
    ['may wait', undefined],
  ]);
});

test('a task driven by hand makes one step an iteration', () => {
  const loop = newEventLoop({ clock: 'virtual' });
  const log: string[] = [];
  const task = loop.createTask(
    (function* () {
      log.push('begun');
      yield;
      log.push('going on');
      yield* sleep(3);
      return 'result';
    })(),
  );
  const waits: (number | undefined)[] = [];
  while (!task.done()) {
    const iteration = loop.runOnce();
    const wait = iteration.next().value as number;
    waits.push(wait);
    loop.host.blockingSleep(wait);
    iteration.next();
    log.push(`iteration ${waits.length}`);
  }
  loop.close();
  expect(waits).toEqual([0, 0, 3, 0]);
  expect(log).toEqual([
    'begun',
    'iteration 1',
    'going on',
    'iteration 2',
    'iteration 3',
    'iteration 4',
  ]);
  expect(task.result()).toBe('result');
});

test('a loop may wait a day at most at a time', () => {
  const loop = newEventLoop({ clock: 'virtual' });
  loop.callLater(100_000, print, 'never');
  expect(loop.runOnce().next().value).toBe(86_400);
  loop.close();
});

test('stop ends the run after the iteration that is running; what is left runs in the next one', async () => {
  const lines = await programTranscript(async () => {
    const loop = newEventLoop();
    loop.callSoon(() => {
      print('stop');
      loop.stop();
      loop.callSoon(print, 'not in this run');
    });
    loop.callSoon(print, 'same iteration');
    await loop.runForever();
    print('stopped', loop.isRunning());
    loop.stop();
    await loop.runForever();
    print('again');
    loop.close();
  });
  expect(lines).toEqual([
    't=0 stop',
    't=0 same iteration',
    't=0 stopped False',
    't=0 not in this run',
    't=0 again',
  ]);
});

test('stop called before the run lets one iteration pass without waiting', async () => {
  const lines = await programTranscript(async () => {
    const loop = newEventLoop();
    loop.callLater(5, print, 'never');
    loop.callSoon(print, 'once');
    loop.stop();
    await loop.runForever();
    print('stopped');
    loop.close();
  });
  expect(lines).toEqual(['t=0 once', 't=0 stopped']);
});

test('runUntilComplete gives the result or throws the exception of what it runs', async () => {
  const loop = newEventLoop({ clock: 'virtual' });
  expect(await loop.runUntilComplete(sleep(1, 'result'))).toBe('result');
  const failing = loop.runUntilComplete(
    (function* () {
      throw new RuntimeError('no');
    })(),
  );
  await expect(failing).rejects.toThrow(new RuntimeError('no'));
  const future: Future<number> = loop.createFuture();
  loop.callLater(1, () => future.setResult(3));
  expect(await loop.runUntilComplete(future)).toBe(3);
  expect(loop.time()).toBe(2);
  loop.close();
});

test('runUntilComplete refuses when the loop is stopped first', async () => {
  const loop = newEventLoop({ clock: 'virtual' });
  loop.callLater(1, () => loop.stop());
  await expect(loop.runUntilComplete(loop.createFuture())).rejects.toMatchObject({
    name: 'RuntimeError',
    message: 'Event loop stopped before Future completed.',
  });
  loop.close();
});

test('a loop says whether it is running and whether it is closed', async () => {
  const loop = newEventLoop({ clock: 'virtual' });
  const states: string[] = [String(loop)];
  loop.callSoon(() => states.push(String(loop)));
  await loop.runUntilComplete(sleep(0));
  loop.setDebug(true);
  loop.close();
  states.push(String(loop));
  expect(states).toEqual([
    '<_UnixSelectorEventLoop running=False closed=False debug=False>',
    '<_UnixSelectorEventLoop running=True closed=False debug=False>',
    '<_UnixSelectorEventLoop running=False closed=True debug=True>',
  ]);
});

test('closing drops what is scheduled, and a closed loop refuses everything', async () => {
  const loop = newEventLoop({ clock: 'virtual' });
  const calls: string[] = [];
  loop.callSoon(() => calls.push('soon'));
  loop.callLater(1, () => calls.push('later'));
  loop.close();
  loop.close();
  const refusals = [
    () => loop.callSoon(print),
    () => loop.callSoonThreadsafe(print),
    () => loop.callLater(1, print),
    () => loop.callAt(1, print),
    () => loop.createTask(sleep(1)),
    () => loop.runInExecutor(undefined, print),
    () => loop.runForever(),
    () => loop.runUntilComplete(sleep(1)),
  ].map(caught);
  expect(refusals).toEqual(refusals.map(() => 'RuntimeError: Event loop is closed'));
  expect(calls).toEqual([]);
});

test('a running loop cannot be closed or run again, nor can another one', async () => {
  const others: EventLoop[] = [];
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    const other = newEventLoop();
    others.push(other);
    print(caught(() => loop.close()));
    print(caught(() => loop.runForever()));
    print(caught(() => loop.runUntilComplete(loop.createFuture())));
    print(caught(() => other.runForever()));
    print(caught(() => other.runUntilComplete(other.createFuture())));
  });
  for (const other of others) other.close();
  expect(lines).toEqual([
    't=0 RuntimeError: Cannot close a running event loop',
    't=0 RuntimeError: This event loop is already running',
    't=0 RuntimeError: This event loop is already running',
    't=0 RuntimeError: Cannot run the event loop while another loop is running',
    't=0 RuntimeError: Cannot run the event loop while another loop is running',
  ]);
});

test('two loops can run at the same time, each with its own clock', async () => {
  const log: string[] = [];
  const work = (name: string, delay: number) =>
    function* () {
      yield* sleep(delay);
      log.push(`${name} at ${getRunningLoop().time()}`);
    };
  const first = newEventLoop({ clock: 'virtual' });
  const second = newEventLoop({ clock: 'virtual' });
  await Promise.all([
    first.runUntilComplete(work('first', 2)()),
    second.runUntilComplete(work('second', 1)()),
  ]);
  first.close();
  second.close();
  expect(log.sort()).toEqual(['first at 2', 'second at 1']);
});

test('tasks are named Task-1, Task-2, … in each loop anew', async () => {
  const names = function* () {
    const tasks = [1, 2].map(() => createTask(sleep(0)));
    return [currentTask(), ...tasks].map((task) => task?.getName());
  };
  for (const _ of [1, 2]) {
    expect(await run(names(), { clock: 'virtual' })).toEqual(['Task-1', 'Task-2', 'Task-3']);
  }
});

test('a task factory makes the tasks until it is taken away', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    const factory: ReturnType<EventLoop['getTaskFactory']> = (own, coro, options) => {
      print('factory', options.name);
      own.setTaskFactory(undefined);
      const task = own.createTask(coro, options);
      own.setTaskFactory(factory);
      return task;
    };
    print(loop.getTaskFactory());
    loop.setTaskFactory(factory);
    print(yield* loop.createTask(sleep(1, 'result'), { name: 'one' }));
    loop.setTaskFactory(undefined);
    print(yield* loop.createTask(sleep(1, 'result'), { name: 'two' }));
    print(caught(() => loop.setTaskFactory(3 as never)));
  });
  expect(lines).toEqual([
    't=0 None',
    't=0 factory one',
    't=1 result',
    't=2 result',
    't=2 TypeError: task factory must be a callable or None',
  ]);
});

test('an interrupt in what it runs leaves the loop at once, and counts as looked at', async () => {
  const lines = await programTranscript(async () => {
    const loop = newEventLoop();
    const interrupting = function* () {
      loop.callSoon(print, 'never');
      throw new KeyboardInterrupt('own');
    };
    await loop.runUntilComplete(interrupting()).catch((error: unknown) => print(`${error}`));
    loop.close();
  });
  expect(lines).toEqual(['t=0 KeyboardInterrupt: own']);
});
