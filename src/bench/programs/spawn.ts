/** Make tasks that return at once, and gather them. */
import { coroutine, createTask, gather, run } from '../../index.js';
import type { Program } from '../program.js';

const child = coroutine(function* child(value: number) {
  return value;
});

const main = coroutine(function* main(operations: number) {
  const tasks = Array.from({ length: operations }, (_, i) => createTask(child(i)));
  const values = yield* gather(...tasks);
  return values.reduce((sum, value) => sum + value, 0);
});

export const program: Program = (operations, { observer }) => run(main(operations), { observer });
