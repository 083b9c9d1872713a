import { expect, test } from 'vitest';
import { CancelledError, createTask, Event, print, sleep, wait } from '../../src/index.js';
import { transcript } from './transcript.js';

function* waiter(event: Event, name: string) {
  print(`${name} waits`);
  try {
    print(name, yield* event.wait());
  } catch (error) {
    if (error instanceof CancelledError) print(`${name} is cancelled`);
    throw error;
  }
}

test('setting the flag lets all who wait go on, in their order', async () => {
  const lines = await transcript(function* () {
    const event = new Event();
    const tasks = ['a', 'b', 'c'].map((name) => createTask(waiter(event, name)));
    yield* sleep(2);
    event.set();
    yield* wait(tasks);
  });
  expect(lines).toEqual([
    't=0 a waits',
    't=0 b waits',
    't=0 c waits',
    't=2 a True',
    't=2 b True',
    't=2 c True',
  ]);
});

test('waiting for a flag that is set does not suspend', async () => {
  const lines = await transcript(function* () {
    const event = new Event();
    event.set();
    const task = createTask(
      (function* () {
        print('other');
      })(),
    );
    print(yield* event.wait());
    yield* task;
  });
  expect(lines).toEqual(['t=0 True', 't=0 other']);
});

test('whoever was woken goes on although the flag was taken back at once', async () => {
  const lines = await transcript(function* () {
    const event = new Event();
    const a = createTask(waiter(event, 'a'));
    yield* sleep(1);
    event.set();
    event.clear();
    yield* a;
    print(event.isSet());
    const b = createTask(waiter(event, 'b'));
    yield* sleep(1);
    print(b.done());
    event.set();
    yield* b;
  });
  expect(lines).toEqual([
    't=0 a waits',
    't=1 a True',
    't=1 False',
    't=1 b waits',
    't=2 False',
    't=2 b True',
  ]);
});

test('a cancelled task leaves, and the others go on waiting', async () => {
  const lines = await transcript(function* () {
    const event = new Event();
    createTask(waiter(event, 'a'));
    const b = createTask(waiter(event, 'b'));
    const c = createTask(waiter(event, 'c'));
    yield* sleep(1);
    b.cancel();
    yield* sleep(1);
    event.set();
    yield* c;
  });
  expect(lines).toEqual([
    't=0 a waits',
    't=0 b waits',
    't=0 c waits',
    't=1 b is cancelled',
    't=2 a True',
    't=2 c True',
  ]);
});

test('a cancellation wins over a flag that is set right before or after it', async () => {
  const lines = await transcript(function* () {
    const event = new Event();
    const a = createTask(waiter(event, 'a'));
    const b = createTask(waiter(event, 'b'));
    const c = createTask(waiter(event, 'c'));
    yield* sleep(1);
    a.cancel();
    event.set();
    b.cancel();
    yield* wait([a, b, c]);
    print(a.cancelled(), b.cancelled(), c.cancelled());
  });
  expect(lines).toEqual([
    't=0 a waits',
    't=0 b waits',
    't=0 c waits',
    't=1 a is cancelled',
    't=1 b is cancelled',
    't=1 c True',
    't=1 True True False',
  ]);
});

test('setting the flag twice is setting it once', async () => {
  const lines = await transcript(function* () {
    const event = new Event();
    const a = createTask(waiter(event, 'a'));
    yield* sleep(1);
    event.set();
    event.set();
    print(event.isSet());
    yield* a;
  });
  expect(lines).toEqual(['t=0 a waits', 't=1 True', 't=1 a True']);
});

test('an event says whether it is set and how many wait', async () => {
  const lines = await transcript(function* () {
    const event = new Event();
    createTask(event.wait());
    yield* sleep(0);
    print(event);
    event.set();
    yield* sleep(0);
    print(event);
  });
  expect(lines).toEqual([
    't=0 <asyncio.locks.Event object [unset, waiters:1]>',
    't=0 <asyncio.locks.Event object [set]>',
  ]);
});
