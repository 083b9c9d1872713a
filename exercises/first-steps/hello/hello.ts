import { coroutine, print, sleep } from 'asyncio-lab';

export const main = coroutine(function* main() {
  // [en] TODO: wait for one second with sleep(1), then print 'hello'.
  // [zh-TW] TODO：用 sleep(1) 等待一秒，再印出 'hello'。
});
