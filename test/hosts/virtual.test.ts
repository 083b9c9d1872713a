import { expect, test } from 'vitest';
import {
  asCompleted,
  blockingSleep,
  coroutine,
  createTask,
  gather,
  getRunningLoop,
  newEventLoop,
  print,
  Queue,
  run,
  sleep,
  toThread,
  virtualHost,
  wait,
  withHost,
} from '../../src/index.js';
import { programTranscript, transcript } from '../asyncio/transcript.js';
import { asking, hardWork, losingPatience } from './fixtures/work.js';

test('the time jumps to the next timer, over whatever lies between', async () => {
  const jumps: [number, number][] = [];
  const observer = { timeJumped: (_: unknown, from: number, to: number) => jumps.push([from, to]) };
  const main = function* () {
    getRunningLoop().callAt(0.5, () => {});
    yield* sleep(3600);
    yield* sleep(0);
  };
  await withHost(virtualHost(), () => run(main()), { observer });
  expect(jumps).toEqual([
    [0, 0.5],
    [0.5, 3600],
  ]);
});

test('a virtual year of hourly work is over in no time', async () => {
  const begun = performance.now();
  const hourly = coroutine(function* hourly() {
    let hours = 0;
    for (; hours < 365 * 24; hours += 1) yield* sleep(3600);
    return hours;
  });
  expect(await run(hourly(), { clock: 'virtual' })).toBe(8760);
  expect(performance.now() - begun).toBeLessThan(4000);
});

/** A program that uses a bit of everything. */
const busy = coroutine(function* busy() {
  const queue = new Queue<string>(2);
  const producer = coroutine(function* producer(name: string, delay: number) {
    for (let i = 0; i < 5; i += 1) {
      yield* sleep(delay);
      yield* queue.put(`${name}${i}`);
    }
  });
  const consumer = coroutine(function* consumer(name: string) {
    for (;;) {
      print(name, yield* queue.get());
      yield* sleep(0.3);
    }
  });
  for (const name of ['x', 'y']) createTask(consumer(name));
  for (const next of asCompleted([producer('a', 0.1), producer('b', 0.15)])) yield* next;
  print(yield* gather(toThread(hardWork, 1), toThread(asking, 3, 0.5)));
  yield* toThread(losingPatience, 5, 0.1);
  const [done, pending] = yield* wait([createTask(sleep(1)), createTask(sleep(2))], {
    timeout: 1.5,
  });
  print(done.size, pending.size);
});

test('the same program gives the same transcript a hundred times', async () => {
  const first = await transcript(busy);
  expect(first.length).toBeGreaterThan(20);
  for (let again = 0; again < 99; again += 1) expect(await transcript(busy)).toEqual(first);
});

test('blockingSleep on the loop lets threads print what they print meanwhile', async () => {
  const lines = await transcript(function* () {
    const call = createTask(toThread(hardWork, 1));
    yield* sleep(0);
    blockingSleep(3);
    print('main');
    print(yield* call);
  });
  expect(lines).toEqual(['t=0 works for 1', 't=1 worked for 1', 't=3 main', 't=3 2']);
});

test('what a thread does is on the agenda, in order with the timers', async () => {
  const lines = await transcript(function* () {
    const loop = getRunningLoop();
    const call = createTask(toThread(hardWork, 2));
    yield* sleep(0);
    for (const when of [1, 2, 3]) loop.callAt(when, print, `timer ${when}`);
    yield* call;
    print('main');
    yield* sleep(2);
  });
  expect(lines).toEqual([
    't=0 works for 2',
    't=1 timer 1',
    't=2 worked for 2',
    't=2 timer 2',
    't=2 main',
    't=3 timer 3',
  ]);
});

test('a loop that never rests lets the timers of the process have their turn', async () => {
  const loop = newEventLoop({ clock: 'virtual' });
  let turns = 0;
  const spin = () => {
    turns += 1;
    loop.callSoon(spin);
  };
  loop.callSoon(spin);
  setTimeout(() => loop.stop(), 30);
  await loop.runForever();
  loop.close();
  expect(turns).toBeGreaterThan(100);
});

test('loops on one host take turns, and share its time', async () => {
  const lines = await programTranscript(async () => {
    const work = function* (name: string, delay: number) {
      for (const _ of [1, 2]) {
        yield* sleep(delay);
        print(name);
      }
    };
    const loops = [newEventLoop(), newEventLoop()];
    await loops[0]?.runUntilComplete(work('first', 1));
    await loops[1]?.runUntilComplete(work('second', 2));
    for (const loop of loops) loop.close();
  });
  expect(lines).toEqual(['t=1 first', 't=2 first', 't=4 second', 't=6 second']);
});

test('its threads are prepared at once, and it can be closed', async () => {
  const host = virtualHost();
  await host.prepareThreads(3);
  await host.close();
  expect([host.threadId(), host.time()]).toEqual([1, 0]);
});
