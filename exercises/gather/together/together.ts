import { coroutine, print, sleep } from 'asyncio-lab';

const load = coroutine(function* load(part: string, seconds: number) {
  print(`${part}: asked for`);
  yield* sleep(seconds);
  print(`${part}: here`);
});

// [en] TODO: the three parts are loaded one after the other, in 6 seconds. Load them together.
// [zh-TW] TODO：現在三個部分一個接一個載入，共 6 秒。請讓它們一起載入。
export const main = coroutine(function* main() {
  yield* load('text', 2);
  yield* load('picture', 3);
  yield* load('map', 1);
  print('page shown');
});
