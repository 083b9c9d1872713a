import { CancelledError, coroutine, createTask, print, sleep } from 'asyncio-lab';

const bake = coroutine(function* bake(what: string, seconds: number) {
  print('oven on');
  try {
    yield* sleep(seconds);
    print(`${what} is done`);
  } catch (error) {
    print('oven off');
    throw error;
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
