/** A queue hands items from task to task; whoever finds it empty, or full, waits. */

import {
  coroutine,
  createTask,
  gather,
  getRunningLoop,
  LifoQueue,
  PriorityQueue,
  print,
  Queue,
  QueueEmpty,
  QueueFull,
  QueueShutDown,
  sleep,
  ValueError,
  wait,
} from 'asyncio-lab';

/** get() waits for an item; items come out in the order in which they went in. */
export const producerAndConsumer = coroutine(function* producerAndConsumer() {
  const queue = new Queue();

  const consumer = coroutine(function* consumer() {
    for (let i = 0; i < 3; i += 1) {
      print('got', yield* queue.get());
    }
  });

  const task = createTask(consumer());
  for (const item of ['a', 'b', 'c']) {
    yield* sleep(1);
    yield* queue.put(item);
  }
  yield* task;
});

/** put() waits while a bounded queue is full: the producer is held back. */
export const fullQueue = coroutine(function* fullQueue() {
  const queue = new Queue(1);

  const producer = coroutine(function* producer() {
    for (const item of ['a', 'b', 'c']) {
      yield* queue.put(item);
      print('put', item);
    }
  });

  const task = createTask(producer());
  for (let i = 0; i < 3; i += 1) {
    yield* sleep(1);
    print('got', yield* queue.get());
  }
  yield* task;
});

/** put_nowait() and get_nowait() do not wait: a full queue or an empty one is an error. */
export const putWithoutWaiting = coroutine(function* putWithoutWaiting() {
  const queue = new Queue(1);
  queue.putNowait('a');
  try {
    queue.putNowait('b');
  } catch (error) {
    if (!(error instanceof QueueFull)) throw error;
    print('full:', queue.full(), queue.qsize());
  }
  print(queue.getNowait());
  try {
    queue.getNowait();
  } catch (error) {
    if (!(error instanceof QueueEmpty)) throw error;
    print('empty:', queue.empty(), queue.qsize());
  }
});

/** Several tasks that wait for items are served in the order in which they came. */
export const gettersAreServedInOrder = coroutine(function* gettersAreServedInOrder() {
  const queue = new Queue();

  const getter = coroutine(function* getter(name: string) {
    print(name, 'got', yield* queue.get());
  });

  const getters = gather(getter('first'), getter('second'));
  yield* sleep(1);
  queue.putNowait('a');
  queue.putNowait('b');
  yield* getters;
});

/** A woken getter may find the item gone, taken by somebody who did not wait. */
export const wokenTooLate = coroutine(function* wokenTooLate() {
  const queue = new Queue();

  const getter = coroutine(function* getter() {
    print('getter got', yield* queue.get());
  });

  const task = createTask(getter());
  yield* sleep(1);
  queue.putNowait('a');
  print('main got', queue.getNowait());
  yield* sleep(1);
  queue.putNowait('b');
  yield* task;
});

/** A getter that is cancelled just when an item comes leaves it to the next one. */
export const getterCancelled = coroutine(function* getterCancelled() {
  const queue = new Queue();

  const getter = coroutine(function* getter(name: string) {
    print(name, 'got', yield* queue.get());
  });

  const first = createTask(getter('first'));
  const second = createTask(getter('second'));
  yield* sleep(1);
  queue.putNowait('a');
  first.cancel();
  yield* wait([first, second]);
  print('cancelled:', first.cancelled());
});

/** join() waits until every item that was put has been reported as done. */
export const joinWaitsForTheWork = coroutine(function* joinWaitsForTheWork() {
  const queue = new Queue();

  const worker = coroutine(function* worker() {
    while (true) {
      const item = yield* queue.get();
      yield* sleep(1);
      print('done with', item);
      queue.taskDone();
    }
  });

  const task = createTask(worker());
  for (const item of ['a', 'b', 'c']) {
    queue.putNowait(item);
  }
  yield* queue.join();
  print('all done');
  task.cancel();
});

/** task_done() is refused when it is called more often than items were put. */
export const doneTooOften = coroutine(function* doneTooOften() {
  const queue = new Queue();
  queue.putNowait('a');
  queue.getNowait();
  queue.taskDone();
  try {
    queue.taskDone();
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    print(error);
  }
});

/** A priority queue gives the smallest item first. */
export const priorityQueue = coroutine(function* priorityQueue() {
  const queue = new PriorityQueue<[number, string]>();
  queue.putNowait([3, 'low']);
  queue.putNowait([1, 'high']);
  queue.putNowait([2, 'middle']);
  while (!queue.empty()) {
    const [priority, name] = yield* queue.get();
    print(priority, name);
  }
});

/** A LIFO queue gives the item first that was put last: a stack. */
export const lifoQueue = coroutine(function* lifoQueue() {
  const queue = new LifoQueue();
  for (const item of ['a', 'b', 'c']) {
    queue.putNowait(item);
  }
  while (!queue.empty()) {
    print(yield* queue.get());
  }
});

/** After shutdown() nothing can be put; what is left can be got, and then no more. */
export const shutDownQueue = coroutine(function* shutDownQueue() {
  const queue = new Queue();
  queue.putNowait('a');
  queue.shutdown();
  try {
    queue.putNowait('b');
  } catch (error) {
    if (!(error instanceof QueueShutDown)) throw error;
    print('nothing more is accepted');
  }
  print(yield* queue.get());
  try {
    yield* queue.get();
  } catch (error) {
    if (!(error instanceof QueueShutDown)) throw error;
    print('nothing is left');
  }
});

/** shutdown() wakes all who wait at the queue: that is how consumers learn of the end. */
export const shutdownWakesAll = coroutine(function* shutdownWakesAll() {
  const queue = new Queue();

  const consumer = coroutine(function* consumer(name: string) {
    try {
      while (true) {
        print(name, 'got', yield* queue.get());
      }
    } catch (error) {
      if (!(error instanceof QueueShutDown)) throw error;
      print(name, 'ends');
    }
  });

  const consumers = gather(consumer('first'), consumer('second'));
  for (const item of ['a', 'b', 'c']) {
    yield* sleep(1);
    queue.putNowait(item);
  }
  queue.shutdown();
  yield* consumers;
});

/** shutdown(immediate=True) drops what is left, and join() does not wait for it. */
export const immediateShutdown = coroutine(function* immediateShutdown() {
  const queue = new Queue();
  queue.putNowait('a');
  queue.putNowait('b');
  getRunningLoop().callLater(1, () => queue.shutdown(true));
  yield* queue.join();
  print('size:', queue.qsize());
  try {
    yield* queue.get();
  } catch (error) {
    if (!(error instanceof QueueShutDown)) throw error;
    print('nothing is left');
  }
});
