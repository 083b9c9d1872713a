import {
  CancelledError,
  coroutine,
  gather,
  print,
  RuntimeError,
  rethrowIfCancelled,
  sleep,
} from 'asyncio-lab';

const upload = coroutine(function* upload(part: string, seconds: number, isBroken = false) {
  try {
    yield* sleep(seconds);
  } catch (error) {
    if (error instanceof CancelledError) print(`${part} is stopped`);
    throw error;
  }
  if (isBroken) throw new RuntimeError(`${part} is broken`);
  print(`${part} is uploaded`);
});

// [en] TODO: part three goes on being uploaded after part two has failed, and nobody needs it any
// [en] more. Use a TaskGroup, which stops the others when one fails.
// [zh-TW] TODO：part two 失敗之後，part three 還在繼續上傳，但已經沒有人需要它了。
// [zh-TW] 請用 TaskGroup，其中一個失敗時，它會停止其他的。
export const main = coroutine(function* main() {
  try {
    yield* gather(upload('part one', 1), upload('part two', 2, true), upload('part three', 3));
  } catch (error) {
    rethrowIfCancelled(error);
    print('upload failed');
  }
  yield* sleep(2);
  print('cleaned up');
});
