import { expect, test } from 'vitest';
import {
  CancelledError,
  createTask,
  DeadlockError,
  gather,
  LifoQueue,
  PriorityQueue,
  print,
  Queue,
  QueueEmpty,
  QueueFull,
  QueueShutDown,
  run,
  sleep,
  TimeoutError,
  ValueError,
  wait,
  waitFor,
} from '../../src/index.js';
import { transcript } from './transcript.js';

function* getter(queue: Queue, name: string) {
  try {
    print(`${name} got`, yield* queue.get());
  } catch (error) {
    if (error instanceof CancelledError || error instanceof QueueShutDown) {
      print(`${name} ${error.name}`);
    } else throw error;
  }
}

function* putter(queue: Queue, item: unknown) {
  try {
    yield* queue.put(item);
    print('put', item);
  } catch (error) {
    if (error instanceof CancelledError || error instanceof QueueShutDown) {
      print(`${item} ${error.name}`);
    } else throw error;
  }
}

function drain<T>(queue: Queue<T>): T[] {
  const items: T[] = [];
  while (!queue.empty()) items.push(queue.getNowait());
  return items;
}

test('items come out in the order in which they were put, and put waits for a place', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue<number>(1);
    const task = createTask(
      (function* () {
        for (const i of [0, 1, 2]) {
          yield* queue.put(i);
          print(`put ${i}`);
        }
      })(),
    );
    for (let i = 0; i < 3; i += 1) {
      yield* sleep(1);
      print(`got ${yield* queue.get()}`);
    }
    yield* task;
  });
  expect(lines).toEqual([
    't=0 put 0',
    't=1 got 0',
    't=1 put 1',
    't=2 got 1',
    't=2 put 2',
    't=3 got 2',
  ]);
});

test('those who wait for an item get one in the order in which they came', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue();
    const tasks = ['a', 'b', 'c'].map((name) => createTask(getter(queue, name)));
    yield* sleep(1);
    queue.putNowait(1);
    queue.putNowait(2);
    yield* sleep(1);
    queue.putNowait(3);
    yield* wait(tasks);
  });
  expect(lines).toEqual(['t=1 a got 1', 't=1 b got 2', 't=2 c got 3']);
});

test('those who wait for a place get it in the order in which they came', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue(1);
    const tasks = [1, 2, 3].map((item) => createTask(putter(queue, item)));
    yield* sleep(1);
    print(queue.getNowait(), queue.qsize());
    yield* sleep(1);
    print(queue.getNowait(), queue.empty());
    yield* wait(tasks);
    print(queue.getNowait());
  });
  expect(lines).toEqual(['t=0 put 1', 't=1 1 0', 't=1 put 2', 't=2 2 True', 't=2 put 3', 't=2 3']);
});

test('a task that is woken for an item and then cancelled wakes the next one', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue();
    const a = createTask(getter(queue, 'a'));
    const b = createTask(getter(queue, 'b'));
    yield* sleep(1);
    queue.putNowait(1);
    a.cancel();
    yield* wait([a, b]);
  });
  expect(lines).toEqual(['t=1 a CancelledError', 't=1 b got 1']);
});

test('two tasks that wait by the same coroutine have one place, and the first gets the item', async () => {
  const lines = await transcript(function* main() {
    const queue = new Queue<string>();
    const getting = queue.get();
    const tasks = [];
    for (let i = 0; i < 2; i += 1) {
      tasks.push(createTask(getting));
      yield* sleep(0);
    }
    print(queue);
    queue.putNowait('x');
    for (const result of yield* gather(...tasks, { returnExceptions: true })) print(result);
  });
  expect(lines).toEqual([
    't=0 <Queue maxsize=0 _getters[1]>',
    't=0 x',
    't=0 cannot reuse already awaited coroutine',
  ]);
});

test('an item goes past a task that was cancelled just before', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue();
    const a = createTask(getter(queue, 'a'));
    const b = createTask(getter(queue, 'b'));
    yield* sleep(1);
    a.cancel();
    queue.putNowait(1);
    yield* wait([a, b]);
  });
  expect(lines).toEqual(['t=1 a CancelledError', 't=1 b got 1']);
});

test('a task that is woken for a place and then cancelled wakes the next one', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue(1);
    queue.putNowait(0);
    const a = createTask(putter(queue, 'a'));
    const b = createTask(putter(queue, 'b'));
    yield* sleep(1);
    queue.getNowait();
    a.cancel();
    yield* wait([a, b]);
    print(queue.getNowait());
  });
  expect(lines).toEqual(['t=1 a CancelledError', 't=1 put b', 't=1 b']);
});

test('a task whose item was taken from under it waits again, behind the others', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue();
    const a = createTask(getter(queue, 'a'));
    const b = createTask(getter(queue, 'b'));
    yield* sleep(1);
    queue.putNowait(1);
    print('main took', queue.getNowait());
    yield* sleep(1);
    queue.putNowait(2);
    queue.putNowait(3);
    yield* wait([a, b]);
  });
  expect(lines).toEqual(['t=1 main took 1', 't=2 b got 2', 't=2 a got 3']);
});

test('a task that is cancelled when nothing is left wakes nobody in vain', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue();
    const [a, b, c] = [
      createTask(getter(queue, 'a')),
      createTask(getter(queue, 'b')),
      createTask(getter(queue, 'c')),
    ];
    yield* sleep(1);
    queue.putNowait(1);
    print('main took', queue.getNowait());
    a.cancel();
    yield* sleep(1);
    queue.putNowait(2);
    queue.putNowait(3);
    yield* wait([a, b, c]);
  });
  expect(lines).toEqual(['t=1 main took 1', 't=1 a CancelledError', 't=2 b got 2', 't=2 c got 3']);
});

test('a task that is cancelled when there is no place left wakes nobody in vain', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue(1);
    queue.putNowait(0);
    const [a, b, c] = [
      createTask(putter(queue, 'a')),
      createTask(putter(queue, 'b')),
      createTask(putter(queue, 'c')),
    ];
    yield* sleep(1);
    queue.getNowait();
    queue.putNowait('main');
    a.cancel();
    yield* sleep(1);
    for (let i = 0; i < 3; i += 1) print(yield* queue.get());
    yield* wait([a, b, c]);
  });
  expect(lines).toEqual([
    't=1 a CancelledError',
    't=2 main',
    't=2 put b',
    't=2 b',
    't=2 put c',
    't=2 c',
  ]);
});

test('a task whose place was taken from under it waits again, behind the others', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue(1);
    queue.putNowait(0);
    const a = createTask(putter(queue, 'a'));
    const b = createTask(putter(queue, 'b'));
    yield* sleep(1);
    queue.getNowait();
    queue.putNowait('main');
    yield* sleep(1);
    for (let i = 0; i < 3; i += 1) print(yield* queue.get());
    yield* wait([a, b]);
  });
  expect(lines).toEqual(['t=2 main', 't=2 put b', 't=2 b', 't=2 put a', 't=2 a']);
});

test('a cancelled task leaves the line, and the others keep their places', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue();
    const a = createTask(getter(queue, 'a'));
    const b = createTask(getter(queue, 'b'));
    const c = createTask(getter(queue, 'c'));
    yield* sleep(1);
    b.cancel();
    yield* sleep(1);
    queue.putNowait(1);
    queue.putNowait(2);
    yield* wait([a, c]);
  });
  expect(lines).toEqual(['t=1 b CancelledError', 't=2 a got 1', 't=2 c got 2']);
});

test('a task that gives up after a time leaves the item to others', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue();
    try {
      yield* waitFor(queue.get(), 1);
    } catch (error) {
      if (error instanceof TimeoutError) print('timeout');
    }
    queue.putNowait(1);
    print(yield* queue.get());
  });
  expect(lines).toEqual(['t=1 timeout', 't=1 1']);
});

test('without waiting, an empty queue gives nothing and a full one takes nothing', () => {
  const queue = new Queue(1);
  expect(() => queue.getNowait()).toThrow(new QueueEmpty());
  queue.putNowait(1);
  expect(queue.full()).toBe(true);
  expect(() => queue.putNowait(2)).toThrow(new QueueFull());
  expect(queue.qsize()).toBe(1);
});

test('the size is given by position or by name, and 0 or less is no limit', () => {
  expect(new Queue(2).maxsize).toBe(2);
  expect(new Queue({ maxsize: 2 }).maxsize).toBe(2);
  expect(new LifoQueue({ maxsize: 2 }).maxsize).toBe(2);
  expect(new PriorityQueue({ maxsize: 2 }).maxsize).toBe(2);
  for (const queue of [new Queue(), new Queue({}), new Queue(-1)]) {
    queue.putNowait(1);
    expect(queue.full()).toBe(false);
  }
});

test('undefined is an item like any other', async () => {
  const queue = new Queue<undefined>();
  queue.putNowait(undefined);
  expect(queue.qsize()).toBe(1);
  expect(await run(queue.get(), { clock: 'virtual' })).toBe(undefined);
});

test('join waits until the work on all items is done', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue<number>();
    function* worker(name: string, seconds: number) {
      for (;;) {
        const item = yield* queue.get();
        yield* sleep(seconds);
        print(`${name} did ${item}`);
        queue.taskDone();
      }
    }
    for (const item of [0, 1, 2, 3]) queue.putNowait(item);
    const tasks = [createTask(worker('a', 1)), createTask(worker('b', 3))];
    yield* queue.join();
    print('joined');
    yield* queue.join();
    for (const task of tasks) task.cancel();
  });
  expect(lines).toEqual(['t=1 a did 0', 't=2 a did 2', 't=3 b did 1', 't=3 a did 3', 't=3 joined']);
});

test('join goes on although a new item was put at once', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue();
    yield* queue.put(1);
    const [a, b] = [createTask(queue.join()), createTask(queue.join())];
    yield* sleep(1);
    queue.taskDone();
    queue.putNowait(2);
    yield* sleep(1);
    print(a.done(), b.done());
    const c = createTask(queue.join());
    yield* sleep(1);
    print(c.done());
    queue.taskDone();
    yield* c;
  });
  expect(lines).toEqual(['t=2 True True', 't=3 False']);
});

test('no more work is done than there was', () => {
  const queue = new Queue();
  queue.putNowait(1);
  queue.taskDone();
  expect(() => queue.taskDone()).toThrow(new ValueError('task_done() called too many times'));
});

test('shutting down lets those who wait for an item go, and whoever comes later', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue();
    const tasks = ['a', 'b'].map((name) => createTask(getter(queue, name)));
    yield* sleep(1);
    queue.shutdown();
    yield* wait(tasks);
    yield* getter(queue, 'late');
    yield* putter(queue, 'late');
  });
  expect(lines).toEqual([
    't=1 a QueueShutDown',
    't=1 b QueueShutDown',
    't=1 late QueueShutDown',
    't=1 late QueueShutDown',
  ]);
});

test('what is left after the shutdown can still be taken', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue();
    queue.putNowait(1);
    queue.putNowait(2);
    queue.shutdown();
    for (const name of ['a', 'b', 'c']) yield* getter(queue, name);
    expect(() => queue.getNowait()).toThrow(new QueueShutDown());
    expect(() => queue.putNowait(1)).toThrow(new QueueShutDown());
  });
  expect(lines).toEqual(['t=0 a got 1', 't=0 b got 2', 't=0 c QueueShutDown']);
});

test('shutting down lets those who wait for a place go', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue(1);
    queue.putNowait(0);
    const tasks = ['a', 'b'].map((item) => createTask(putter(queue, item)));
    yield* sleep(1);
    queue.shutdown();
    yield* wait(tasks);
    print(queue.qsize(), yield* queue.get());
  });
  expect(lines).toEqual(['t=1 a QueueShutDown', 't=1 b QueueShutDown', 't=1 1 0']);
});

test('an immediate shutdown empties the queue and ends join', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue(2);
    queue.putNowait(1);
    queue.putNowait(2);
    function* joiner() {
      yield* queue.join();
      print('joined');
    }
    const tasks = [createTask(joiner()), createTask(putter(queue, 'a'))];
    yield* sleep(1);
    queue.shutdown({ immediate: true });
    print(queue.qsize());
    yield* wait(tasks);
    yield* getter(queue, 'late');
  });
  expect(lines).toEqual(['t=1 0', 't=1 joined', 't=1 a QueueShutDown', 't=1 late QueueShutDown']);
});

test('after an immediate shutdown join waits for the items that were taken', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue();
    queue.putNowait(1);
    queue.putNowait(2);
    print(yield* queue.get());
    function* joiner() {
      yield* queue.join();
      print('joined');
    }
    const task = createTask(joiner());
    yield* sleep(1);
    queue.shutdown(true);
    yield* sleep(1);
    queue.taskDone();
    yield* task;
  });
  expect(lines).toEqual(['t=0 1', 't=2 joined']);
});

test('a task that is woken for an item gets it although the queue is shut down', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue();
    const tasks = ['a', 'b'].map((name) => createTask(getter(queue, name)));
    yield* sleep(1);
    queue.putNowait(1);
    queue.shutdown();
    yield* wait(tasks);
  });
  expect(lines).toEqual(['t=1 a got 1', 't=1 b QueueShutDown']);
});

test('a task that is woken for a place does not get it when the queue is shut down', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue(1);
    queue.putNowait(0);
    const a = createTask(putter(queue, 'a'));
    yield* sleep(1);
    print(queue.getNowait());
    queue.shutdown();
    yield* wait([a]);
  });
  expect(lines).toEqual(['t=1 0', 't=1 a QueueShutDown']);
});

test('a task that is cancelled at the shutdown is cancelled', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue();
    const a = createTask(getter(queue, 'a'));
    const b = createTask(getter(queue, 'b'));
    yield* sleep(1);
    queue.shutdown();
    a.cancel();
    yield* wait([a, b]);
  });
  expect(lines).toEqual(['t=1 a CancelledError', 't=1 b QueueShutDown']);
});

test('a LifoQueue gives the item put last', () => {
  const queue = new LifoQueue<number>();
  for (const item of [1, 2, 3]) queue.putNowait(item);
  expect(String(queue)).toBe('<LifoQueue maxsize=0 _queue=[1, 2, 3] tasks=3>');
  expect(String(new LifoQueue(Number.POSITIVE_INFINITY))).toBe('<LifoQueue maxsize=inf>');
  expect([queue.getNowait(), queue.getNowait()]).toEqual([3, 2]);
  queue.putNowait(4);
  expect(drain(queue)).toEqual([4, 1]);
});

test('a PriorityQueue gives the smallest item: numbers, strings, arrays item by item', () => {
  const queue = new PriorityQueue();
  for (const item of [10, 9, 3.5, 100, 1, 9]) queue.putNowait(item);
  expect(drain(queue)).toEqual([1, 3.5, 9, 9, 10, 100]);
  for (const item of [[2, 'b'], [1, 'c'], [2, 'a'], [1], [10, 'x']]) queue.putNowait(item);
  expect(drain(queue)).toEqual([[1], [1, 'c'], [2, 'a'], [2, 'b'], [10, 'x']]);
  for (const item of ['pear', 'apple', 'fig']) queue.putNowait(item);
  expect(drain(queue)).toEqual(['apple', 'fig', 'pear']);
  for (const item of [
    [0, [2, 3]],
    [0, [2]],
    [0, [1, 9]],
    [true, 1],
    [1, 0],
  ])
    queue.putNowait(item);
  expect(drain(queue)).toEqual([
    [0, [1, 9]],
    [0, [2]],
    [0, [2, 3]],
    [1, 0],
    [true, 1],
  ]);
});

test('bytes have an order, and what has none is passed over where it is equal', () => {
  const queue = new PriorityQueue();
  for (const bytes of ['b', 'ab', 'a']) queue.putNowait(new TextEncoder().encode(bytes));
  expect(drain(queue)).toEqual(['a', 'ab', 'b'].map((text) => new TextEncoder().encode(text)));
  const jobs = [
    [1, { name: 'wash', sizes: new Set([1, 2]) }, 'b'],
    [1, new Map<string, unknown>(Object.entries({ name: 'wash', sizes: new Set([2, 1]) })), 'a'],
  ];
  for (const job of jobs) queue.putNowait(job);
  expect(drain(queue).map((job) => (job as unknown[])[2])).toEqual(['a', 'b']);
});

test('items that compare equal come out in the order of CPython’s heap', () => {
  const queue = new PriorityQueue<{ priority: number; name: string }>({
    compare: (a, b) => a.priority - b.priority,
  });
  const put = (name: string) => queue.putNowait({ priority: Number(name[0]), name });
  const get = () => queue.getNowait().name;
  for (const name of '3a 1b 2c 1d 3e 2f 1g 2h 3i 1j 1k'.split(' ')) put(name);
  expect([get(), get(), get(), get(), get(), get()].join(' ')).toBe('1b 1g 1k 1d 1j 2c');
  put('2x');
  put('2y');
  expect(
    drain(queue)
      .map(({ name }) => name)
      .join(' '),
  ).toBe('2f 2x 2y 2h 3e 3a 3i');
});

test.each([
  [1, 'a', "'int' and 'str'"],
  [{}, {}, "'dict' and 'dict'"],
  [undefined, 1, "'NoneType' and 'int'"],
  [[1, { a: 1 }], [1, new Map()], "'dict' and 'dict'"],
  [[1, { a: 1 }], [1, new Map([['a', 2]])], "'dict' and 'dict'"],
  [[1, new Set([1])], [1, new Set([2])], "'set' and 'set'"],
  [new Uint8Array(), [], "'bytes' and 'list'"],
  [new ValueError(), 1, "'ValueError' and 'int'"],
  [[1], 1, "'list' and 'int'"],
  [1.5, 'a', "'float' and 'str'"],
  [1n, 'a', "'int' and 'str'"],
  [true, 'a', "'bool' and 'str'"],
  [null, new Set(), "'NoneType' and 'set'"],
  [new Date(0), () => 1, "'Date' and 'function'"],
])('there is no order between %o and %o', (a, b, types) => {
  const queue = new PriorityQueue();
  queue.putNowait(b);
  expect(() => queue.putNowait(a)).toThrow(TypeError);
  expect(queue.qsize()).toBe(2);
  expect(() => queue.putNowait(a)).toThrow(`'<' not supported between instances of ${types}`);
});

test('a PriorityQueue with a size makes put wait', async () => {
  const lines = await transcript(function* () {
    const queue = new PriorityQueue(2, { compare: (a, b) => Number(a) - Number(b) });
    for (const item of [3, 2, 1]) createTask(putter(queue, item));
    yield* sleep(1);
    for (let i = 0; i < 3; i += 1) {
      print('got', yield* queue.get());
      yield* sleep(1);
    }
  });
  expect(lines).toEqual([
    't=0 put 3',
    't=0 put 2',
    't=1 got 2',
    't=1 put 1',
    't=2 got 1',
    't=3 got 3',
  ]);
});

test('a queue says what is in it and who waits', async () => {
  const lines = await transcript(function* () {
    const queue = new Queue(3);
    print(queue);
    queue.putNowait('a');
    queue.putNowait('b');
    print(queue);
    yield* queue.get();
    yield* queue.get();
    createTask(getter(queue, 'c'));
    yield* sleep(0);
    print(queue);
    const d = createTask(getter(queue, 'd'));
    yield* sleep(0);
    d.cancel();
    yield* sleep(0);
    print(queue);
    queue.shutdown();
    print(queue);
    yield* sleep(0);
  });
  expect(lines).toEqual([
    't=0 <Queue maxsize=3>',
    "t=0 <Queue maxsize=3 _queue=['a', 'b'] tasks=2>",
    't=0 <Queue maxsize=3 _getters[1] tasks=2>',
    't=0 d CancelledError',
    't=0 <Queue maxsize=3 _getters[1] tasks=2>',
    't=0 <Queue maxsize=3 tasks=2 shutdown>',
    't=0 c QueueShutDown',
  ]);
});

test.each([
  ['Queue.get()', (queue: Queue) => queue.get()],
  ['Queue.put()', (queue: Queue) => queue.put(2)],
  ['Queue.join()', (queue: Queue) => queue.join()],
])('a deadlock names %s', async (label, use) => {
  const queue = new Queue(1);
  if (label !== 'Queue.get()') queue.putNowait(1);
  const failure = await run(use(queue), { clock: 'virtual' }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(DeadlockError);
  expect((failure as Error).message).toContain(`awaits ${label}`);
});
