/** Call a function on a thread and await its result, again and again. */
import { coroutine, run, threaded, toThread } from '../../index.js';
import type { Program, Stage } from '../program.js';

/** What the thread is asked to do: next to nothing. */
export const increment = threaded(import.meta.url, function increment(value: number) {
  return value + 1;
});

const main = coroutine(function* main(operations: number, { begun, ended }: Stage) {
  let value = yield* toThread(increment, -1);
  begun();
  for (let i = 0; i < operations; i += 1) value = yield* toThread(increment, value);
  ended();
  return value;
});

export const program: Program = (operations, stage) =>
  run(main(operations, stage), { observer: stage.observer });
