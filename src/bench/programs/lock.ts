/** A thousand tasks contend for one lock, and each holds it for a turn. */
import { coroutine, createTask, gather, Lock, run, sleep } from '../../index.js';
import type { Program } from '../program.js';

const child = coroutine(function* child(lock: Lock, times: number) {
  let acquired = 0;
  for (let i = 0; i < times; i += 1) {
    yield* lock.acquire();
    try {
      acquired += 1;
      yield* sleep(0);
    } finally {
      lock.release();
    }
  }
  return acquired;
});

const main = coroutine(function* main(operations: number) {
  const lock = new Lock();
  const tasks = Array.from({ length: 1000 }, () => createTask(child(lock, operations / 1000)));
  const acquired = yield* gather(...tasks);
  return acquired.reduce((sum, times) => sum + times, 0);
});

export const program: Program = (operations, { observer }) => run(main(operations), { observer });
