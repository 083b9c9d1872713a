import { CancelledError, coroutine, createTask, print, sleep } from 'asyncio-lab';

const bake = coroutine(function* bake(what: string, seconds: number) {
  print('oven on');
  try {
    yield* sleep(seconds);
  } finally {
    print(`${what} is done`);
    print('oven off');
  }
});

export const main = coroutine(function* main() {
  yield* bake('bread', 1);
  const task = createTask(bake('cake', 10));
  yield* sleep(2);
  task.cancel();
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    print('no cake today');
  }
});
