import { coroutine, print, sleep } from 'asyncio-lab';

const sayAfter = coroutine(function* sayAfter(seconds: number, what: string) {
  yield* sleep(seconds);
  print(what);
});

// [en] TODO: this takes 3 seconds, one wait after the other. Make tasks of both, so that it takes 2.
// [zh-TW] TODO：現在要等完一個再等下一個，共 3 秒。把兩者都變成任務，讓總共只要 2 秒。
export const main = coroutine(function* main() {
  yield* sayAfter(1, 'tea is ready');
  yield* sayAfter(2, 'toast is ready');
  print('breakfast');
});
