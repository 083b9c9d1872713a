import {
  CancelledError,
  ConnectionError,
  coroutine,
  createTask,
  print,
  rethrowIfCancelled,
  sleep,
} from 'asyncio-lab';

const connect = coroutine(function* connect() {
  yield* sleep(1);
  throw new ConnectionError('no answer');
});

const keepTrying = coroutine(function* keepTrying() {
  for (const attempt of [1, 2, 3, 4, 5]) {
    print(`attempt ${attempt}`);
    try {
      yield* connect();
    } catch (error) {
      rethrowIfCancelled(error);
      print('no answer');
    }
  }
});

export const main = coroutine(function* main() {
  const task = createTask(keepTrying());
  yield* sleep(2.5);
  print('main cancels');
  task.cancel();
  try {
    yield* task;
    print('the task ended by itself');
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    print('the task is cancelled');
  }
});
