import {
  CancelledError,
  coroutine,
  createTask,
  FIRST_COMPLETED,
  gather,
  print,
  sleep,
  wait,
} from 'asyncio-lab';

const mirror = coroutine(function* mirror(name: string, seconds: number) {
  try {
    yield* sleep(seconds);
    print(`${name} answers`);
    return name;
  } catch (error) {
    if (error instanceof CancelledError) print(`${name} is given up`);
    throw error;
  }
});

export const main = coroutine(function* main() {
  const tasks = [
    createTask(mirror('Oslo', 2)),
    createTask(mirror('Taipei', 1)),
    createTask(mirror('Lima', 3)),
  ];
  const [done] = yield* wait(tasks, { returnWhen: FIRST_COMPLETED });
  for (const task of tasks) task.cancel();
  yield* gather(...tasks, { returnExceptions: true });
  for (const task of done) print(`used: ${task.result()}`);
});
