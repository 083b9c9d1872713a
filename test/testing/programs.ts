/**
 * Programs to test with.
 */

import { coroutine, createTask, Event, print, sleep } from '../../src/index.js';

export const sayAfter = coroutine(function* sayAfter(delay: number, what: string) {
  yield* sleep(delay);
  print(what);
});

/** Prints hello after a second and world after two; returns 7. */
export const greet = coroutine(function* greet() {
  const first = createTask(sayAfter(1, 'hello'));
  const second = createTask(sayAfter(2, 'world'));
  yield* first;
  yield* second;
  return 7;
});

export const fail = coroutine(function* fail() {
  yield* sleep(1);
  throw new TypeError('boom');
});

export const deadlocked = coroutine(function* deadlocked() {
  print('before');
  yield* new Event().wait();
});

/** Leaves a task pending, and a coroutine that nobody awaits. */
export const careless = coroutine(function* careless() {
  createTask(sayAfter(5, 'never'));
  sayAfter(1, 'forgotten');
  yield* sleep(0);
});

/** Goes on for ever, at each second. */
export const beat = coroutine(function* beat() {
  for (;;) {
    yield* sleep(1);
    print('beat');
  }
});

/** Goes on for ever, and its clock stands still. */
export const spin = coroutine(function* spin() {
  for (;;) yield* sleep(0);
});
