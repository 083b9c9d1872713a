/** Make tasks that sleep for random times, and await them all. */
import { coroutine, createTask, sleep } from '../../index.js';
import { delays } from '../random.js';

const child = coroutine(function* child(delay: number, value: number) {
  yield* sleep(delay);
  return value;
});

/** The main program of both clocks. */
export const main = coroutine(function* main(operations: number) {
  const tasks = Array.from(delays(operations), (delay, i) => createTask(child(delay, i)));
  let sum = 0;
  for (const task of tasks) sum += yield* task;
  return sum;
});
