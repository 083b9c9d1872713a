import { expect, test } from 'vitest';
import {
  createTask,
  gather,
  getRunningLoop,
  print,
  run,
  sleep,
  virtualHost,
  withHost,
} from '../../src/index.js';
import { transcript } from './transcript.js';

test('sleeping takes as long as it says and gives the result it was given', async () => {
  const lines = await transcript(function* () {
    print(yield* sleep(1.5));
    print(yield* sleep(1, 'result'));
  });
  expect(lines).toEqual(['t=1.5 None', 't=2.5 result']);
});

test('sleeping for zero seconds, or for less, lets one iteration pass', async () => {
  const lines = await transcript(function* () {
    for (const delay of [0, -1]) {
      getRunningLoop().callSoon(print, 'soon');
      print(yield* sleep(delay, 'result'));
    }
  });
  expect(lines).toEqual(['t=0 soon', 't=0 result', 't=0 soon', 't=0 result']);
});

test('sleepers of one length wake in the order in which they fell asleep', async () => {
  const lines = await transcript(function* () {
    const sleeper = function* (name: string) {
      yield* sleep(1);
      print(name);
    };
    yield* gather(...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(sleeper));
  });
  expect(lines).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => `t=1 ${name}`));
});

test('a sleep that is not a number is refused when it is awaited', async () => {
  await expect(run(sleep(Number.NaN), { clock: 'virtual' })).rejects.toMatchObject({
    name: 'ValueError',
    message: 'Invalid delay: NaN (not a number)',
  });
});

test('a sleeper that is cancelled leaves no timer behind', async () => {
  const lines = await transcript(function* () {
    const task = createTask(sleep(1000));
    yield* sleep(1);
    task.cancel();
  });
  expect(lines).toEqual([]);
});

test('a day of sleep on the virtual clock takes no time', async () => {
  const host = virtualHost();
  const begun = performance.now();
  await withHost(host, () =>
    run(
      (function* () {
        for (let hour = 0; hour < 24; hour += 1) yield* sleep(3600);
      })(),
    ),
  );
  expect(host.time()).toBe(86_400);
  expect(performance.now() - begun).toBeLessThan(4000);
});

test('the virtual time adds up as floats do in CPython', async () => {
  const lines = await transcript(function* () {
    for (let i = 0; i < 3; i += 1) yield* sleep(0.1);
    print('after 0.1, three times');
  });
  expect(lines).toEqual(['t=0.30000000000000004 after 0.1, three times']);
});
