import { coroutine, print, sleep } from 'asyncio-lab';

// [en] TODO: a star is easily forgotten, here even twice. The editor underlines both coroutines.
// [zh-TW] TODO：星號很容易漏掉，這裡就漏了兩個。編輯器會在兩個協程下面畫線。
const countDown = coroutine(function* countDown(from: number) {
  for (let n = from; n > 0; n -= 1) {
    print(n);
    yield sleep(1);
  }
});

export const main = coroutine(function* main() {
  yield countDown(3);
  print('lift-off');
});
