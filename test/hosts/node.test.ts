/** The real clock, with real but short waits. */
import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, test } from 'vitest';
import {
  blockingSleep,
  coroutine,
  createTask,
  Event,
  type EventLoop,
  Future,
  gather,
  getRunningLoop,
  newEventLoop,
  perfCounter,
  print,
  realHost,
  run,
  sleep,
  toThread,
  withHost,
  wrapFuture,
} from '../../src/index.js';
import { silentWork } from './fixtures/work.js';

/** A loop whose ready queue is never empty; returns how to empty it. */
function spinning(loop: EventLoop): () => void {
  let isOver = false;
  const spin = () => {
    if (!isOver) loop.callSoon(spin);
  };
  loop.callSoon(spin);
  return () => {
    isOver = true;
  };
}

test('sleeping takes as long as it says', async () => {
  const main = coroutine(function* main() {
    const begun = perfCounter();
    yield* gather(sleep(0.15), sleep(0.15), sleep(0.1), sleep(0.15));
    return perfCounter() - begun;
  });
  const elapsed = await run(main());
  expect(elapsed).toBeGreaterThanOrEqual(0.15 - 1e-6);
  expect(elapsed).toBeLessThan(4);
});

test('equal sleeps wake in the order in which they were begun', async () => {
  const order: number[] = [];
  const sleeper = function* (n: number) {
    yield* sleep(0.02);
    order.push(n);
  };
  const main = coroutine(function* main() {
    yield* gather(...Array.from({ length: 20 }, (_, n) => sleeper(n)));
  });
  await run(main());
  expect(order).toEqual(Array.from({ length: 20 }, (_, n) => n));
});

test('the clock is monotonic, and the same in the loop and outside', async () => {
  const before = perfCounter();
  const main = coroutine(function* main() {
    yield* sleep(0.01);
    return [perfCounter(), getRunningLoop().time()] as const;
  });
  const [inside, ofLoop] = await run(main());
  const readings = [before, inside, ofLoop, perfCounter()];
  expect(readings).toEqual(readings.toSorted((a, b) => a - b));
});

test('a loop that waits is woken by plain JavaScript', async () => {
  const main = coroutine(function* main() {
    const future = new Future<string>();
    const event = new Event();
    const task = createTask(sleep(100));
    const loop = getRunningLoop();
    setTimeout(() => future.setResult('future'), 5);
    setTimeout(() => loop.callSoonThreadsafe(() => event.set()), 10);
    setTimeout(() => task.cancel(), 15);
    const result = yield* future;
    yield* event.wait();
    try {
      yield* task;
    } catch (error) {
      return `${result}, event, ${error}`;
    }
    return 'never';
  });
  const begun = performance.now();
  expect(await run(main())).toBe('future, event, CancelledError');
  expect(performance.now() - begun).toBeLessThan(4000);
});

test('a timer that plain JavaScript sets while the loop waits comes in time', async () => {
  const main = coroutine(function* main() {
    const future = new Future<string>();
    const loop = getRunningLoop();
    setTimeout(() => loop.callLater(0.01, () => future.setResult('in time')), 10);
    createTask(sleep(100));
    return yield* future;
  });
  const begun = performance.now();
  expect(await run(main())).toBe('in time');
  expect(performance.now() - begun).toBeLessThan(4000);
});

test('a ready queue that never empties lets timers, promises and sockets through', async () => {
  const main = coroutine(function* main() {
    const stop = spinning(getRunningLoop());
    const seen: string[] = [];
    yield* wrapFuture(new Promise((resolve) => setTimeout(resolve, 5)));
    seen.push('setTimeout');
    yield* wrapFuture(Promise.resolve().then(() => Promise.resolve()));
    seen.push('promise');
    yield* wrapFuture(roundTrip());
    seen.push('socket');
    yield* sleep(0.01);
    seen.push('sleep');
    stop();
    return seen;
  });
  const begun = performance.now();
  expect(await run(main())).toEqual(['setTimeout', 'promise', 'socket', 'sleep']);
  expect(performance.now() - begun).toBeLessThan(4000);
});

/** Send a byte to a server of our own and back. */
function roundTrip(): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.pipe(socket));
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      const client = connect(port, '127.0.0.1');
      client.on('error', reject);
      client.on('data', () => {
        client.destroy();
        server.close();
        resolve();
      });
      client.write('x');
    });
  });
}

test('a promise that settles while the loop waits goes on at once', async () => {
  const main = coroutine(function* main() {
    createTask(sleep(100));
    return yield* wrapFuture(new Promise((resolve) => setTimeout(resolve, 10, 'promise')));
  });
  expect(await run(main())).toBe('promise');
});

test('nothing that can ever wake the loop is a deadlock', async () => {
  const main = coroutine(function* main() {
    yield* new Event().wait();
  });
  const begun = performance.now();
  await expect(run(main())).rejects.toMatchObject({
    name: 'DeadlockError',
    message: expect.stringContaining('Task-1, main(), awaits Event.wait()'),
  });
  expect(performance.now() - begun).toBeLessThan(4000);
});

test('it is one, too, after a thread has done its work', async () => {
  const main = coroutine(function* main() {
    yield* toThread(silentWork, 0);
    yield* new Event().wait();
  });
  await expect(run(main())).rejects.toMatchObject({ name: 'DeadlockError' });
});

test('a promise that never settles is a deadlock in the end', async () => {
  const main = coroutine(function* main() {
    yield* wrapFuture(new Promise(() => {}));
  });
  await expect(run(main())).rejects.toMatchObject({
    message: expect.stringContaining('Task-1, main(), awaits a promise'),
  });
});

test('plain JavaScript that completes a future from setTimeout is no deadlock', async () => {
  const main = coroutine(function* main() {
    const future = new Future<string>();
    setTimeout(() => future.setResult('from outside'), 300);
    return yield* future;
  });
  expect(await run(main())).toBe('from outside');
});

test('neither is one that was set before the run', async () => {
  const loop = newEventLoop();
  const future: Future<string> = loop.createFuture();
  setTimeout(() => future.setResult('from outside'), 100);
  expect(await loop.runUntilComplete(future)).toBe('from outside');
  loop.close();
});

test('two loops can run at the same time', async () => {
  const work = coroutine(function* work(delay: number) {
    yield* sleep(delay);
    return delay;
  });
  const loops = [newEventLoop(), newEventLoop()] as const;
  const begun = performance.now();
  const results = await Promise.all(loops.map((loop) => loop.runUntilComplete(work(0.05))));
  for (const loop of loops) loop.close();
  expect(results).toEqual([0.05, 0.05]);
  expect(performance.now() - begun).toBeLessThan(4000);
});

test('lines carry the time of the clock', async () => {
  const times: number[] = [];
  const host = realHost({
    output: { print: ({ time }) => times.push(time), warn: () => {} },
    speed: 100,
  });
  const main = coroutine(function* main() {
    print('begin');
    yield* sleep(5);
    print('end');
  });
  await withHost(host, () => run(main()));
  await host.close();
  const [begin = 0, end = 0] = times;
  expect(end - begin).toBeGreaterThan(4.99);
});

test('blockingSleep blocks the loop', async () => {
  const main = coroutine(function* main() {
    const begun = perfCounter();
    const task = createTask(sleep(0.01));
    yield* sleep(0);
    blockingSleep(0.1);
    const isDone = task.done();
    yield* task;
    return [isDone, perfCounter() - begun >= 0.1];
  });
  expect(await run(main())).toEqual([false, true]);
});

test('a loop that runs forever is stopped by plain JavaScript', async () => {
  const loop = newEventLoop();
  loop.callLater(100, () => {});
  setTimeout(() => loop.stop(), 10);
  await loop.runForever();
  loop.close();
  expect(loop.isRunning()).toBe(false);
});

test('an interrupt ends the wait', async () => {
  const host = realHost();
  setTimeout(() => host.interrupt(), 10);
  await expect(withHost(host, () => run(sleep(100)))).rejects.toMatchObject({
    name: 'KeyboardInterrupt',
  });
});
