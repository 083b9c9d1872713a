import { CancelledError, coroutine, createTask, print, sleep } from 'asyncio-lab';

const shop = coroutine(function* shop() {
  print('shop opens');
  try {
    yield* sleep(3600);
  } finally {
    print('last guests pay');
    yield* sleep(2);
    print('shop is closed');
  }
});

export const main = coroutine(function* main() {
  const task = createTask(shop());
  yield* sleep(1);
  task.cancel();
  try {
    yield* task;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
  }
  print('lights out');
});
