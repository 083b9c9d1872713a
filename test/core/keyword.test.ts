/**
 * Arguments by their names, as Python's keyword arguments, where they can be given one after the other too.
 */
import { describe, expect, test } from 'vitest';
import {
  allTasks,
  asCompleted,
  asyncWith,
  Barrier,
  BoundedSemaphore,
  Condition,
  createTask,
  currentTask,
  Future,
  gather,
  getRunningLoop,
  Lock,
  openConnection,
  PriorityQueue,
  print,
  Queue,
  Runner,
  run,
  runCoroutineThreadsafe,
  Semaphore,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
  TaskGroup,
  ThreadPoolExecutor,
  timeout,
  timeoutAt,
  toThread,
  virtualHost,
  wait,
  waitFor,
  withHost,
  wrapFuture,
} from '../../src/index.js';
import { transcript } from '../asyncio/transcript.js';
import { hardWork, losingPatienceByName } from '../hosts/fixtures/work.js';

const forEver = () => new Future();

/** Print how something ends, and when. */
function* ending(what: () => Generator<never, unknown> | Future<unknown>) {
  try {
    print(yield* what() as Generator<never, unknown>);
  } catch (error) {
    print(`${error}`);
  }
}

test('a task may be made all by name: in the loop, in a loop, in a group', async () => {
  const lines = await transcript(function* () {
    const tasks = [
      createTask({ coro: sleep(1, 'a'), name: 'first' }),
      getRunningLoop().createTask({ coro: sleep(1, 'b') }),
    ];
    yield* asyncWith(new TaskGroup(), function* (group) {
      tasks.push(group.createTask({ coro: sleep(1, 'c'), name: 'third' }));
    });
    print(tasks.map((task) => [task.getName(), task.result()]));
    yield* ending(() => createTask({ coro: 3 } as never));
    const coro = sleep(1);
    yield* ending(() => createTask({ coro, nam: 'x' } as never));
    coro.close();
  });
  expect(lines).toEqual([
    "t=1 [['first', 'a'], ['Task-2', 'b'], ['third', 'c']]",
    't=1 TypeError: a coroutine was expected, got 3',
    "t=1 TypeError: a coroutine was expected, got {'coro': <coroutine object sleep>, 'nam': 'x'}",
  ]);
});

test('a sleep takes its result by name, and its length too', async () => {
  const lines = await transcript(function* () {
    print(yield* sleep(1, { result: 'one' }));
    print(yield* sleep({ delay: 1, result: 'two' }));
    print(yield* sleep({ delay: 1 }));
    print(yield* sleep(0, { result: 'three' }));
  });
  expect(lines).toEqual(['t=1 one', 't=2 two', 't=3 None', 't=3 three']);
});

test('an object of another shape is a result as any other is', async () => {
  const lines = await transcript(function* () {
    print(yield* sleep(1, { result: 1, more: 2 }));
    print(yield* sleep(1, {}));
    print(yield* sleep(1, { result: { result: 1 } }));
  });
  expect(lines).toEqual(["t=1 {'result': 1, 'more': 2}", 't=2 {}', "t=3 {'result': 1}"]);
});

test('what is cancelled takes its message by name', async () => {
  const lines = await transcript(function* () {
    const future = new Future();
    const task = createTask(sleep(9));
    const gathered = gather(sleep(9), sleep(9));
    yield* sleep(0);
    for (const it of [future, task, gathered]) {
      print(it.cancel({ msg: 'enough' }));
      yield* ending(() => it as Future<unknown>);
    }
  });
  expect(lines).toEqual(Array(3).fill(['t=0 True', 't=0 CancelledError: enough']).flat());
});

test('limits are given by name', async () => {
  const lines = await transcript(function* () {
    const limited = function* (limit: () => ReturnType<typeof timeout>) {
      yield* asyncWith(limit(), function* () {
        yield* forEver();
      });
    };
    yield* ending(() => limited(() => timeout({ delay: 1 })) as Generator<never>);
    yield* ending(() => limited(() => timeoutAt({ when: 3 })) as Generator<never>);
    yield* ending(() => waitFor(forEver(), { timeout: 1 }) as never);
    print(timeout({ delay: undefined }).when());
  });
  expect(lines).toEqual(['t=1 TimeoutError', 't=3 TimeoutError', 't=4 TimeoutError', 't=4 None']);
});

test('a limit is moved by name', async () => {
  const lines = await transcript(function* () {
    const moving = asyncWith(timeout(1), function* (limit) {
      limit.reschedule({ when: undefined });
      print(limit.when());
      limit.reschedule({ when: getRunningLoop().time() + 2 });
      yield* forEver();
    });
    yield* ending(() => moving as never);
  });
  expect(lines).toEqual(['t=0 None', 't=2 TimeoutError']);
});

test('debug mode is switched by name', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    for (const enabled of [true, false]) {
      loop.setDebug({ enabled });
      print(loop.getDebug());
    }
  });
  expect(lines).toEqual(['t=0 True', 't=0 False']);
});

test('how long a loop waits for its pool is given by name', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    const call = loop.runInExecutor(undefined, hardWork, 3);
    yield* loop.shutdownDefaultExecutor({ timeout: 1 });
    print('no longer');
    yield* call;
  });
  expect(lines.filter((line) => /no longer|joining/.test(line))).toEqual([
    'warning: RuntimeWarning: The executor did not finishing joining its threads within 1 seconds.',
    't=1 no longer',
  ]);
});

test('the loop that a coroutine is handed to is given by name', async () => {
  const lines = await transcript(function* () {
    const handedOver = runCoroutineThreadsafe(sleep(1, 'done'), { loop: getRunningLoop() });
    print(yield* wrapFuture(handedOver));
  });
  expect(lines).toEqual(['t=1 done']);
});

test('what coordinates tasks is made by name', async () => {
  const lines = await transcript(function* () {
    const lock = new Lock();
    yield* lock.acquire();
    print(new Condition({ lock }).locked(), new Condition().locked());
    print(new Semaphore({ value: 0 }).locked(), new BoundedSemaphore({ value: 1 }).locked());
    print(new Barrier({ parties: 3 }).parties, new Queue({ maxsize: 2 }).maxsize);
    const queue = new Queue<number>();
    queue.putNowait(1);
    queue.shutdown({ immediate: false });
    print(queue.qsize());
    queue.shutdown({ immediate: true });
    print(queue.qsize());
  });
  expect(lines).toEqual(['t=0 True False', 't=0 True False', 't=0 3 2', 't=0 1', 't=0 0']);
});

test('a loop whose tasks are asked for is given by name', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    print(currentTask({ loop }) === currentTask(), allTasks({ loop }).size);
    print(currentTask(undefined) === currentTask(loop), allTasks(loop).size);
  });
  expect(lines).toEqual(['t=0 True 1', 't=0 True 1']);
});

test('a pool of threads is made, and waiting on a thread is limited, by name', async () => {
  const lines = await transcript(function* () {
    print(new ThreadPoolExecutor({ maxWorkers: 2 }).maxWorkers);
    print(new ThreadPoolExecutor(3, { threadNamePrefix: 'mine' }).maxWorkers);
    print(yield* toThread(losingPatienceByName, 2));
  });
  expect(lines).toEqual(['t=0 2', 't=0 3', 't=2 TimeoutError', 't=2 too long: CancelledError']);
});

describe('a name that there is not is refused, and the one that was meant is said', () => {
  const lines: (() => unknown)[] = [
    () => gather(sleep(1), { returnException: true } as never),
    () => wait([], { timeou: 1 } as never),
    () => asCompleted([], { timeot: 1 } as never),
    () => createTask(sleep(1), { nam: 'mine' } as never),
    () => new Queue({ maxSize: 1 } as never),
    () => new PriorityQueue(1, { compre: () => 0 } as never),
    () => new Semaphore({ valu: 1 } as never),
    () => new Queue().shutdown({ now: true } as never),
    () => waitFor(sleep(1), { timeot: 1 } as never),
    () => timeout({ dely: 1 } as never),
    () => new Runner({ clok: 'virtual' } as never),
  ];
  const said = [
    "gather() got an unexpected keyword argument 'returnException'. Did you mean 'returnExceptions'?",
    "wait() got an unexpected keyword argument 'timeou'. Did you mean 'timeout'?",
    "asCompleted() got an unexpected keyword argument 'timeot'. Did you mean 'timeout'?",
    "createTask() got an unexpected keyword argument 'nam'. Did you mean 'name'?",
    "Queue() got an unexpected keyword argument 'maxSize'. Did you mean 'maxsize'?",
    "PriorityQueue() got an unexpected keyword argument 'compre'. Did you mean 'compare'?",
    "Semaphore() got an unexpected keyword argument 'valu'. Did you mean 'value'?",
    "Queue.shutdown() got an unexpected keyword argument 'now'",
    "waitFor() got an unexpected keyword argument 'timeot'. Did you mean 'timeout'?",
    "timeout() got an unexpected keyword argument 'dely'. Did you mean 'delay'?",
    "Runner() got an unexpected keyword argument 'clok'. Did you mean 'clock'?",
  ];

  test.each(lines.map((call, at) => [said[at], call] as const))('%s', async (message, call) => {
    const main = function* () {
      yield* sleep(0);
      call();
    };
    await expect(run(main(), { clock: 'virtual' })).rejects.toThrow(new TypeError(message));
  });

  test('run itself', () => {
    expect(() => run(sleep(0), { clok: 'virtual' } as never)).toThrow(
      "run() got an unexpected keyword argument 'clok'. Did you mean 'clock'?",
    );
  });
});

test('the threads of a pool are called as it says', async () => {
  const printed: (string | undefined)[] = [];
  const host = virtualHost({
    output: { print: ({ thread }) => printed.push(thread), warn: () => {} },
  });
  await withHost(host, () =>
    run(
      (function* () {
        const pool = new ThreadPoolExecutor(1, { threadNamePrefix: 'mine' });
        yield* getRunningLoop().runInExecutor(pool, hardWork, 1);
      })(),
    ),
  );
  expect(printed).toEqual(['mine_0', 'mine_0']);
});

test('where a connection goes is given by name', async () => {
  const lines = await transcript(function* () {
    const serve = function* (reader: StreamReader, writer: StreamWriter) {
      writer.write(yield* reader.readexactly({ n: 3 }));
      writer.close();
      yield* writer.waitClosed();
    };
    const server = yield* startServer(serve, { host: '127.0.0.1', port: 8080, limit: 100 });
    for (const [reader, writer] of [
      yield* openConnection({ host: '127.0.0.1', port: 8080 }),
      yield* openConnection('127.0.0.1', 8080),
    ]) {
      writer.write(new TextEncoder().encode('a,b'));
      print(yield* reader.readuntil({ separator: new TextEncoder().encode(',') }));
      print(yield* reader.read({ n: 5 }));
      writer.close();
    }
    server.close();
  });
  expect(lines).toEqual(["t=0 b'a,'", "t=0 b'b'", "t=0 b'a,'", "t=0 b'b'"]);
});
