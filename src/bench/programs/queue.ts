/** One producer and one consumer with a queue of a hundred places between them. */
import { coroutine, createTask, Queue, run } from '../../index.js';
import type { Program } from '../program.js';

const producer = coroutine(function* producer(queue: Queue<number>, operations: number) {
  for (let i = 0; i < operations; i += 1) yield* queue.put(i);
});

const main = coroutine(function* main(operations: number) {
  const queue = new Queue<number>(100);
  const task = createTask(producer(queue, operations));
  let sum = 0;
  for (let i = 0; i < operations; i += 1) sum += yield* queue.get();
  yield* task;
  return sum;
});

export const program: Program = (operations, { observer }) => run(main(operations), { observer });
