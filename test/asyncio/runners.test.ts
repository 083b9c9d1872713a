import { expect, test } from 'vitest';
import {
  type Awaitable,
  allTasks,
  CancelledError,
  ContextVar,
  copyContext,
  coroutine,
  createTask,
  currentTask,
  type EventLoop,
  gather,
  getEventLoop,
  getRunningLoop,
  KeyboardInterrupt,
  newEventLoop,
  print,
  Runner,
  run,
  setEventLoop,
  sleep,
  ValueError,
  virtualHost,
  withHost,
} from '../../src/index.js';
import { caught } from '../caught.js';
import { programTranscript, transcript } from './transcript.js';

const leftover = coroutine(function* leftover(name: string, cleanup: number = 1) {
  try {
    yield* sleep(100);
  } catch (error) {
    print(`${name}: ${error}`);
    throw error;
  } finally {
    yield* sleep(cleanup);
    print(`${name} has cleaned up`);
  }
});

/** Run a coroutine and print its result or its exception. */
async function printing(running: PromiseLike<unknown>): Promise<void> {
  await running.then(
    (result) => print('run:', result),
    (error: unknown) => print(`run: ${error}`),
  );
}

test('run gives what main returns, and throws what main throws', async () => {
  const main = function* (result: unknown) {
    yield* sleep(1);
    if (result instanceof Error) throw result;
    return result;
  };
  expect(await run(main('result'), { clock: 'virtual' })).toBe('result');
  const error = new ValueError('no');
  await expect(run(main(error), { clock: 'virtual' })).rejects.toBe(error);
});

test('run makes a new loop, which is closed at the end', async () => {
  const loops: EventLoop[] = [];
  const main = function* () {
    loops.push(getRunningLoop());
  };
  await run(main(), { clock: 'virtual' });
  await run(main(), { clock: 'virtual' });
  expect(loops[0]).not.toBe(loops[1]);
  expect(loops.map((loop) => loop.isClosed())).toEqual([true, true]);
});

test('the clock can still be read after the end', async () => {
  let loop: EventLoop | undefined;
  const main = function* () {
    loop = getRunningLoop();
    yield* sleep(2);
  };
  await run(main(), { clock: 'virtual' });
  expect(loop?.time()).toBe(2);
});

test('what is left over is cancelled in the order of creation, and waited for', async () => {
  const lines = await programTranscript(() =>
    printing(
      run(
        (function* () {
          for (const name of ['a', 'b', 'c']) createTask(leftover(name));
          yield* sleep(1);
          print('main ends');
          return 'result';
        })(),
      ),
    ),
  );
  expect(lines).toEqual([
    't=1 main ends',
    't=1 a: CancelledError',
    't=1 b: CancelledError',
    't=1 c: CancelledError',
    't=2 a has cleaned up',
    't=2 b has cleaned up',
    't=2 c has cleaned up',
    't=2 run: result',
  ]);
});

test('what is left over is cancelled as well when main fails', async () => {
  const lines = await programTranscript(() =>
    printing(
      run(
        (function* () {
          createTask(leftover('task'));
          yield* sleep(1);
          throw new ValueError('no');
        })(),
      ),
    ),
  );
  expect(lines).toEqual([
    't=1 task: CancelledError',
    't=2 task has cleaned up',
    't=2 run: ValueError: no',
  ]);
});

test('a task that main has created with its last breath still begins', async () => {
  const lines = await transcript(function* () {
    createTask(leftover('task', 0));
  });
  expect(lines).toEqual(['t=0 task: CancelledError', 't=0 task has cleaned up']);
});

test('exceptions from the cleanup of what is left over are reported', async () => {
  const lines = await programTranscript(async () => {
    const failing = function* () {
      try {
        yield* sleep(10);
      } catch {
        throw new ValueError('cleanup');
      }
    };
    const main = function* () {
      const loop = getRunningLoop();
      loop.setExceptionHandler((_, { message, exception, task }) =>
        print(`${message}: ${exception}`, task?.getName()),
      );
      createTask(failing());
      yield* sleep(1);
    };
    await printing(run(main()));
  });
  expect(lines).toEqual([
    't=1 unhandled exception during asyncio.run() shutdown: ValueError: cleanup Task-2',
    't=1 run: None',
  ]);
});

test('what is left over and refuses is waited for', async () => {
  const lines = await transcript(function* () {
    const stubborn = function* () {
      try {
        yield* sleep(10);
      } catch {
        yield* sleep(5);
        print('ends at last');
      }
    };
    createTask(stubborn());
    yield* sleep(1);
  });
  expect(lines).toEqual(['t=6 ends at last']);
});

test('a task that is created by a cleanup is not waited for', async () => {
  const lines = await transcript(function* () {
    const late = function* () {
      print('late begins');
      yield* sleep(5);
      print('never');
    };
    const creating = function* () {
      try {
        yield* sleep(10);
      } finally {
        createTask(late());
      }
    };
    createTask(creating());
    yield* sleep(1);
  });
  expect(lines).toEqual(['t=1 late begins', 'warning: Task was destroyed but it is pending!']);
});

/** Callbacks that call each other, one in each iteration. */
function chain(n: number): void {
  print('callback', n);
  if (n < 20) getRunningLoop().callSoon(chain, n + 1);
}

test('after main, callbacks have the turns of two more loop runs', async () => {
  const lines = await transcript(function* () {
    getRunningLoop().callSoon(chain, 1);
  });
  expect(lines).toEqual([1, 2, 3, 4, 5].map((n) => `t=0 callback ${n}`));
});

test('and those of the run in which the leftovers end', async () => {
  const lines = await transcript(function* () {
    getRunningLoop().callSoon(chain, 1);
    createTask(sleep(10));
  });
  expect(lines).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `t=0 callback ${n}`));
});

test('the children of a gather that is left over are cancelled, and the gather is reported', async () => {
  const lines = await transcript(function* () {
    gather(leftover('a', 0), leftover('b', 0));
    yield* sleep(1);
  });
  expect(lines).toEqual([
    't=1 a: CancelledError',
    't=1 b: CancelledError',
    't=1 a has cleaned up',
    't=1 b has cleaned up',
    'warning: _GatheringFuture exception was never retrieved',
  ]);
});

test('a run inside a run, or inside a runner, is refused', async () => {
  const lines = await transcript(function* () {
    const coro = sleep(1);
    print(caught(() => run(coro)));
    print(caught(() => new Runner().run(coro)));
    yield* coro;
  });
  expect(lines).toEqual([
    't=0 RuntimeError: asyncio.run() cannot be called from a running event loop',
    't=0 RuntimeError: Runner.run() cannot be called from a running event loop',
  ]);
});

test('a run may follow a run, in plain JavaScript', async () => {
  const lines = await programTranscript(async () => {
    await printing(run(sleep(1, 'first')));
    await printing(run(sleep(1, 'second')));
  });
  expect(lines).toEqual(['t=1 run: first', 't=2 run: second']);
});

test('any awaitable can be main; what is none is refused', async () => {
  const awaitable: Awaitable<number> = {
    *[Symbol.iterator]() {
      yield* sleep(1);
      return 5;
    },
  };
  expect(await run(awaitable, { clock: 'virtual' })).toBe(5);
  for (const other of [3, undefined, [sleep], Promise.resolve(1)]) {
    await expect(run(other as never, { clock: 'virtual' })).rejects.toThrow(TypeError);
  }
});

test('getEventLoop gives the running loop, or the one that was set', async () => {
  const own = newEventLoop({ clock: 'virtual' });
  setEventLoop(own);
  expect(getEventLoop()).toBe(own);
  const lines = await transcript(function* () {
    print(getEventLoop() === getRunningLoop(), getEventLoop() === own);
  });
  expect(lines).toEqual(['t=0 True False']);
  expect(caught(getEventLoop)).toMatch(/^RuntimeError: There is no current event loop/);
  own.close();
});

test('a loop of your own making can be run on', async () => {
  const made: EventLoop[] = [];
  const loopFactory = () => {
    const loop = newEventLoop({ clock: 'virtual' });
    made.push(loop);
    return loop;
  };
  const main = function* () {
    return getRunningLoop() === made[0];
  };
  expect(await run(main(), { loopFactory })).toBe(true);
  expect(made.map((loop) => loop.isClosed())).toEqual([true]);
});

test('a runner runs several coroutines in one loop and one context', async () => {
  const name = new ContextVar('name', { default: 'nobody' });
  const main = function* (to: string) {
    print(
      name.get(),
      [...allTasks()].map((task) => task.getName()),
    );
    name.set(to);
    createTask(sleep(100), { name: `left by ${to}` });
    yield* sleep(1);
    return to;
  };
  const lines = await programTranscript(async () => {
    const runner = new Runner();
    const context = copyContext();
    await printing(runner.run(main('a')));
    await printing(runner.run(main('b')));
    await printing(runner.run(main('c'), { context }));
    print(name.get(), context.get(name), runner.getLoop().isClosed());
    await runner.close();
  });
  expect(lines).toEqual([
    "t=0 nobody ['Task-1']",
    't=1 run: a',
    "t=1 a ['left by a', 'Task-2']",
    't=2 run: b',
    "t=2 nobody ['left by a', 'left by b', 'Task-3']",
    't=3 run: c',
    't=3 nobody c False',
  ]);
});

test('a runner that is closed runs nothing any more; one that never ran can be closed', async () => {
  const runner = new Runner({ clock: 'virtual' });
  await runner.close();
  expect(await runner.run(sleep(1, 'result'))).toBe('result');
  await runner.close();
  await runner.close();
  const coro = sleep(1);
  expect(caught(() => runner.run(coro))).toBe('RuntimeError: Runner is closed');
  expect(caught(() => runner.getLoop())).toBe('RuntimeError: Runner is closed');
  coro.close();
});

test('an interrupt cancels main, whose finally blocks run, and ends the run', async () => {
  const lines = await programTranscript(async () => {
    const main = function* () {
      getRunningLoop().callLater(1, () => getRunningLoop().host.interrupt());
      createTask(leftover('task', 0));
      try {
        yield* sleep(10);
      } catch (error) {
        print(`main: ${error}`);
        throw error;
      } finally {
        yield* sleep(1);
        print('main has cleaned up');
      }
    };
    await printing(run(main()));
  });
  expect(lines).toEqual([
    't=1 main: CancelledError',
    't=2 main has cleaned up',
    't=2 task: CancelledError',
    't=2 task has cleaned up',
    't=2 run: KeyboardInterrupt',
  ]);
});

test('a main that catches the interrupt goes on, and the run ends well', async () => {
  const lines = await programTranscript(async () => {
    const main = function* () {
      getRunningLoop().callLater(1, () => getRunningLoop().host.interrupt());
      try {
        yield* sleep(10);
      } catch (error) {
        print(`main: ${error}`, currentTask()?.uncancel());
      }
      yield* sleep(1);
      return 'result';
    };
    await printing(run(main()));
  });
  expect(lines).toEqual(['t=1 main: CancelledError 0', 't=2 run: result']);
});

test('a second interrupt leaves main at once', async () => {
  const lines = await programTranscript(async () => {
    const main = function* () {
      const loop = getRunningLoop();
      for (const when of [1, 2]) loop.callAt(when, () => loop.host.interrupt());
      for (;;) {
        try {
          yield* sleep(10);
        } catch (error) {
          if (!(error instanceof CancelledError) || loop.time() > 1) throw error;
          print('refused');
        }
      }
    };
    await printing(run(main()));
  });
  expect(lines).toEqual(['t=1 refused', 't=2 run: KeyboardInterrupt']);
});

test('an interrupt that is thrown in main, in a task or in a callback ends the run', async () => {
  const interrupting = function* () {
    throw new KeyboardInterrupt('own');
  };
  const mains = {
    main: interrupting,
    *task() {
      createTask(interrupting());
      yield* waitToBeCancelled();
    },
    *callback() {
      getRunningLoop().callSoon(() => {
        throw new KeyboardInterrupt('own');
      });
      yield* waitToBeCancelled();
    },
  };
  const waitToBeCancelled = function* () {
    try {
      yield* sleep(10);
    } finally {
      print('main ends');
    }
  };
  for (const [where, main] of Object.entries(mains)) {
    const lines = await programTranscript(() => printing(run(main())));
    const printed = lines.filter((line) => line.startsWith('t='));
    expect([where, printed]).toEqual([
      where,
      where === 'main'
        ? ['t=0 run: KeyboardInterrupt: own']
        : ['t=0 main ends', 't=0 run: KeyboardInterrupt: own'],
    ]);
  }
});

test('newEventLoop takes its clock from the surroundings, unless it is told', async () => {
  const host = virtualHost();
  const loops = await withHost(host, () => [newEventLoop(), newEventLoop({ clock: 'virtual' })]);
  expect(loops.map((loop) => loop.host === host)).toEqual([true, false]);
  for (const loop of loops) loop.close();
});

test('a runner says what it is', () => {
  expect(String(new Runner())).toBe('<asyncio.runners.Runner object>');
});

test.each([
  [1, 'int'],
  ['loop', 'str'],
])('setEventLoop refuses what is no loop: %o', (thing, name) => {
  expect(caught(() => setEventLoop(thing as never))).toBe(
    `TypeError: loop must be an instance of AbstractEventLoop or None, not '${name}'`,
  );
});
