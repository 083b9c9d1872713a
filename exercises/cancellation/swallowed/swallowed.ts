import { CancelledError, ConnectionError, coroutine, createTask, print, sleep } from 'asyncio-lab';

const connect = coroutine(function* connect() {
  yield* sleep(1);
  throw new ConnectionError('no answer');
});

// [en] TODO: main cancels the task at 2.5 seconds, and it goes on all the same. See to it that it
// [en] tries again only when there was no answer, and ends when it is cancelled.
// [zh-TW] TODO：main 在第 2.5 秒取消任務，任務卻照樣繼續。
// [zh-TW] 請讓它只在沒有回應時再試，被取消時就結束。
const keepTrying = coroutine(function* keepTrying() {
  for (const attempt of [1, 2, 3, 4, 5]) {
    print(`attempt ${attempt}`);
    try {
      yield* connect();
    } catch {
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
