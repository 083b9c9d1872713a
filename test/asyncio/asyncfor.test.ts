import { expect, test } from 'vitest';
import {
  type AsyncSource,
  asyncFor,
  createTask,
  print,
  sleep,
  ValueError,
  wait,
} from '../../src/index.js';
import { transcript } from './transcript.js';

/** A source of our own: the numbers from 1, a second apart. */
function ticker(to: number): AsyncSource<number> {
  let n = 0;
  return {
    *anext() {
      yield* sleep(1);
      n += 1;
      return n > to ? { done: true, value: undefined } : { done: false, value: n };
    },
  };
}

/** The same in plain JavaScript, which says when it is left. */
async function* counter(to: number) {
  try {
    for (let n = 1; n <= to; n += 1) yield n;
  } finally {
    print('left');
  }
}

test('the body runs for each value of a source, one after the other', async () => {
  const lines = await transcript(function* () {
    yield* asyncFor(ticker(2), function* (n) {
      print('begins', n);
      yield* sleep(1);
      print('ends', n);
    });
    print('done');
  });
  expect(lines).toEqual(['t=1 begins 1', 't=2 ends 1', 't=3 begins 2', 't=4 ends 2', 't=5 done']);
});

test('a body that returns false ends the loop, one that returns nothing does not', async () => {
  const lines = await transcript(function* () {
    yield* asyncFor(ticker(10), function* (n) {
      print(n);
      if (n === 2) return false;
      return undefined;
    });
    print('done');
  });
  expect(lines).toEqual(['t=1 1', 't=2 2', 't=2 done']);
});

test('an asynchronous iterable of JavaScript is a source, too', async () => {
  const lines = await transcript(function* () {
    yield* asyncFor(counter(2), function* (n) {
      yield* sleep(1);
      print(n);
    });
    print('done');
  });
  expect(lines).toEqual(['t=1 1', 't=2 2', 't=2 left', 't=2 done']);
});

test('it is left when the body returns false, throws, or is cancelled', async () => {
  const lines = await transcript(function* () {
    yield* asyncFor(counter(9), function* () {
      return false;
    });
    try {
      yield* asyncFor(counter(9), function* () {
        throw new ValueError('no');
      });
    } catch (error) {
      print(`${error}`);
    }
    const task = createTask(asyncFor(counter(9), () => sleep(10)));
    yield* sleep(1);
    task.cancel();
    yield* wait([task]);
    print(task.cancelled());
  });
  expect(lines).toEqual(['t=0 left', 't=0 left', 't=0 ValueError: no', 't=1 left', 't=1 True']);
});

test('what a source throws is passed on', async () => {
  const lines = await transcript(function* () {
    const broken: AsyncSource<number> = {
      *anext() {
        throw new ValueError('no');
      },
    };
    try {
      yield* asyncFor(broken, function* () {});
    } catch (error) {
      print(`${error}`);
    }
  });
  expect(lines).toEqual(['t=0 ValueError: no']);
});
