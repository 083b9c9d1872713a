import { CancelledError, coroutine, createTask, gather, print, sleep } from 'asyncio-lab';

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

// [en] TODO: one answer is enough. Take the first that comes, cancel the others, wait until they have
// [en] ended, and only then print whose answer is used.
// [zh-TW] TODO：一個答案就夠了。請採用最先到的，取消其餘的，等它們結束後，
// [zh-TW] 才印出採用了誰的答案。
export const main = coroutine(function* main() {
  const tasks = [
    createTask(mirror('Oslo', 2)),
    createTask(mirror('Taipei', 1)),
    createTask(mirror('Lima', 3)),
  ];
  const names = yield* gather(...tasks);
  print(`used: ${names[0]}`);
});
