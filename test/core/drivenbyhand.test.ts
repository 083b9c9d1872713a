/** Coroutines that no task runs: a program steps them by itself, as a loop of its own does. */
import { expect, test } from 'vitest';
import {
  asyncWith,
  type Coroutine,
  coroutine,
  getRunningLoop,
  Lock,
  print,
  sleep,
} from '../../src/index.js';
import { programTranscript, transcript } from '../asyncio/transcript.js';
import { caught } from '../caught.js';

/** Lets another one have its turn; returns what it is sent. */
const turn = {
  *[Symbol.iterator](): Generator<never, unknown, unknown> {
    return yield 'turn' as never;
  },
};

const worker = coroutine(function* worker(name: string, turns: number) {
  for (let i = 1; i <= turns; i += 1) print(name, i, yield* turn);
  return `${name} is done`;
});

const boss = coroutine(function* boss(name: string) {
  try {
    return yield* worker(name, 2);
  } catch (error) {
    print(`caught ${error}`);
    throw error;
  } finally {
    print('finally');
  }
});

const driven = <T>(coro: Coroutine<T>) => coro[Symbol.iterator]() as Generator<unknown, T, unknown>;

test('coroutines take turns, each is sent a value, and its result comes at its end', async () => {
  const lines = await programTranscript(() => {
    const queue = [driven(boss('a')), driven(worker('b', 1))];
    for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
      const { done, value } = step.next('sent');
      print(value);
      if (!done) queue.push(step);
    }
  });
  expect(lines).toEqual([
    't=0 turn',
    't=0 turn',
    't=0 a 1 sent',
    't=0 turn',
    't=0 b 1 sent',
    't=0 b is done',
    't=0 a 2 sent',
    't=0 finally',
    't=0 a is done',
  ]);
});

test('an exception is thrown in where one is suspended, and one that is closed cleans up', async () => {
  const lines = await programTranscript(() => {
    const step = driven(boss('a'));
    step.next(undefined);
    print(caught(() => step.throw(new Error('why'))));
    const coro = boss('b');
    driven(coro).next(undefined);
    coro.close();
  });
  expect(lines).toEqual(['t=0 caught Error: why', 't=0 finally', 't=0 Error: why', 't=0 finally']);
});

test('what the library has to await goes on by hand, too', async () => {
  const lock = new Lock();
  const lines = await programTranscript(() => {
    const step = driven(
      coroutine(function* () {
        yield* asyncWith(lock, function* () {
          yield* sleep(0);
          print(yield* turn, lock.locked());
        });
        yield* sleep(0);
        return lock.locked();
      })(),
    );
    print(step.next(undefined).value, step.next(undefined).value, step.next('sent').value);
    print(step.next(undefined).value);
    print(caught(() => driven(sleep(1)).next(undefined)));
    const interrupted = driven(sleep(0));
    interrupted.next(undefined);
    print(caught(() => interrupted.throw(new Error('why'))));
  });
  expect(lines).toEqual([
    't=0 sent True',
    't=0 None turn None',
    't=0 False',
    't=0 RuntimeError: no running event loop',
    't=0 Error: why',
  ]);
});

test('a callback, in which no task runs, may step one', async () => {
  const lines = await transcript(function* () {
    const step = driven(worker('a', 1));
    const loop = getRunningLoop();
    for (const sent of [undefined, 'sent']) loop.callSoon(() => print(step.next(sent).value));
    yield* sleep(1);
  });
  expect(lines).toEqual(['t=0 turn', 't=0 a 1 sent', 't=0 a is done']);
});
