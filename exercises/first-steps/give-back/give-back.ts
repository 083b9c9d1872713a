import { coroutine, print, sleep } from 'asyncio-lab';

// [en] TODO: this prints its result, but main needs it. Have square give it back.
// [zh-TW] TODO：這裡把結果印了出來，但需要它的是 main。請讓 square 把結果交回去。
const square = coroutine(function* square(n: number) {
  yield* sleep(1);
  print(n * n);
});

export const main = coroutine(function* main() {
  const nine = yield* square(3);
  print('3 squared is', nine);
  const sixteen = yield* square(4);
  print('4 squared is', sixteen);
});
